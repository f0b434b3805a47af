"""Which figures somebody wants to see who asks a question, or names some words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.answering.answer import Passage
from corpus.answering.question import Search
from corpus.figures.context import PEOPLE, context_of
from corpus.figures.figure import Figure
from corpus.languages.english import terms
from corpus.languages.english.forms import term_of
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import meaning

COVERED = 0.6
"""Share of a question's words, by weight, that a paragraph and its title must have: a question has
more words than those for what is counted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What figures are to be about: terms by meaning, each with its weight.

    `counted` is what a question asks for the number of, None where it names nothing.
    """

    weights: Mapping[str, float]
    counted: str | None

    @classmethod
    def of(cls, search: Search) -> Wanted:
        """Read what is looked for."""
        telling = {
            meaning(term): weight
            for term, weight in search.weights.items()
            if term not in LEXICON.stop_words and term not in _DEGREES
        }
        counted = search.question.counted
        is_named = counted is not None and counted not in LEXICON.stop_words
        return cls(telling, meaning(counted) if counted and is_named else None)

    def speaks_of(self, passage: Passage) -> bool:
        """Tell whether a paragraph, with its title, has the words: all, or a question's most telling."""
        there = frozenset(map(meaning, terms(f"{passage.article.title}\n{passage.text}")))
        known = sum(weight for term, weight in self.weights.items() if term in there)
        least = COVERED if self.counted else 1.0
        return known >= least * sum(self.weights.values()) > 0

    def counts(self, figure: Figure) -> bool:
        """Tell whether a figure may be of what a question asks the number of."""
        counted = figure.quantity.counted
        if self.counted is None or not counted or self.counted in counted:
            return True
        kind = context_of(figure).kind
        return kind == PEOPLE == _KIND_OF.get(self.counted, "")


_DEGREES = frozenset(map(term_of, LEXICON.degrees))
_KIND_OF = {term_of(word): PEOPLE for word in ("people", "person", "persons")}
