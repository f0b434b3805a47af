"""The postings of a whole corpus: a vocabulary, and a few segments of ever fewer documents."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.index.numbered_terms import NumberedTerms, joined, lengths_of
from corpus.index.postings import Postings
from corpus.index.segment import LARGEST, Segment
from corpus.index.vocabulary import Vocabulary

MERGE_SHARE = 1 / 8
"""The last segment joins the one before once it has this share of its documents.

A smaller share makes fewer segments to search, and more copying for each article added.
"""


class Segments:
    """Which documents hold a term and how often, for documents numbered from 0."""

    def __init__(
        self, vocabulary: Vocabulary | None = None, segments: Sequence[Segment] = ()
    ) -> None:
        self.vocabulary = Vocabulary() if vocabulary is None else vocabulary
        self.segments = list(segments)
        self._has_forgotten = False  # some documents, since the last sweep

    def add(self, first: int, articles: Sequence[NumberedTerms]) -> None:
        """Add the documents of articles, to be numbered from `first`, which is the next free."""
        tokens = joined([self.vocabulary.take_in(article) for article in articles], np.uint32)
        starts = np.concatenate([[0], np.cumsum(lengths_of(articles))])
        for at in range(0, len(starts) - 1, LARGEST):
            own = starts[at : at + LARGEST + 1]
            lengths = np.diff(own)
            segment = Segment.build(first + at, tokens[own[0] : own[-1]], lengths)
            self.vocabulary.count(segment.term_ids, segment.counted(lengths))
            self.segments.append(segment)
            self._merge()

    def _merge(self) -> None:
        while len(self.segments) > 1:
            before, last = self.segments[-2:]
            if last.size < MERGE_SHARE * before.size or before.size + last.size > LARGEST:
                return
            self.segments[-2:] = [before.merged(last)]

    def find(self, terms: Collection[str]) -> Postings:
        """Return the postings of some terms, each held by a document that is not forgotten."""
        term_ids = self.vocabulary.numbers_of(terms)
        documents, counts, firsts = [], [], []
        sizes, starts = [], [0]
        held = [segment for segment in self.segments if len(segment.term_ids)]
        for spans in zip(*(segment.spans(term_ids) for segment in held), strict=True):
            size = starts[-1]
            for segment, (start, end) in zip(held, spans, strict=True):
                if start == end:
                    continue
                documents.append(segment.documents[start:end])
                counts.append(segment.counts[start:end])
                firsts.append(segment.first)
                sizes.append(end - start)
                size += end - start
            starts.append(size)
        numbers = np.concatenate(documents, dtype=np.int64)
        numbers += np.repeat(firsts, sizes)
        postings = Postings(numbers, np.concatenate(counts), starts)
        return postings.where(postings.counts > 0) if self._has_forgotten else postings

    def forget(self, first: int, end: int) -> None:
        """Take documents `first` to `end - 1` out of every term's postings."""
        self._has_forgotten = True
        for segment in self.segments:
            self.vocabulary.discount(segment.forget(first, end))

    def sweep(self, is_alive: NDArray[np.bool_]) -> None:
        """Drop what is left of forgotten documents and terms; number what stays from 0."""
        new_ids = self.vocabulary.sweep()
        first = 0
        swept = []
        for segment in self.segments:
            kept = segment.compacted(first, is_alive[segment.first : segment.end], new_ids)
            first = kept.end
            swept.append(kept)
        self.segments = [segment for segment in swept if segment.size]
        self._has_forgotten = False
