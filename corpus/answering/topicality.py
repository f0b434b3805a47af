"""How sure it is that a paragraph is about what is asked at all, whether or not it answers.

A logistic regression, learnt from questions with a known answer and questions about other articles.
`python -m corpus.learning confidence` prints WEIGHTS, RELEVANCE and BIAS.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus.answering.candidate_words import Floats
from corpus.answering.ranking import weighted

NEAR = 0.25
"""Topicality from which a paragraph may be offered as the nearest: 98 of 100 answers reach it."""

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


def topicalities(measured: Floats, relevances: Sequence[float] = ()) -> Floats:
    """Return a number from 0 to 1 for each candidate; `measured` is that of `ranking.scores`.

    `relevances` are the reader's, of the first candidates; the others count as if they were read and
    found doubtful.
    """
    sums = weighted(measured, WEIGHTS) + BIAS
    sums[: len(relevances)] += RELEVANCE * np.array(relevances)
    return np.asarray(1 / (1 + np.exp(-sums)))
