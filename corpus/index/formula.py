"""BM25+ as rank-bm25 computes it, and a bound on what a term can add to a score."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.index.segment import Documents, Integers

Floats = NDArray[np.float64]

ROUNDING = 1e-6
"""Room for the rounding of what is known of a term, which is kept in 32 bits."""


@dataclass(frozen=True, slots=True)
class Formula:
    """BM25+, operation by operation as in rank-bm25, so that every bit is the same.

    `norms` gives each document k1 × (1 - b + b × length / average length); `rough_norms` are the
    same in 32 bits, to choose by. The formula is Lv and Zhai 2011, "Lower-bounding term frequency
    normalization".
    """

    k1: float
    b: float
    delta: float
    mean_length: float
    norms: Floats
    rough_norms: NDArray[np.float32]

    @classmethod
    def of(
        cls, lengths: NDArray[np.int32], mean_length: float, *, k1: float, b: float, delta: float
    ) -> Formula:
        """Prepare the formula for documents of some lengths."""
        norms = k1 * (1 - b + b * lengths.astype(np.float64) / mean_length)
        return cls(k1, b, delta, mean_length, norms, norms.astype(np.float32))

    def saturated(self, documents: Documents, counts: Integers) -> Floats:
        """Return the term frequencies `counts` as they weigh in documents of these lengths."""
        return counts * (self.k1 + 1.0) / (self.norms.take(documents) + counts)

    def most(self, count: float, length: float) -> float:
        """Return a bound on how much a term weighs in any document.

        No document holds it more often than `count`, or is shorter than `length` for each time.
        With frequency f, length l and mean length m the weight is
        (k1 + 1) / (1 + k1 (1 - b) / f + k1 b l / (f m)).
        """
        ratio = (1 - self.b) / count + self.b * length / self.mean_length
        return (self.k1 + 1) / (1 + self.k1 * ratio) * (1 + ROUNDING)
