"""Postings of a run of documents: for each term, which of them hold it and how often.

An index is a few segments, as in a log-structured merge tree (O'Neil et al. 1996) and in Lucene:
an added article becomes a small segment, and small segments are merged into larger ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.index.vocabulary import TERM, Terms

Integers = NDArray[np.integer[Any]]
Documents = NDArray[np.int64]
_Number = TypeVar("_Number", bound=np.integer[Any])

LARGEST = 2**16
"""Documents a segment can number: two bytes for each posting's document."""


def distinct(numbers: NDArray[_Number]) -> NDArray[_Number]:
    """Return numbers in ascending order, each once; fastest where they are sorted in runs.

    On such numbers `np.unique`, which hashes, takes fifty times as long.
    """
    ordered = np.sort(numbers, kind="stable")
    return ordered[_is_first(ordered)]


def _is_first(ordered: NDArray[Any]) -> NDArray[np.bool_]:
    """Mark the first of each run of equal numbers."""
    is_first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    return is_first


@dataclass(frozen=True, slots=True)
class Segment:
    """The postings of documents `first` to `first + size - 1`, sorted by term, then document.

    Term `term_ids[i]` has the postings `starts[i]` to `starts[i + 1] - 1`. `documents` counts from
    `first`. `counts` says how often the document holds the term: 0 in a removed document.
    """

    first: int
    size: int
    term_ids: NDArray[np.uint32]
    starts: NDArray[np.uint32]
    documents: NDArray[np.uint16]
    counts: Integers

    @property
    def end(self) -> int:
        """The number after the last document's."""
        return self.first + self.size

    @classmethod
    def build(cls, first: int, tokens: Integers, lengths: Integers) -> Segment:
        """Make a segment of at most `LARGEST` documents, from their term numbers in a row."""
        holders = np.repeat(np.arange(len(lengths), dtype=np.uint64), lengths)
        tokens = tokens.astype(np.uint64)
        repeated = np.sort(tokens << np.uint64(16) | holders)
        at = np.flatnonzero(_is_first(repeated))
        counts = np.diff(at, append=len(repeated))
        return cls._from_sorted(
            first,
            len(lengths),
            repeated[at] >> np.uint64(16),
            repeated[at].astype(np.uint16),  # the lower two bytes
            counts.astype(np.min_scalar_type(counts.max(initial=0))),
        )

    @classmethod
    def _from_sorted(
        cls,
        first: int,
        size: int,
        tokens: Integers,
        documents: NDArray[np.uint16],
        counts: Integers,
    ) -> Segment:
        """Find where each term begins among postings already in order."""
        starts = np.flatnonzero(_is_first(tokens))
        return cls(
            first,
            size,
            tokens[starts].astype(np.uint32),
            np.append(starts, len(tokens)).astype(np.uint32),
            documents,
            counts,
        )

    def merged(self, later: Segment) -> Segment:
        """Join this segment and the one of the documents right after its own, in linear time."""
        term_ids = distinct(np.concatenate([self.term_ids, later.term_ids]))
        own_at, later_at = (np.searchsorted(term_ids, part.term_ids) for part in (self, later))
        own, added = np.zeros((2, len(term_ids)), np.int64)
        own[own_at], added[later_at] = np.diff(self.starts), np.diff(later.starts)
        starts = np.concatenate([[0], np.cumsum(own + added)])
        # a term's later postings stand after its own
        shifts = (starts[:-1] + own)[later_at] - later.starts[:-1]
        places = np.arange(len(later.documents)) + np.repeat(shifts, added[later_at])
        is_own = np.ones(starts[-1], np.bool_)
        is_own[places] = False
        documents = np.empty(starts[-1], np.uint16)
        documents[is_own] = self.documents
        documents[places] = later.documents + np.uint16(self.size)
        counts = np.empty(starts[-1], np.promote_types(self.counts.dtype, later.counts.dtype))
        counts[is_own] = self.counts
        counts[places] = later.counts
        size = self.size + later.size
        return Segment(self.first, size, term_ids, starts.astype(np.uint32), documents, counts)

    def forget(self, first: int, end: int) -> NDArray[np.uint32]:
        """Set the counts of documents `first` to `end - 1` to 0, in place, and give their terms."""
        low, high = max(first, self.first) - self.first, min(end, self.end) - self.first
        if low >= high:
            return np.empty(0, np.uint32)
        # below `low`, the difference wraps around to a large number
        is_gone = (self.documents - np.uint16(low)) < (high - low)
        gone = np.flatnonzero(is_gone)
        self.counts[gone] = 0
        return self.term_ids[self.starts.searchsorted(gone, side="right") - 1]

    def spans(self, term_ids: NDArray[np.uint32]) -> list[tuple[int, int]]:
        """Return where the postings of each of some terms start and end."""
        at = self.term_ids.searchsorted(term_ids)
        is_held = self.term_ids.take(at, mode="clip") == term_ids
        starts = self.starts.take(at).tolist()
        ends = self.starts.take(at + is_held).tolist()  # where they start, if none hold the term
        return list(zip(starts, ends, strict=True))

    def counted(self, lengths: Integers) -> Terms:
        """Return what its documents, of these lengths, show of each term."""
        counted = np.empty(len(self.term_ids), TERM)
        starts = self.starts[:-1]
        counted["frequency"] = np.diff(self.starts)
        counted["most"] = np.maximum.reduceat(self.counts, starts)
        counted["least_length"] = np.minimum.reduceat(lengths[self.documents] / self.counts, starts)
        return counted

    def compacted(
        self, first: int, is_alive: NDArray[np.bool_], new_ids: NDArray[np.int64]
    ) -> Segment:
        """Leave removed documents out; number documents from `first`, and terms by `new_ids`."""
        kept = np.flatnonzero(self.counts)
        places = np.cumsum(is_alive) - 1
        return self._from_sorted(
            first,
            int(is_alive.sum()),
            new_ids[self._tokens()[kept]],
            places[self.documents[kept]].astype(np.uint16),
            self.counts[kept],
        )

    def _tokens(self) -> NDArray[np.uint32]:
        """Return the term of each posting."""
        return np.repeat(self.term_ids, np.diff(self.starts))
