"""Code the words of a text, each form of a word once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from functools import lru_cache
from itertools import chain, repeat
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.answering.word_codes import FIRST, PRICED, WordCodes, code_of
from corpus.article import Span
from corpus.index import NumberedTerms
from corpus.languages.english.document import Document
from corpus.languages.english.numbers import CURRENCY_SIGNS
from corpus.languages.english.words import (
    LONGEST_KEPT,
    Stretch,
    bare_stretches,
    is_shouted,
    letters_of,
    words_of,
)

_Integers = NDArray[np.int64]
_Key = TypeVar("_Key", bound=Hashable)

_KEPT = 2**15
"""Stretches kept with their codes: nearly every word of running text, about 10 MB."""


class CodedWords(NamedTuple):
    """The words of some parts of a text in a row: a code of each for ranking, a term for the index.

    `terms` tells where each part begins.
    """

    codes: WordCodes
    terms: NumberedTerms


def encode(document: Document) -> WordCodes:
    """Return the codes of a text's words, in order."""
    return code_words(document, document.paragraphs).codes


def code_words(document: Document, parts: Iterable[Span], above: Iterable[str] = ()) -> CodedWords:
    """Cut parts of a text into words and code them; each part lies within one paragraph.

    `above` are texts whose words come before those of the parts, one for each part where any is
    given.
    """
    places = _Places[Stretch]()
    row: list[int] = []
    part_starts, sentences = [0], []
    for span, over in zip(parts, chain(above, repeat("")), strict=False):
        heading = Document.of_paragraph(over)
        for read, (first, last) in ((heading, (0, len(over))), (document, span)):
            shouted = is_shouted(read.text[slice(*_paragraph(read, first))])
            for sentence in read.sentences_in(first, last):
                sentences.append((len(row), len(part_starts)))
                cut = bare_stretches(read.text[slice(*sentence)], shouted=shouted)
                row += map(places.__getitem__, cut)
        part_starts.append(len(row))
    terms = _Places[str]()
    coded = [
        _kept_code(stretch) if len(stretch) <= LONGEST_KEPT else _code(stretch)
        for stretch in places
    ]
    numbers = np.array([terms[term] for each in coded for term in each.terms], np.uint32)
    codes = np.array([code for each in coded for code in each.codes], np.uint64)
    sizes = np.array([len(each.codes) for each in coded], np.int64)
    words, word_starts = _words_in_a_row(sizes, np.array(row, np.int64))
    starts = word_starts[part_starts]
    codes = codes[words]
    first_words, part_ends = (
        word_starts[[at for at, _ in sentences]],
        starts[[part for _, part in sentences]],
    )
    codes[first_words[first_words < part_ends]] |= np.uint64(FIRST)
    return CodedWords(codes, NumberedTerms(list(terms), numbers[words], starts))


class _Coded(NamedTuple):
    """The words of a stretch; no code has FIRST."""

    terms: tuple[str, ...]
    codes: tuple[int, ...]


class _Places(dict[_Key, int]):
    """Numbers things from 0, in the order in which they are first asked for."""

    def __missing__(self, key: _Key) -> int:
        self[key] = number = len(self)
        return number


def _paragraph(document: Document, position: int) -> Span:
    """Return the paragraph that a character is in, an empty span where there is none."""
    return document.paragraphs[document.paragraph_at(position)] if document.paragraphs else (0, 0)


def _code(stretch: Stretch) -> _Coded:
    letters = letters_of(stretch)
    terms, codes = [], []
    for start, end, term in words_of(stretch):
        is_priced = letters[start - 1 : start] in CURRENCY_SIGNS
        terms.append(term)
        codes.append(code_of(letters[start:end], term) | is_priced * PRICED)
    return _Coded(tuple(terms), tuple(codes))


_kept_code = lru_cache(_KEPT)(_code)


def _words_in_a_row(sizes: _Integers, row: _Integers) -> tuple[_Integers, _Integers]:
    """Put the words of stretches in a row: each one's number, and where each stretch begins.

    The words of stretch `n`, `sizes[n]` in all, are numbered after those of the ones before it. One
    more place tells where the row ends.
    """
    own = sizes[row]
    starts = np.concatenate([[0], np.cumsum(own)])
    shifts = np.cumsum(sizes)[row] - own - starts[:-1]
    return np.arange(starts[-1]) + np.repeat(shifts, own), starts
