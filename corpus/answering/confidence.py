"""How sure it is that a question is answered in a paragraph, and when to stay silent.

A logistic regression, learnt by `tests/benchmarks/fit_ranking.py`: questions with a known answer
against questions about other articles. It tells what is not there at all; it cannot tell a question
made to look answerable from the same paragraph.
"""

from __future__ import annotations

import numpy as np

from corpus.answering.ranking import Floats, weighted

BAR = 0.3
"""Confidence from which a paragraph is shown: 98 of 100 answerable questions reach it."""

WEIGHTS = {
    "covered": 3.07,
    "sentence": 4.04,
    "answer": 2.49,
    "related": 1.87,
    "adjacent": 0.67,
    "exact": 2.65,
    "title": 4.0,
    "neighbours": 4.0,
}
BIAS = -4.76

WEIGHTS_WITH_MEANING = {
    "covered": 1.6,
    "sentence": 2.3,
    "answer": 4.06,
    "related": 0.74,
    "exact": 1.22,
    "title": 4.0,
    "neighbours": 4.0,
    "meaning": 10.33,
}
BIAS_WITH_MEANING = -7.94


def confidences(measured: Floats, meaning: Floats | None = None) -> Floats:
    """Give each candidate a confidence from 0 to 1; the arguments are those of `ranking.scores`."""
    if meaning is None:
        return _logistic(weighted(measured, WEIGHTS) + BIAS)
    weights = dict(WEIGHTS_WITH_MEANING)
    near = weights.pop("meaning") * meaning
    return _logistic(near + weighted(measured, weights) + BIAS_WITH_MEANING)


def _logistic(sums: Floats) -> Floats:
    return 1 / (1 + np.exp(-sums))
