"""What a topic's words look for: each word, in any inflection, or another of the same meaning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from corpus.answering.spelling import corrected
from corpus.languages.english import question_terms, terms
from corpus.languages.english.forms import term_of
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import meaning

NAMES_KEPT = 2**12
"""Names whose terms are kept for the next time."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: for each of its words the number of the word, by every term that stands for it.

    `size` is how many words there are, numbered from 0.
    """

    numbers: Mapping[str, int]
    size: int

    def named_in(self, text: str) -> set[int]:
        """Return the numbers of the words that a text has."""
        return self._among(terms(text))

    def named_in_name(self, name: str) -> set[int]:
        """Return the numbers of the words that a name has; names come again and again."""
        return self._among(_terms_of_name(name))

    def _among(self, found: Iterable[str]) -> set[int]:
        return {self.numbers[term] for term in found if term in self.numbers}


def read_topic(text: str, idfs: Callable[[Iterable[str]], Mapping[str, float]]) -> Topic:
    """Read what a text is to be searched for, as a question's words are: misspelt ones corrected.

    `idfs` gives the terms that the articles have their weights.
    """
    asked = question_terms(text)
    slips = corrected(asked, idfs)
    wanted = list(dict.fromkeys(meaning(slips.get(term, term)) for term in asked))
    numbers = {
        term: number for number, meant in enumerate(wanted) for term in _SAME.get(meant, {meant})
    }
    return Topic(numbers, len(wanted))


def _terms_of_all_meanings() -> Mapping[str, frozenset[str]]:
    same: defaultdict[str, set[str]] = defaultdict(set)
    for group in LEXICON.synonyms:
        for word in group:
            same[meaning(term_of(word))].add(term_of(word))
    return {meant: frozenset(them) for meant, them in same.items()}


_SAME = _terms_of_all_meanings()
"""By meaning, the terms that have it, where there are several."""


@lru_cache(NAMES_KEPT)
def _terms_of_name(name: str) -> tuple[str, ...]:
    return tuple(terms(name))
