"""How sure it is that a question is answered in a paragraph, and when to stay silent.

A logistic regression, learnt from questions with a known answer and questions about other articles.
`python -m corpus.learning confidence` prints WEIGHTS, RELEVANCE and BIAS. It tells what is not there at all; it cannot tell a question
made to look answerable from the same paragraph.
"""

from __future__ import annotations

import numpy as np

from corpus.answering.candidate_words import Floats
from corpus.answering.ranking import weighted

BAR = 0.25
"""Confidence from which a paragraph is shown: 98 of 100 answerable questions reach it."""

WEIGHTS = {
    "covered": 1.3,
    "sentence": 1.51,
    "answer": 1.33,
    "exact": 1.58,
    "title": 1.17,
    "neighbours": 1.51,
}
RELEVANCE = 0.45
"""The weight of the reader's logit beside the words' sum."""

BIAS = -0.53


def confidences(measured: Floats, relevances: Floats) -> Floats:
    """Return a confidence from 0 to 1 for each candidate; `measured` is that of `ranking.scores`.

    `relevances` are those of `ranking.relevances_of_all`, 0 where nothing was read.
    """
    sums = weighted(measured, WEIGHTS) + BIAS + RELEVANCE * relevances
    return np.asarray(1 / (1 + np.exp(-sums)))
