"""Which sentences of a passage answer, and which of its words were asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from corpus.article import Span
from corpus.text import sentences, words

NEARLY_BEST = 0.8
"""A sentence that covers at least this share of what the best one covers is highlighted too."""

MOST_SENTENCES = 2
"""Sentences highlighted at most: a card is short."""


def terms_in(text: str, wanted: Collection[str]) -> tuple[Span, ...]:
    """Find the words of a text whose terms are wanted, in reading order."""
    return tuple((word.start, word.end) for word in words(text) if word.term in wanted)


def answering_sentences(
    text: str, weights: Mapping[str, float], answer: Span | None = None
) -> tuple[Span, ...]:
    """Choose the sentences with the words that answer, or else with most of the question.

    `weights` gives each term of the question its weight, 0 or more. The first of equally good
    sentences wins; a text without any of the terms gives its first sentence. They are given in
    reading order.
    """
    spans = sentences(text)
    if answer:
        return tuple((s, e) for s, e in spans if s < answer[1] and answer[0] < e)
    covered = [_weight_covered(text[start:end], weights) for start, end in spans]
    if not spans:
        return ()
    best = max(covered)
    order = sorted(range(len(spans)), key=lambda i: (-covered[i], i))
    chosen = [i for i in order[:MOST_SENTENCES] if covered[i] >= NEARLY_BEST * best and best > 0]
    return tuple(spans[i] for i in sorted(chosen or order[:1]))


def _weight_covered(sentence: str, weights: Mapping[str, float]) -> float:
    return sum(weights[term] for term in {word.term for word in words(sentence)} & weights.keys())
