"""The postings of a whole corpus: a vocabulary, and a few segments of ever fewer documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.index.numbered import Numbered, joined, lengths_of
from corpus.index.segment import LARGEST, Documents, Integers, Segment

MERGE_SHARE = 1 / 8
"""The last segment joins the one before once it has this share of its documents.

A smaller share makes fewer segments to search, and more copying for each article added.
"""


class Segments:
    """Which documents hold a term and how often, for documents numbered from 0."""

    def __init__(self, vocabulary: Sequence[str] = (), segments: Sequence[Segment] = ()) -> None:
        self.ids = {term: number for number, term in enumerate(vocabulary)}
        self.segments = list(segments)

    def add(self, first: int, articles: Sequence[Numbered]) -> None:
        """Add the documents of articles, to be numbered from `first`, which is the next free."""
        tokens = joined([self._ids_of(article) for article in articles], np.uint32)
        starts = np.concatenate([[0], np.cumsum(lengths_of(articles))])
        for at in range(0, len(starts) - 1, LARGEST):
            own = starts[at : at + LARGEST + 1]
            segment = Segment.build(first + at, tokens[own[0] : own[-1]], np.diff(own))
            self.segments.append(segment)
            self._merge()

    def _ids_of(self, article: Numbered) -> NDArray[np.uint32]:
        """Give the number that each term of an article has here, new ones to those not known."""
        ids = self.ids
        new = [term for term in article.terms if term not in ids]
        ids.update(zip(new, range(len(ids), len(ids) + len(new)), strict=True))
        own = np.fromiter(map(ids.__getitem__, article.terms), np.uint32, len(article.terms))
        return own[article.numbers]

    def _merge(self) -> None:
        while len(self.segments) > 1:
            before, last = self.segments[-2:]
            if last.size < MERGE_SHARE * before.size or before.size + last.size > LARGEST:
                return
            self.segments[-2:] = [before.merged(last)]

    def find(self, terms: Iterable[str]) -> dict[str, tuple[Documents, Integers]]:
        """Give, for each term known, its documents, ascending, and how often each holds it.

        Removed documents may be among them, with a count of 0.
        """
        known = [term for term in terms if term in self.ids]
        term_ids = np.array([self.ids[term] for term in known], np.uint32)
        by_segment = [segment.find(term_ids) for segment in self.segments]
        found = {}
        for term, *parts in zip(known, *by_segment, strict=True):
            held = [part for part in parts if part]
            if held:
                found[term] = _joined(held)
        return found

    def forget(self, first: int, end: int) -> None:
        """Take documents `first` to `end - 1` out of every term's postings."""
        for segment in self.segments:
            segment.forget(first, end)

    def sweep(self, is_alive: NDArray[np.bool_]) -> None:
        """Drop what is left of forgotten documents and terms; number what stays from 0."""
        is_used = np.zeros(len(self.ids), np.bool_)
        for segment in self.segments:
            is_used[segment.live_terms()] = True
        new_ids = np.cumsum(is_used) - 1
        first = 0
        swept = []
        for segment in self.segments:
            kept = segment.compacted(first, is_alive[segment.first : segment.end], new_ids)
            first = kept.end
            swept.append(kept)
        used = [term for term, is_kept in zip(self.ids, is_used, strict=True) if is_kept]
        self.ids = {term: number for number, term in enumerate(used)}
        self.segments = [segment for segment in swept if segment.size]


def _joined(parts: list[tuple[Documents, Integers]]) -> tuple[Documents, Integers]:
    """Put a term's postings in successive segments one after the other."""
    if len(parts) == 1:
        return parts[0]
    documents, counts = zip(*parts, strict=True)
    return np.concatenate(documents), np.concatenate(counts)
