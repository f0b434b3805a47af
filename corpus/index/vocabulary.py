"""The terms of a corpus, and what is known of each without reading its postings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.index.numbered_terms import NumberedTerms

TERM = np.dtype([("frequency", np.uint32), ("most", np.float32), ("least_length", np.float32)])
"""What is known of a term: how many documents hold it, the most times that one does, and the least
length of one divided by its times. The last two still count removed documents: they are bounds.
"""

SPARE = 1 / 8
"""Room for new terms, as a share of those there: most articles then fit without copying all."""

Terms = NDArray[np.void]


class Vocabulary:
    """The terms of a corpus by number, counted from 0 in the order in which they came."""

    def __init__(self, terms: Sequence[str] = (), known: Terms | None = None) -> None:
        self._ids = {term: number for number, term in enumerate(terms)}
        self._known = _unseen(len(terms)) if known is None else known

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, term: object) -> bool:
        return term in self._ids

    @property
    def terms(self) -> list[str]:
        """The terms in the order of their numbers."""
        return list(self._ids)

    @property
    def known(self) -> Terms:
        """What is known of each term, in the order of their numbers."""
        return self._known[: len(self._ids)]

    def numbers_of(self, terms: Collection[str]) -> NDArray[np.uint32]:
        """Return the number of each of some terms, all in the vocabulary."""
        return np.fromiter(map(self._ids.__getitem__, terms), np.uint32, len(terms))

    def frequencies(self, terms: Collection[str]) -> list[int]:
        """Return how many documents hold each of some terms, all in the vocabulary."""
        frequencies: list[int] = self._known["frequency"][self.numbers_of(terms)].tolist()
        return frequencies

    def extremes(self, terms: Collection[str]) -> dict[str, tuple[float, float]]:
        """Return the most counts and the least length of each of some terms, as `TERM` has them."""
        known = self._known[self.numbers_of(terms)].tolist()
        return {term: (most, least) for term, (_, most, least) in zip(terms, known, strict=True)}

    def take_in(self, article: NumberedTerms) -> NDArray[np.uint32]:
        """Give numbers to the new terms of an article, and return the numbers of all its words."""
        ids = self._ids
        new = [term for term in article.terms if term not in ids]
        ids.update(zip(new, range(len(ids), len(ids) + len(new)), strict=True))
        if len(ids) > len(self._known):
            room = int(len(ids) * (1 + SPARE)) - len(self._known)
            self._known = np.concatenate([self._known, _unseen(room)])
        return self.numbers_of(article.terms)[article.numbers]

    def count(self, term_ids: NDArray[np.uint32], counted: Terms) -> None:
        """Add what new documents show of some terms, each named once."""
        known = self._known[term_ids]
        known["frequency"] += counted["frequency"]
        np.maximum(known["most"], counted["most"], out=known["most"])
        np.minimum(known["least_length"], counted["least_length"], out=known["least_length"])
        self._known[term_ids] = known

    def discount(self, term_ids: NDArray[np.uint32]) -> None:
        """Take one document from each of some terms, as often as each is named."""
        np.subtract.at(self._known["frequency"], term_ids, np.uint32(1))

    def sweep(self) -> NDArray[np.int64]:
        """Drop the terms that no document holds any more, and give each old number its new one."""
        is_used = self.known["frequency"] > 0
        kept = zip(self._ids, is_used.tolist(), strict=True)
        used = [term for term, is_kept in kept if is_kept]
        self._known = self.known[is_used]
        self._ids = {term: number for number, term in enumerate(used)}
        return np.cumsum(is_used) - 1


def _unseen(size: int) -> NDArray[Any]:
    """Return what is known of terms that no document holds."""
    return np.full(size, np.array((0, 0, np.inf), TERM))
