"""How sure it is that a question is answered in a paragraph, and when to stay silent.

A logistic regression, learnt from questions with a known answer and questions about other articles.
`python -m corpus.learning confidence` prints WEIGHTS, RELEVANCE and BIAS. It tells what is not there at all; it cannot tell a question
made to look answerable from the same paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

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


def confidences(measured: Floats, relevances: Sequence[float] = ()) -> Floats:
    """Return a confidence from 0 to 1 for each candidate; `measured` is that of `ranking.scores`.

    `relevances` are the reader's, of the first candidates; the others count as if they were read and found doubtful.
    """
    sums = weighted(measured, WEIGHTS) + BIAS
    sums[: len(relevances)] += RELEVANCE * np.array(relevances)
    return np.asarray(1 / (1 + np.exp(-sums)))
