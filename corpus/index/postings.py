"""The postings of a question's terms: which documents hold each, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.index.segment import Documents, Integers


@dataclass(frozen=True, slots=True)
class Postings:
    """The postings of some terms, one term after the other.

    Term `n` has `documents[starts[n]:starts[n + 1]]`, ascending; `counts` says how often each
    holds it.
    """

    documents: Documents
    counts: Integers
    starts: list[int]

    def of(self, term: int) -> tuple[Documents, Integers]:
        """Return the documents that hold a term, and how often each does."""
        span = slice(self.starts[term], self.starts[term + 1])
        return self.documents[span], self.counts[span]

    def where(self, is_kept: NDArray[np.bool_]) -> Postings:
        """Keep only the postings marked."""
        starts = np.concatenate([[0], np.cumsum(is_kept)])[self.starts].tolist()
        return Postings(self.documents[is_kept], self.counts[is_kept], starts)

    def counts_in(self, term: int, documents: Documents) -> Integers:
        """Return how often each of some documents holds a term."""
        holders, counts = self.of(term)
        if not holders.size:
            return np.zeros(len(documents), self.counts.dtype)
        places = holders.searchsorted(documents)
        is_held = holders.take(places, mode="clip") == documents
        times: Integers = counts.take(places, mode="clip") * is_held
        return times

    def counts_of(self, documents: Documents) -> Integers:
        """Return how often each of some documents holds each term: a row for each term."""
        spans = pairwise(self.starts)
        within = [self.documents[start:end].searchsorted(documents) for start, end in spans]
        bounds = np.array(self.starts)[:, np.newaxis]
        places = np.array(within) + bounds[:-1]
        is_held = self.documents.take(places, mode="clip") == documents
        is_held &= places < bounds[1:]
        times: Integers = self.counts.take(places, mode="clip") * is_held
        return times
