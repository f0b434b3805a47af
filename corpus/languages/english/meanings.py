"""Words that news uses in turn for one thing, and pairs of contrary ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.languages.english.forms import term_of
from corpus.languages.english.lexicon import LEXICON

_MEANING = {term_of(word): term_of(group[0]) for group in LEXICON.synonyms for word in group}

_COUNTRY_LETTERS = 5
"""Letters that a country and its people have in common: "Korea" and "Korean", "Russia", "Russian"."""


def meaning(term: str) -> str:
    """Return the term that stands for all of the same meaning; most terms stand for themselves."""
    return _MEANING.get(term, term)


def country_stem(term: str) -> str:
    """Return the first letters of a term, by which "Korea" and "Korean" are one."""
    return term[:_COUNTRY_LETTERS]


def _pairs(listed: Iterable[Sequence[str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(meaning(term_of(word)) for word in pair) for pair in listed)


OPPOSITES = _pairs(LEXICON.opposites)
"""Pairs of contrary meanings; each word stands for its whole group."""

CONTRARIES = OPPOSITES | _pairs(LEXICON.contraries)
"""Those, and pairs of which one in the place of the other makes another question."""
