"""How sure it is that a question is answered in a paragraph that was read, and when to stay silent.

A logistic regression of `evidence`, learnt from questions as members type them, of which many are
near the topic of the articles and not answered there. `python -m corpus.learning confidence` prints
WEIGHTS and BIAS. What is only about the question is told apart by `topicality`.
"""

from __future__ import annotations

import numpy as np

from corpus.answering.candidate_words import Floats
from corpus.answering.evidence import EVIDENCE

BAR = 0.16
"""Confidence from which a paragraph is shown as an answer."""

ALSO = 0.7
"""Confidence from which one is shown beside a better one."""

WEIGHTS = {
    "covered": -0.564,
    "sentence": -1.248,
    "answer": 1.391,
    "exact": -0.603,
    "counted": 0.487,
    "early": -1.396,
    "title": 0.135,
    "neighbours": -0.395,
    "relevance": -0.099,
    "holds": 0.682,
    "margin": 0.053,
    "alike": 3.264,
    "fits": -0.158,
    "misfits": -0.598,
    "anything": -0.114,
    "speaker": -0.06,
    "elsewhere": -1.645,
    "nowhere": -1.588,
    "teller": -0.647,
}
"""The weight of each piece of evidence."""

BIAS = 0.033


def confidences(evidence: Floats) -> Floats:
    """Return a confidence from 0 to 1 for each row of `corpus.answering.evidence.weigh`."""
    weights = np.array([WEIGHTS[name] for name in EVIDENCE])
    return np.asarray(1 / (1 + np.exp(-(evidence @ weights + BIAS))))
