"""Cut text into words, and give each the term it is indexed by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from corpus.languages.english.forms import term_of
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.numbers import GOES_ON
from corpus.languages.english.numbers import WRITTEN as NUMBER

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3041-\u309f\u3400-\u9fff\uf900-\ufaff"
_UNSPACED += "\U00020000-\U0003ffff"
"""Thai, Lao, Burmese, Khmer, Hiragana and Han: no spaces between words, so each letter is one."""

_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0980-\u0dff\u0e31\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
    "\u00ad\u200c\u200d\u2060"
)
"""Vowel signs, points and invisible joiners: inside a word, though not letters to Python."""

_LETTER = rf"[^\W\d_{_UNSPACED}]"
_RUN = rf"[^\W_{_UNSPACED}]{{1,64}}+(?:[{_MARKS}]{{1,8}}+[^\W_{_UNSPACED}]{{0,64}}+){{0,16}}+"
_WORD = re.compile(
    "|".join(
        (
            NUMBER,
            rf"(?:{_LETTER}\.){{1,8}}{_LETTER}(?![^\W_])\.?(?:['’]s(?![^\W_]))?",  # U.S., U.N.'s
            rf"{_LETTER}{{1,2}}-\d{{1,6}}s?(?![^\W_])",  # F-16, Su-34s
            rf"{_RUN}(?:['’]{_RUN}){{0,3}}",  # troops, Kirby's, O'Brien
            rf"[{_UNSPACED}][{_MARKS}]{{0,8}}",
            "[%％]",
        )
    )
)
"""Every repetition is bounded, so no text makes a word that is long or slow."""


_BETWEEN_WORDS = re.compile(f" (?!{GOES_ON})")

_BESIDE_WORDS = ',;:?!"“”()'

LONGEST_KEPT = 40
"""Characters of a stretch whose words are kept for the next time."""

KEPT = 2**12
"""How many are kept: the words of questions, and of the paragraphs shown for them."""

_DEGREES = frozenset(map(term_of, LEXICON.degrees))


class Word(NamedTuple):
    """A word of a text: its span and its index term; `text[start:end]` is the word as written."""

    start: int
    end: int
    term: str

    def form_in(self, text: str) -> str:
        """Return the word as written in its text, in lower case."""
        return text[self.start : self.end].lower()


@dataclass(frozen=True, slots=True)
class Shouted:
    """A stretch of a paragraph that is all in capitals, where they say nothing."""

    letters: str

    def __len__(self) -> int:
        """Count its characters."""
        return len(self.letters)


Stretch = str | Shouted
"""A part of a text that has the same words wherever it stands; most are one word with its marks."""


def stretches(text: str, *, shouted: bool) -> Sequence[Stretch]:
    """Cut a text at the spaces that no word runs over; joined by a space each, they are the text.

    `shouted` is what `is_shouted` says of its paragraph.
    """
    parts = _BETWEEN_WORDS.split(text)
    return [*map(Shouted, parts)] if shouted else parts


def bare_stretches(sentence: str, *, shouted: bool) -> Sequence[Stretch]:
    """Cut a sentence likewise, without the marks at a stretch's ends that are part of no word."""
    parts = [part.strip(_BESIDE_WORDS) for part in _BETWEEN_WORDS.split(sentence)]
    if parts[-1].count(".") == 1:  # an abbreviation, "U.S.", has more of them
        parts[-1] = parts[-1].removesuffix(".")
    return [*map(Shouted, parts)] if shouted else parts


def letters_of(stretch: Stretch) -> str:
    """Return a stretch as it is written."""
    return stretch if isinstance(stretch, str) else stretch.letters


def words_of(stretch: Stretch) -> Sequence[Word]:
    """Return the words of a stretch, with their places in it."""
    if isinstance(stretch, Shouted):
        found = _WORD.finditer(stretch.letters)
        return [Word(*match.span(), term_of(match[0].lower())) for match in found]
    if len(stretch) <= LONGEST_KEPT and stretch.isascii() and stretch.isalpha():
        return [Word(0, len(stretch), term_of(stretch))]  # as `_WORD` would find, much faster
    return [Word(*match.span(), term_of(match[0])) for match in _WORD.finditer(stretch)]


_kept_words = lru_cache(KEPT)(words_of)


def words(text: str, first: int = 0) -> list[Word]:
    """Return the words of a text in reading order; a whole number ("1.5 million") is one word.

    Their characters are counted from `first`.
    """
    found = []
    at = first
    for stretch in stretches(text, shouted=is_shouted(text)):
        for start, end, term in _words_of(stretch):
            found.append(Word(at + start, at + end, term))
        at += len(stretch) + 1
    return found


def terms(text: str) -> list[str]:
    """Return the index terms of a text in reading order, stop words and repetitions included."""
    cut = stretches(text, shouted=is_shouted(text))
    return [word.term for stretch in cut for word in _words_of(stretch)]


def question_terms(text: str) -> list[str]:
    """Return the terms of a question to look for; see `telling`."""
    return telling(terms(text))


def telling(asked: Sequence[str]) -> list[str]:
    """Choose the terms to look for: each once, without stop words unless there is nothing else.

    A word said twice does not ask for twice as much, so repetitions do not count. "Many" in "how
    many" counts as a stop word too.
    """
    asking = {term for how, term in pairwise(asked) if how == "how" and term in _DEGREES}
    distinct = list(dict.fromkeys(asked))
    told = [term for term in distinct if term not in LEXICON.stop_words and term not in asking]
    return told or distinct


def _words_of(stretch: Stretch) -> Sequence[Word]:
    return _kept_words(stretch) if len(stretch) <= LONGEST_KEPT else words_of(stretch)


def is_shouted(text: str) -> bool:
    """Judge whether capitals say nothing here: several words, and all in capitals."""
    return text.isupper() and len(text.split(maxsplit=1)) > 1
