"""What a question asks of the index: its terms, their postings and what each can add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.index.formula import Floats, Formula
from corpus.index.postings import Postings
from corpus.index.segment import Documents
from corpus.index.segments import Segments


@dataclass(frozen=True, slots=True)
class Query:
    """The terms of a question that documents hold, by the most that each can add, most first.

    `weights` are the idfs, each as often as the question names the term. `most` bounds what a term
    adds to a document's score in all, above a document that lacks it. `order` gives the terms'
    places here in the order of the question, repeated as there.
    """

    formula: Formula
    postings: Postings
    idfs: list[float]
    weights: list[float]
    most: list[float]
    order: list[int]

    @classmethod
    def of(
        cls, terms: Sequence[str], idfs: Mapping[str, float], formula: Formula, segments: Segments
    ) -> Query:
        """Read the postings of a question's terms; `idfs` has those that documents hold."""
        weights = {term: idf * terms.count(term) for term, idf in idfs.items()}
        most = {
            term: weights[term] * formula.most(*extremes)
            for term, extremes in segments.vocabulary.extremes(idfs).items()
        }
        ranked = sorted(most, key=most.__getitem__, reverse=True)
        return cls(
            formula,
            segments.find(ranked),
            [idfs[term] for term in ranked],
            [weights[term] for term in ranked],
            [most[term] for term in ranked],
            [ranked.index(term) for term in terms if term in idfs],
        )

    def gains(self, first: int, end: int) -> NDArray[np.float32]:
        """Return, roughly, what terms `first` to `end - 1` add to each document in their postings."""
        starts = self.postings.starts[first : end + 1]
        span = slice(starts[0], starts[-1])
        sizes = [after - start for start, after in pairwise(starts)]
        most = np.array(self.weights[first:end], np.float32) * np.float32(self.formula.k1 + 1)
        ratios = self.formula.rough_norms.take(self.postings.documents[span])
        ratios /= self.postings.counts[span]
        ratios += 1
        gains: NDArray[np.float32] = np.divide(most.repeat(sizes), ratios, out=ratios)
        return gains

    def gains_in(self, term: int, documents: Documents) -> Floats:
        """Return what a term adds to each of some documents."""
        counts = self.postings.counts_in(term, documents)
        return self.weights[term] * self.formula.saturated(documents, counts)

    def scores_of(self, documents: Documents) -> Floats:
        """Score some documents, adding term by term as the library does."""
        counts = self.postings.counts_of(documents)
        parts = self.formula.delta + self.formula.saturated(documents, counts)
        scores = np.zeros(len(documents))
        for term in self.order:
            scores += self.idfs[term] * parts[term]
        return scores

    def scores(self, size: int) -> Floats:
        """Score all of `size` documents, as the library does."""
        scores = np.zeros(size)
        for term in self.order:
            documents, counts = self.postings.of(term)
            parts = np.full(size, float(self.formula.delta))
            parts[documents] += self.formula.saturated(documents, counts)
            scores += self.idfs[term] * parts
        return scores

    def within(self, allowed: NDArray[np.bool_]) -> Query:
        """Leave out of the postings all documents but those marked."""
        postings = self.postings
        return replace(self, postings=postings.where(allowed.take(postings.documents)))
