"""The index of one corpus: articles come and go in place, questions find paragraphs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Plus

from corpus.index import stored
from corpus.index.articles import Articles
from corpus.index.formula import Floats, Formula
from corpus.index.numbered_terms import NumberedTerms, lengths_of
from corpus.index.query import Query
from corpus.index.segments import Segments
from corpus.index.top import candidates

DEAD_SHARE = 1 / 4
"""Removed documents are swept out once they are more than this share of all."""


class Match(NamedTuple):
    """A document that matches: its article, its place there counted from 0, and its score."""

    article_id: str
    position: int
    score: float


class Index(BM25Plus):
    """rank-bm25's BM25Plus over articles, each a sequence of documents, each a sequence of terms.

    The library's parameters, its idf and its `get_scores` stay; the storage is replaced, so that
    articles come and go and a question reads the postings of its own terms only. Of the library's
    variants it is the one whose idf stays above 0 in a corpus of one or two documents.
    Several threads may ask at once while none adds or removes. `k1` must be above 0.
    """

    def __init__(self, *, k1: float = 1.5, b: float = 0.75, delta: float = 1) -> None:
        super().__init__([], k1=k1, b=b, delta=delta)
        self.idf: dict[str, float] = {}  # of the terms asked for since the last change
        self._articles = Articles()
        self._segments = Segments()
        self._lengths: NDArray[np.int32] = np.empty(0, np.int32)
        self._is_alive: NDArray[np.bool_] = np.empty(0, np.bool_)
        self._formula: Formula | None = None

    def _initialize(self, corpus: Iterable[object]) -> dict[str, int]:  # noqa: ARG002
        """Count nothing: the library counts a corpus given at once; ours starts empty."""
        return {}

    def __len__(self) -> int:
        """Count the articles."""
        return len(self._articles)

    def __contains__(self, article_id: object) -> bool:
        """Tell whether an article is in the index."""
        return article_id in self._articles

    def add(self, article_id: str, documents: Sequence[Sequence[str]]) -> None:
        """Add an article after all others, as the terms of each of its documents.

        Raises ValueError where the index already holds an article of that name.
        """
        self.add_all({article_id: NumberedTerms.of(documents)})

    def add_all(self, articles: Mapping[str, NumberedTerms]) -> None:
        """Add articles after all others; many at once are added many times as fast.

        Raises ValueError where the index already holds an article of one of the names.
        """
        for article_id in articles:
            if article_id in self._articles:
                raise ValueError(f"the index already holds the article {article_id!r}")
        added = list(articles.values())
        self._segments.add(self._articles.end, added)
        for article_id, article in articles.items():
            self._articles.add(article_id, len(article))
        lengths = lengths_of(added)
        self._lengths = np.concatenate([self._lengths, lengths])
        self._is_alive = np.concatenate([self._is_alive, np.ones(len(lengths), np.bool_)])
        self._recount()

    def remove(self, article_id: str) -> None:
        """Remove an article. Raises KeyError where the index does not hold it."""
        first, end = self._articles.remove(article_id)
        self._segments.forget(first, end)
        self._is_alive[first:end] = False
        self._lengths[first:end] = 0
        self._recount()
        if self.corpus_size < (1 - DEAD_SHARE) * len(self._lengths):
            self._sweep()

    def get_scores(self, query: Iterable[str]) -> Floats:
        """Score every document, in the order added, as the library would: to the last bit.

        Where no document has any term all scores are 0; the library would divide by zero.
        """
        asked = self._read(query)
        scores = asked.scores(len(self._lengths)) if asked else np.zeros(len(self._lengths))
        return scores[self._is_alive]

    def get_batch_scores(self, query: Iterable[str], doc_ids: Sequence[int]) -> list[float]:
        """Score some documents, by their places in the order added."""
        scores: list[float] = self.get_scores(query)[list(doc_ids)].tolist()
        return scores

    def top(
        self, terms: Iterable[str], limit: int, *, within: Collection[str] | None = None
    ) -> list[Match]:
        """Return the `limit` documents that score highest, best first, of all that hold a term.

        Scores are those of `get_scores`; equal ones stand in the order added. `within` names the
        articles to search, and changes no score.
        """
        asked = self._read(terms)
        if limit < 1 or not asked:
            return []
        searched = asked if within is None else asked.within(self._articles.mark(within))
        documents = candidates(searched, limit, len(self._lengths))
        scores = searched.scores_of(documents)
        best = np.argsort(-scores, kind="stable")[:limit]
        places = self._articles.places(documents[best])
        best_matches = zip(places, scores[best].tolist(), strict=True)
        return [
            Match(article_id, position, score) for (article_id, position), score in best_matches
        ]

    def idfs(self, terms: Iterable[str]) -> dict[str, float]:
        """Return the inverse document frequency of each term that a document holds."""
        wanted = dict.fromkeys(terms)
        vocabulary = self._segments.vocabulary
        new = [term for term in wanted if term not in self.idf and term in vocabulary]
        frequencies = vocabulary.frequencies(new)
        self._calc_idf({term: n for term, n in zip(new, frequencies, strict=True) if n})
        return {term: self.idf[term] for term in wanted if term in self.idf}

    def to_bytes(self) -> bytes:
        """Write the index for storage, without the parameters of its formula."""
        self._sweep()
        return stored.pack(self._articles.sizes(), self._lengths, self._segments)

    @classmethod
    def from_bytes(
        cls, written: bytes, *, k1: float = 1.5, b: float = 0.75, delta: float = 1
    ) -> Index:
        """Read what `to_bytes` wrote. Raises ValueError where `written` is anything else."""
        index = cls(k1=k1, b=b, delta=delta)
        sizes, index._lengths, index._segments = stored.unpack(written)
        for article_id, size in sizes.items():
            index._articles.add(article_id, size)
        index._is_alive = np.ones(len(index._lengths), np.bool_)
        index._recount()
        return index

    def _read(self, question: Iterable[str]) -> Query | None:
        """Read the postings of the terms that documents hold; None where no document holds any."""
        terms = list(question)
        idfs = self.idfs(terms)
        if not idfs:
            return None
        return Query.of(terms, idfs, self._current_formula(), self._segments)

    def _current_formula(self) -> Formula:
        if self._formula is None:
            self._formula = Formula.of(
                self._lengths, self.avgdl, k1=self.k1, b=self.b, delta=self.delta
            )
        return self._formula

    def _recount(self) -> None:
        """Count documents and their mean length again; every idf and norm changes with them."""
        self.corpus_size = int(np.count_nonzero(self._is_alive))
        self.avgdl = int(self._lengths.sum()) / self.corpus_size if self.corpus_size else 0
        self.idf = {}
        self._formula = None

    def _sweep(self) -> None:
        """Give the documents new numbers, leaving out those removed."""
        if self._is_alive.all():
            return
        self._segments.sweep(self._is_alive)
        swept = Articles()
        for article_id, size in self._articles.sizes().items():
            swept.add(article_id, size)
        self._articles = swept
        self._lengths = self._lengths[self._is_alive]
        self._is_alive = np.ones(len(self._lengths), np.bool_)
        self._formula = None
