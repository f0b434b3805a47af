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
    "covered": -0.749,
    "sentence": -1.201,
    "answer": 1.368,
    "exact": -0.588,
    "counted": 0.52,
    "early": -1.349,
    "title": 0.18,
    "neighbours": -0.366,
    "relevance": -0.102,
    "holds": 0.67,
    "margin": 0.057,
    "alike": 3.444,
    "fits": -0.181,
    "misfits": -0.598,
    "anything": -0.022,
    "speaker": -0.092,
    "elsewhere": -1.679,
    "nowhere": -0.471,
    "unsaid": -2.193,
    "teller": -0.609,
}
"""The weight of each piece of evidence."""

BIAS = -0.071


def logits(evidence: Floats) -> Floats:
    """Return the logit of the confidence for each row of `corpus.answering.evidence.weigh`."""
    weights = np.array([WEIGHTS[name] for name in EVIDENCE])
    return np.asarray(evidence @ weights + BIAS)


def confidences(evidence_logits: Floats) -> Floats:
    """Return the confidence, from 0 to 1, that has each of these logits."""
    return np.asarray(1 / (1 + np.exp(-evidence_logits)))
