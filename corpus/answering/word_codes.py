"""Paragraphs kept as arrays of numbers, so that ranking need not cut them into words again.

A code is one 64-bit number: a hash of the term (32 bits), one of the exact form (8 bits) and traits
of the word (16 bits). It needs no vocabulary, so it means the same in every corpus and process, and
may be stored. Two terms share a hash once in four thousand million pairs.
"""

from __future__ import annotations

import re
from collections import Counter
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.numbers import WRITTEN

WordCodes = NDArray[np.uint64]

CAPITAL, NUMBER, YEAR, DATE, PREPOSITION, REASON, MONEY, PERCENT, COMMON, FIRST, PRICED = (
    1 << bit for bit in range(11)
)
"""Traits. FIRST is the first word of a sentence, PRICED stands after a currency's sign."""

_FORM_BITS = 8
_TRAIT_BITS = 16
_TERM_SHIFT = _FORM_BITS + _TRAIT_BITS
_PREFIX_BITS = 18
_REST_BITS = 32 - _PREFIX_BITS

PREFIX = 5
"""Letters that two words must share at their beginning to count as related: "nuclear", "nuclei"."""

_YEAR = re.compile(r"(?:1\d|20)\d\d(?:['’]?s)?")
_NUMBER = re.compile(WRITTEN)


def term_hashes(codes: WordCodes) -> NDArray[np.uint32]:
    """Return the part of each word that stands for its term."""
    return (codes >> np.uint64(_TERM_SHIFT)).astype(np.uint32)


def prefix_hashes(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Return the part of each term's hash that stands for its first letters."""
    return hashes >> np.uint32(_REST_BITS)


def form_hashes(codes: WordCodes) -> NDArray[np.uint8]:
    """Return the part of each word that stands for the word as written, in lower case."""
    return (codes >> np.uint64(_TRAIT_BITS)).astype(np.uint8)


def traits(codes: WordCodes) -> NDArray[np.uint16]:
    """Return the traits of each word."""
    return codes.astype(np.uint16)


def hash_of(term: str) -> int:
    """Hash a term into 32 bits, the upper 18 from its first letters alone."""
    prefix = crc32(term[:PREFIX].encode("utf-8", "surrogatepass")) >> (32 - _PREFIX_BITS)
    whole = crc32(term.encode("utf-8", "surrogatepass"))
    return prefix << _REST_BITS | whole & (1 << _REST_BITS) - 1


def form_hash_of(form: str) -> int:
    """Hash a word as written into 8 bits, which need only tell the forms of one term apart."""
    return crc32(form.lower().encode("utf-8", "surrogatepass")) & (1 << _FORM_BITS) - 1


def code_of(form: str, term: str) -> int:
    """Return the code of a word as written, and of its term, without FIRST and PRICED."""
    return hash_of(term) << _TERM_SHIFT | form_hash_of(form) << _TRAIT_BITS | _traits_of(form, term)


def _traits_of(form: str, term: str) -> int:
    traits = _TRAITS.get(form.lower(), 0)
    if term in LEXICON.stop_words:
        traits |= COMMON
    if term == "percent":
        traits |= PERCENT
    if form[0].isupper():
        traits |= CAPITAL
    if _NUMBER.fullmatch(form) and form.lower() != "one":  # which is mostly a pronoun
        traits |= NUMBER
        if _YEAR.fullmatch(form):
            traits |= YEAR
    return traits


def _traits_of_words() -> dict[str, int]:
    traits: Counter[str] = Counter()
    for trait, words in (
        (DATE, LEXICON.dates),
        (PREPOSITION, LEXICON.place_prepositions),
        (REASON, LEXICON.reasons),
        (MONEY, LEXICON.currencies),
    ):
        traits.update(dict.fromkeys(words, trait))
    return dict(traits)


_TRAITS = _traits_of_words()
