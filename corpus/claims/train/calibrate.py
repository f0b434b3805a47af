"""Learn the judge from held-out articles: weights of its features, bars, and what may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from corpus.article import Span
from corpus.claims.learned.confidence import Candidate, Judge
from corpus.claims.train.data import Annotated

Floats = NDArray[np.float64]

RIDGE = 1.0
"""Pull of the weights towards 0, so that a few hundred examples suffice."""

SHOWN_PRECISION = 0.95
"""At least this share of the claims shown as "X said" is right."""

HALF = 0.5
"""Two parts agree that share at least this much: intersection over union of their words."""

WORD = re.compile(r"\w+")


def calibrate(articles: Sequence[Annotated], found: Sequence[Sequence[Candidate]]) -> Judge:
    """Fit the judge on articles that the network did not learn from, with their candidates."""
    right = np.array(list(chain(*map(right_ones, articles, found))), dtype=float)
    candidates = list(chain(*found))
    weights = logistic(np.array([c.features for c in candidates]), right)
    judge = Judge(tuple(round(float(w), 3) for w in weights), 0.5, 0.5, 0.5)
    sure = np.array([judge.confidence(c) for c in candidates])
    saying = np.array([c.saying for c in candidates])
    total = sum(len(article.marked) for article in articles)
    bar = best_bar(sure, right, total)
    shown = safe_bar(sure[saying], right[saying])
    return Judge(judge.weights, round(bar, 3), round(bar, 3), round(shown, 3))


def right_ones(article: Annotated, found: Sequence[Candidate]) -> list[bool]:
    """Tell of each candidate whether an annotated attribution agrees with it.

    The sources have to agree, or be both missing, and so have the contents.
    """
    golds = [
        (words(article.text, m.source), words(article.text, m.content)) for m in article.marked
    ]
    return [agrees(article.text, candidate, golds) for candidate in found]


def agrees(
    text: str, candidate: Candidate, golds: Iterable[tuple[frozenset[int], frozenset[int]]]
) -> bool:
    """Tell whether any annotated source and content agree with the candidate's."""
    source, content = words(text, candidate.source), words(text, candidate.content)
    return any(overlap(source, s) >= HALF and overlap(content, c) >= HALF for s, c in golds)


def words(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Give where the words inside spans begin."""
    return frozenset(m.start() for s, e in spans for m in WORD.finditer(text, s, e))


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Intersection over union; two empty sets are equal."""
    return len(one & other) / len(one | other) if one | other else 1.0


def logistic(features: Floats, right: Floats) -> Floats:
    """Fit a logistic regression by Newton's method."""
    weights = np.zeros(features.shape[1])
    pull = RIDGE * np.eye(features.shape[1])
    for _ in range(20):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (right - chance) - RIDGE * weights
        curve = (features * (chance * (1 - chance))[:, None]).T @ features + pull
        weights += np.linalg.solve(curve, slope)
    return weights


def best_bar(sure: Floats, right: Floats, total: int) -> float:
    """Find the bar with the best F1 among `total` annotated attributions."""
    order = np.argsort(-sure)
    hits = np.cumsum(right[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + total)
    return float(sure[order][f1.argmax()])


def safe_bar(sure: Floats, right: Floats) -> float:
    """Find the lowest bar above which SHOWN_PRECISION of the claims are right; 1 if there is none."""
    order = np.argsort(-sure)
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    safe = np.flatnonzero(precision >= SHOWN_PRECISION)
    return float(sure[order][safe[-1]]) if len(safe) else 1.0
