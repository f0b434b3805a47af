"""Put the paragraph that answers first: a weighted sum of what was measured.

The weights were learnt by `tests/benchmarks/fit_ranking.py` from questions with marked answers. A
difference of 1 in the sum makes one paragraph e times as likely as another to be the answer.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from corpus.answering.features import FEATURES

Floats = NDArray[np.float64]

CANDIDATES = 50
"""BM25's best that are measured: they hold the answer for 97 of 100 questions over a week of news."""

WEIGHTS = {
    "relative": 2.07,
    "bm25": 4.21,
    "sentence": 2.16,
    "exact": 2.09,
    "related": 4.95,
    "adjacent": 2.07,
    "answer": 3.3,
    "kind": 0.74,
    "counted": 1.57,
    "early": 1.46,
    "title": 2.84,
    "neighbours": 3.42,
    "asks": -7.14,
}
"""Without an encoder."""

WEIGHTS_WITH_MEANING = {
    "relative": 1.43,
    "bm25": 3.31,
    "sentence": 1.66,
    "exact": 1.12,
    "related": 3.9,
    "adjacent": 1.31,
    "answer": 3.57,
    "kind": 0.71,
    "counted": 2.0,
    "early": 1.26,
    "title": 1.74,
    "neighbours": 2.96,
    "asks": -6.91,
    "meaning": 6.84,
}
"""With one: "meaning" is the cosine of the question and the paragraph's nearest sentence."""


def scores(measured: Floats, meaning: Floats | None = None) -> Floats:
    """Score candidates from what `corpus.answering.features.measure` gives for them.

    `meaning` is how near each comes to the question in meaning, from -1 to 1, where that is known.
    """
    if meaning is None:
        return weighted(measured, WEIGHTS)
    weights = dict(WEIGHTS_WITH_MEANING)
    return weights.pop("meaning") * meaning + weighted(measured, weights)


def weighted(measured: Floats, weights: dict[str, float]) -> Floats:
    """Add up the columns that are named in `weights`, each times its weight."""
    columns = [FEATURES.index(name) for name in weights]
    return measured[:, columns] @ np.array(list(weights.values()))
