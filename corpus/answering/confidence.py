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
    "covered": 2.85,
    "sentence": 2.41,
    "answer": 2.24,
    "related": 1.32,
    "adjacent": 1.77,
    "exact": 3.01,
    "title": 3.84,
    "neighbours": 2.98,
}
BIAS = -3.74


def confidences(measured: Floats) -> Floats:
    """Give each candidate a confidence from 0 to 1; the arguments are those of `ranking.scores`."""
    return 1 / (1 + np.exp(-(weighted(measured, WEIGHTS) + BIAS)))
