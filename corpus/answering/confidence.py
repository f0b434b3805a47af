"""How sure it is that a question is answered in a paragraph that was read, and when to stay silent.

A logistic regression of `evidence`, learnt from questions as members type them, of which many are
near the topic of the articles and not answered there. `python -m corpus.learning confidence` prints
LEARNT and BIAS. What is only about the question is told apart by `topicality`.
"""

from __future__ import annotations

import numpy as np

from corpus.answering.candidate_words import Floats
from corpus.answering.evidence import EVIDENCE

BAR = 0.17
"""Confidence from which a paragraph is shown as an answer."""

ALSO = 0.7
"""Confidence from which one is shown beside a better one."""

BY_HAND = {"contrary": -2.0, "displaced": -4.5}
"""Evidence that is too rare in what is learnt from: on 8 of 1,100 right answers there, and 11 others;
and on 1 and 4 (RANKING.md)."""

LEARNT = {
    "covered": -1.13,
    "sentence": -1.023,
    "answer": 0.853,
    "exact": -0.711,
    "counted": 0.498,
    "early": -1.16,
    "title": -0.14,
    "neighbours": -0.368,
    "relevance": -0.073,
    "holds": 0.634,
    "margin": 0.049,
    "alike": 1.408,
    "around": 2.566,
    "unnamed": -1.833,
    "fits": 0.463,
    "misfits": -0.339,
    "anything": 0.51,
    "speaker": 0.635,
    "elsewhere": -1.797,
    "nowhere": -1.159,
    "unsaid": -2.624,
    "untold": -2.187,
    "teller": -0.815,
}
"""The weight of each other piece of evidence."""

WEIGHTS = BY_HAND | LEARNT

BIAS = -0.645


def logits(evidence: Floats) -> Floats:
    """Return the logit of the confidence for each row of `corpus.answering.evidence.weigh`."""
    weights = np.array([WEIGHTS[name] for name in EVIDENCE])
    return np.asarray(evidence @ weights + BIAS)


def confidences(evidence_logits: Floats) -> Floats:
    """Return the confidence, from 0 to 1, that has each of these logits."""
    return np.asarray(1 / (1 + np.exp(-evidence_logits)))
