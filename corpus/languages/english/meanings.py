"""Words that news uses in turn for one thing, and pairs of contrary ones."""

from __future__ import annotations

from corpus.languages.english.forms import term_of
from corpus.languages.english.lexicon import LEXICON

_MEANING = {term_of(word): term_of(group[0]) for group in LEXICON.synonyms for word in group}


def meaning(term: str) -> str:
    """Return the term that stands for all of the same meaning; most terms stand for themselves."""
    return _MEANING.get(term, term)


OPPOSITES = frozenset(
    frozenset(meaning(term_of(word)) for word in pair) for pair in LEXICON.opposites
)
"""Pairs of contrary meanings; each word stands for its whole group."""
