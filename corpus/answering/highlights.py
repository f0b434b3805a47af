"""Which sentences of a passage answer, and which of its words were asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from corpus.answering.ranked import Ranked
from corpus.article import Span, overlap
from corpus.languages.english import Word
from corpus.languages.english.document import Document

NEARLY_BEST = 0.8
"""A sentence that covers at least this share of what the best one covers is highlighted too."""

MOST_SENTENCES = 2
"""Sentences highlighted at most: a card is short."""

TRUSTED = 0.6
"""Confidence that the paragraph answers from which words are marked in it (RANKING.md)."""


class Unmarked(StrEnum):
    """Why no words of a paragraph are marked as the answer."""

    NOT_READ = "the paragraph was not read"
    NOT_SURE = "the reader is not sure enough of any words"
    ABOUT_CLAIMS = "the question is about who says what, which the claims tell"
    YES_OR_NO = "the question asks for yes or no"
    OF_ANOTHER_KIND = (
        "the likeliest words are of another kind than asked for, or only name who tells"
    )
    ON_ANOTHER_PREMISE = "the question says something that the sentence says otherwise"
    NOT_ANSWERED = "it is not sure enough that the paragraph answers"


class Mark(NamedTuple):
    """The words of a paragraph that may answer, and whether they are marked.

    `words` is None where the reader is not sure enough of any; `chance`, from 0 to 1, is that of the
    likeliest. `unmarked` is None where the words are marked.
    """

    words: Span | None
    chance: float | None
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


def mark(ranked: Ranked, *, about_claims: bool, yes_or_no: bool) -> Mark:
    """Decide whether the words that were read as the answer are marked in their paragraph.

    `about_claims` tells that the question is about who says what, `yes_or_no` that it asks for that.
    """
    reading = ranked.reading
    if reading is None:
        return Mark(None, None, Unmarked.NOT_READ)
    if reading.answer is None:
        return Mark(None, reading.chance, Unmarked.NOT_SURE)
    unmarked = None
    if about_claims:
        unmarked = Unmarked.ABOUT_CLAIMS
    elif yes_or_no:
        unmarked = Unmarked.YES_OR_NO
    elif ranked.has("misfits") or ranked.has("teller"):
        unmarked = Unmarked.OF_ANOTHER_KIND
    elif ranked.has("contrary") or ranked.has("unnamed") or ranked.has("displaced"):
        unmarked = Unmarked.ON_ANOTHER_PREMISE
    elif ranked.confidence < TRUSTED:
        unmarked = Unmarked.NOT_ANSWERED
    return Mark(reading.answer, reading.chance, unmarked)


def _weight_covered(words: Iterable[Word], weights: Mapping[str, float]) -> float:
    return sum(weights[term] for term in {word.term for word in words} & weights.keys())
