"""Put the paragraph that answers first: a weighted sum of what was measured and what was read.

The weights are learnt from questions with marked answers (see `corpus/learning/README.md`). A
difference of 1 in the sum makes one paragraph e times as likely as another to be the answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from corpus.answering.candidate_words import Floats
from corpus.answering.features import FEATURES

CANDIDATES = 50
"""BM25's best that are measured: they hold the answer for 97 of 100 questions over a week of news."""

READ = 10
"""The best of those by their words that are read: they nearly always hold the answer if any does."""

RELEVANCE = 0.6
"""The weight of the reader's logit beside the words' sum. Printed by `python -m corpus.learning
confidence`."""

SURENESS = 1.0
"""The weight of confidence's logit beside that sum, chosen on members' questions in turns."""

WEIGHTS = {
    "bm25": 5.9,
    "sentence": 2.41,
    "exact": 2.77,
    "related": 4.79,
    "adjacent": 1.17,
    "answer": 3.04,
    "kind": 0.79,
    "counted": 1.18,
    "early": 1.53,
    "title": 2.58,
    "neighbours": 3.74,
    "asks": -7.47,
}
"""The weight of each feature. Printed by `python -m corpus.learning ranking`."""


def scores(measured: Floats) -> Floats:
    """Score candidates from what `corpus.answering.features.measure` gives for them."""
    return weighted(measured, WEIGHTS)


def of_all(read: Sequence[float], count: int) -> Floats:
    """Return a number for each of `count` candidates, of which only the first ones were read.

    The others stay behind: they get no more than the least of those that were read.
    """
    least = min(read, default=0.0)
    return np.array([*read, *[least] * (count - len(read))])


def with_relevances(by_words: Floats, relevances: Floats) -> Floats:
    """Add what was read to the scores by words."""
    return by_words + RELEVANCE * relevances


def with_sureness(scored: Floats, logits: Floats) -> Floats:
    """Add the logits of confidence to the scores by words and relevance."""
    return scored + SURENESS * logits


def weighted(measured: Floats, weights: Mapping[str, float]) -> Floats:
    """Add up the columns that are named in `weights`, each times its weight."""
    columns = [FEATURES.index(name) for name in weights]
    return np.asarray(measured[:, columns] @ np.array(list(weights.values())))
