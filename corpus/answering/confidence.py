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

BY_HAND = {"contrary": -2.0}
"""Evidence that is too rare in what is learnt from: on 8 of 1,100 right answers there, and 11 others."""

WEIGHTS = BY_HAND | {
    "covered": -1.176,
    "sentence": -1.079,
    "answer": 0.982,
    "exact": -0.697,
    "counted": 0.469,
    "early": -1.17,
    "title": -0.132,
    "neighbours": -0.35,
    "relevance": -0.07,
    "holds": 0.636,
    "margin": 0.047,
    "alike": 1.451,
    "around": 2.571,
    "unnamed": -1.825,
    "fits": 0.486,
    "misfits": -0.372,
    "anything": 0.511,
    "speaker": 0.635,
    "elsewhere": -1.8,
    "nowhere": -1.111,
    "unsaid": -2.669,
    "untold": -2.196,
    "teller": -0.812,
}
"""The weight of each piece of evidence."""

BIAS = -0.678


def logits(evidence: Floats) -> Floats:
    """Return the logit of the confidence for each row of `corpus.answering.evidence.weigh`."""
    weights = np.array([WEIGHTS[name] for name in EVIDENCE])
    return np.asarray(evidence @ weights + BIAS)


def confidences(evidence_logits: Floats) -> Floats:
    """Return the confidence, from 0 to 1, that has each of these logits."""
    return np.asarray(1 / (1 + np.exp(-evidence_logits)))
