"""What one query term adds to the scores of the documents that hold it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from corpus.index.segment import Documents, Integers

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Formula:
    """BM25+ as rank-bm25 computes it, operation by operation, so that every bit is the same.

    `norms` gives each document k1 × (1 - b + b × length / average length), `least_norm` the
    smallest. The formula is Lv and Zhai 2011, "Lower-bounding term frequency normalization".
    """

    k1: float
    delta: float
    norms: Floats
    least_norm: float

    def saturated(self, documents: Documents, counts: Integers) -> Floats:
        """Give the term frequencies `counts` as they weigh in documents of these lengths."""
        return counts * (self.k1 + 1.0) / (self.norms[documents] + counts)


@dataclass(frozen=True, slots=True)
class Postings:
    """A term's documents, ascending, and how often each holds it: 0 where it was removed."""

    formula: Formula
    idf: float
    documents: Documents
    counts: Integers

    def gains(self) -> Floats:
        """Give what the term adds to each of its documents, above one that lacks it."""
        return self.idf * self.formula.saturated(self.documents, self.counts)

    def gains_in(self, documents: Documents) -> Floats:
        """Give what the term adds to each of some documents, above one that lacks it."""
        return self.idf * self.formula.saturated(documents, self.counts_in(documents))

    def most(self) -> float:
        """Give a bound on what the term can add to any document."""
        count = float(self.counts.max())
        return self.idf * count * (self.formula.k1 + 1) / (self.formula.least_norm + count)

    def scores(self, size: int) -> Floats:
        """Give the term's part of the score of each of `size` documents."""
        parts = np.full(size, float(self.formula.delta))
        parts[self.documents] += self.formula.saturated(self.documents, self.counts)
        return self.idf * parts

    def within(self, allowed: NDArray[np.bool_]) -> Postings:
        """Keep only the documents whose numbers `allowed` marks."""
        kept = allowed[self.documents]
        return replace(self, documents=self.documents[kept], counts=self.counts[kept])

    def counts_in(self, documents: Documents) -> Integers:
        """Give how often each of some documents holds the term."""
        places = self.documents.searchsorted(documents)
        is_held = self.documents.take(places, mode="clip") == documents
        counts: Integers = self.counts.take(places, mode="clip") * is_held
        return counts


def scores_of(documents: Documents, query: list[Postings]) -> Floats:
    """Score some documents, adding term by term as the library does."""
    scores = np.zeros(len(documents))
    if not query:
        return scores
    formula = query[0].formula
    counts = np.array([postings.counts_in(documents) for postings in query])
    parts = formula.delta + formula.saturated(documents, counts)
    for postings, part in zip(query, parts, strict=True):
        scores += postings.idf * part
    return scores
