"""Which sentences of a passage answer, and which of its words were asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

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


def is_trusted(document: Document, answer: Span, weights: Mapping[str, float]) -> bool:
    """Tell whether the words that may answer stand among enough of what is asked."""
    around = [
        word
        for span in document.sentences
        if overlap(span, answer)
        for word in document.words_in(*span)
    ]
    return _weight_covered(around, weights) >= TRUSTED * sum(weights.values())


def _weight_covered(words: Iterable[Word], weights: Mapping[str, float]) -> float:
    return sum(weights[term] for term in {word.term for word in words} & weights.keys())
