"""Learn the judge, which turns what the network says of a candidate into one confidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from corpus.article import Span
from corpus.claims.learned.confidence import Candidate, Judge
from corpus.learning.finder.annotated import Annotated
from corpus.learning.regression import fit_logistic

PENALTY = 0.5
"""How much a weight's square costs, so that a few hundred examples suffice."""

BAR, SAYING_BAR = 0.36, 0.54
"""Chosen on the tuning month, judged by the other half of it: with these the smallest margin to what
we aim at (strict F1 73, speech precision 91 and recall 92, who-net 85) is largest."""

HALF = 0.5
"""Two parts agree that share at least this much: intersection over union of their words."""

WORD = re.compile(r"\w+")


def calibrate(articles: Sequence[Annotated], found: Sequence[Sequence[Candidate]]) -> Judge:
    """Fit the judge on articles that the network did not learn from, with their candidates."""
    right = list(chain.from_iterable(map(right_ones, articles, found)))
    rows = np.array([candidate.features for candidate in chain.from_iterable(found)])
    weights, _ = fit_logistic(
        rows, right, penalty=PENALTY, with_bias=False
    )  # a feature is always 1
    return Judge(tuple(weights.round(3).tolist()), BAR, SAYING_BAR)


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
    """Return where the words inside spans begin."""
    return frozenset(m.start() for s, e in spans for m in WORD.finditer(text, s, e))


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Return intersection over union, from 0 to 1; two empty sets are equal."""
    return len(one & other) / len(one | other) if one | other else 1.0
