"""Which document numbers belong to which article."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray


class Articles:
    """Articles by name, each a run of document numbers, in the order added."""

    def __init__(self) -> None:
        self.end = 0
        self._runs: dict[str, tuple[int, int]] = {}
        # with the articles removed, so that no list shrinks in its middle
        self._names: list[str] = []
        self._firsts: list[int] = []
        self._starts: NDArray[np.int64] | None = None  # the same in an array, once asked for

    def __len__(self) -> int:
        return len(self._runs)

    def __contains__(self, article_id: object) -> bool:
        return article_id in self._runs

    def add(self, article_id: str, size: int) -> None:
        """Give an article the next `size` numbers, from `end` on."""
        first = self.end
        self.end += size
        self._runs[article_id] = (first, self.end)
        self._names.append(article_id)
        self._firsts.append(first)
        self._starts = None

    def remove(self, article_id: str) -> tuple[int, int]:
        """Take an article out, and return its first number and the one after its last."""
        return self._runs.pop(article_id)

    def sizes(self) -> dict[str, int]:
        """Return the number of documents of each article."""
        return {name: end - first for name, (first, end) in self._runs.items()}

    def places(self, documents: NDArray[np.int64]) -> list[tuple[str, int]]:
        """Return the article of each document, and its place there, counted from 0."""
        if self._starts is None:
            self._starts = np.array(self._firsts, np.int64)
        at = self._starts.searchsorted(documents, side="right") - 1
        names = map(self._names.__getitem__, at.tolist())
        return list(zip(names, (documents - self._starts.take(at)).tolist(), strict=True))

    def mark(self, article_ids: Iterable[str]) -> NDArray[np.bool_]:
        """Mark, among all numbers, those of some articles; unknown names mark none."""
        marked = np.zeros(self.end, np.bool_)
        for article_id in article_ids:
            first, end = self._runs.get(article_id, (0, 0))
            marked[first:end] = True
        return marked
