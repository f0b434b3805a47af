"""Which sentences of a passage answer, and which of its words were asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from corpus.answering.reader import Reading
from corpus.article import Span, overlap
from corpus.languages.english import Word
from corpus.languages.english.document import Document

NEARLY_BEST = 0.8
"""A sentence that covers at least this share of what the best one covers is highlighted too."""

MOST_SENTENCES = 2
"""Sentences highlighted at most: a card is short."""

TRUSTED = 0.6
"""Share of a question's weight that the sentence of a marked answer holds at least: below it, more
of the marks are wrong, above all on questions that the articles do not answer (RANKING.md)."""


class Unmarked(StrEnum):
    """Why no words of a paragraph are marked as the answer."""

    NOT_READ = "the paragraph was not read"
    NOT_SURE = "the reader is not sure enough of any words"
    ABOUT_CLAIMS = "the question is about who says what, which the claims tell"
    TOO_LITTLE_ASKED = "too little of what is asked stands around the words"


class Mark(NamedTuple):
    """The words of a paragraph that may answer, and whether they are marked.

    `words` is None where the reader is not sure enough of any; `chance` is that of the likeliest, and
    `asked_around` the share of what is asked that the sentence of `words` holds, both from 0 to 1.
    `unmarked` is None where the words are marked.
    """

    words: Span | None
    chance: float | None
    asked_around: float | None
    unmarked: Unmarked | None

    @property
    def shown(self) -> Span | None:
        """The words that are marked as the answer, if any are."""
        return None if self.unmarked else self.words


def terms_in(document: Document, wanted: Collection[str]) -> tuple[Span, ...]:
    """Find the words of a text whose terms are wanted, in reading order."""
    return tuple((word.start, word.end) for word in document.words if word.term in wanted)


def answering_sentences(
    document: Document, weights: Mapping[str, float], answer: Span | None = None
) -> tuple[Span, ...]:
    """Choose the sentences that hold most of the question, and that of the words that answer.

    `weights` gives each term of the question its weight, 0 or more. The first of equally good
    sentences wins; a text without any of the terms gives its first sentence. They are given in
    reading order.
    """
    spans = document.sentences
    if not spans:
        return ()
    covered = [_weight_covered(document.words_in(*span), weights) for span in spans]
    best = max(covered)
    order = sorted(range(len(spans)), key=lambda i: (-covered[i], i))
    nearly_best = [i for i in order if covered[i] >= NEARLY_BEST * best and best > 0]
    first = [i for i in order if answer and overlap(spans[i], answer)]
    chosen = list(dict.fromkeys([*first, *nearly_best]))[: max(MOST_SENTENCES, len(first))]
    return tuple(spans[i] for i in sorted(chosen or order[:1]))


def mark(
    reading: Reading | None,
    document: Document,
    weights: Mapping[str, float],
    *,
    about_claims: bool,
) -> Mark:
    """Decide whether the words that were read as the answer are marked in their paragraph.

    `about_claims` tells that the question is about who says what.
    """
    if reading is None:
        return Mark(None, None, None, Unmarked.NOT_READ)
    if reading.answer is None:
        return Mark(None, reading.chance, None, Unmarked.NOT_SURE)
    asked_around = _asked_around(document, reading.answer, weights)
    unmarked = None
    if about_claims:
        unmarked = Unmarked.ABOUT_CLAIMS
    elif asked_around < TRUSTED:
        unmarked = Unmarked.TOO_LITTLE_ASKED
    return Mark(reading.answer, reading.chance, asked_around, unmarked)


def _asked_around(document: Document, answer: Span, weights: Mapping[str, float]) -> float:
    """Return the share of what is asked that the sentence of the words that may answer holds."""
    around = [
        word
        for span in document.sentences
        if overlap(span, answer)
        for word in document.words_in(*span)
    ]
    return _weight_covered(around, weights) / sum(weights.values())


def _weight_covered(words: Iterable[Word], weights: Mapping[str, float]) -> float:
    return sum(weights[term] for term in {word.term for word in words} & weights.keys())
