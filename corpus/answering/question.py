"""A question as the ranking sees it: its terms, what it really asks, and the kind of answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from corpus.answering.kinds import Kind, counted_in, kind_of
from corpus.answering.pasted import (
    asking_sentences,
    begins_with_verb,
    without_what_is_told,
)
from corpus.languages.english import telling, terms, words
from corpus.languages.english.lexicon import LEXICON

FIGURES = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENTAGE})
"""The kinds of answer that are figures."""

MOST_TERMS = 32
"""Terms looked for at most; what asks comes first, then the beginning of what tells."""

_HOW = re.compile(r"\bhow\s+(\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """A question read.

    `text` is what is asked, without what a long message tells besides. `terms` are distinct,
    without stop words where it has others. `asking` marks, for each, whether a sentence that asks
    holds it: in "The treaty was signed this week. When does it apply?" the first sentence only
    tells. `forms` gives the word as written, in lower case, and `places` its number among all
    words. `counted` is the term of what is counted, if anything is.
    """

    text: str
    terms: tuple[str, ...]
    asking: tuple[bool, ...]
    forms: tuple[str, ...]
    places: tuple[int, ...]
    kinds: frozenset[Kind]
    counted: str | None

    @property
    def is_yes_or_no(self) -> bool:
        """Whether it asks for nothing but yes or no: each sentence that asks begins with a verb."""
        return all(map(begins_with_verb, asking_sentences(self.text)))

    @property
    def degree(self) -> str:
        """The word after "how", in lower case: "deep" of "how deep is the bay"; "" where none is."""
        how = _HOW.search(self.text)
        return how[1].lower() if how else ""

    @property
    def only_told(self) -> tuple[str, ...]:
        """The terms of sentences that only tell; none where those that ask hold no term at all."""
        if not any(self.asking):
            return ()
        return tuple(term for term, asks in zip(self.terms, self.asking, strict=True) if not asks)

    def respelt(self, slips: Mapping[str, str]) -> Question:
        """Put the right term in the place of each misspelt one that `slips` names."""
        taken = set(self.terms)
        right = {slip: term for slip, term in slips.items() if term not in taken}
        return replace(self, terms=tuple(right.get(term, term) for term in self.terms))


@dataclass(frozen=True, slots=True)
class Search:
    """A question as it is looked for in the articles of one corpus.

    `weights` has each term's idf, that of a term no paragraph has being the most; those are in
    `unknown`. `slips` gives for each misspelt term the one that is looked for in its place.
    """

    question: Question
    weights: Mapping[str, float]
    unknown: frozenset[str]
    slips: Mapping[str, str]

    @property
    def has_only_stop_words(self) -> bool:
        """Whether nothing is looked for that could tell one paragraph from another."""
        return all(
            term in LEXICON.stop_words or form in LEXICON.generic_words
            for term, form in zip(self.question.terms, self.question.forms, strict=True)
        )


def read_question(text: str) -> Question:
    """Read a question, however it is written: a lone name, two questions, a pasted message."""
    text = without_what_is_told(text)
    asking = asking_sentences(text)
    cut = words(text)
    said = [word.term for word in cut]
    asked = set(said) if asking == [text] else {t for each in asking for t in terms(each)}
    distinct = sorted(telling(said), key=lambda term: term not in asked)[:MOST_TERMS]
    first: dict[str, tuple[int, str]] = {}
    for place, word in enumerate(cut):
        first.setdefault(word.term, (place, word.form_in(text)))
    counted = next(filter(None, map(counted_in, asking)), None)
    return Question(
        text=text,
        terms=tuple(distinct),
        asking=tuple(term in asked for term in distinct),
        forms=tuple(first[term][1] for term in distinct),
        places=tuple(first[term][0] for term in distinct),
        kinds=frozenset(map(kind_of, asking)),
        counted=terms(counted)[0] if counted else None,
    )


def asks_for_figure(text: str) -> bool:
    """Tell whether a question asks how many, how much, or for what share."""
    return not FIGURES.isdisjoint(read_question(text).kinds)
