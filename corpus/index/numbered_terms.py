"""Documents whose terms are numbers, which an index takes in without touching every word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

_Number = TypeVar("_Number", bound=np.integer[Any])


@dataclass(frozen=True, slots=True)
class NumberedTerms:
    """The terms of an article's documents in a row, each as its place in `terms`.

    Document `n` has `numbers[starts[n]:starts[n + 1]]`. No term stands in `terms` twice.
    """

    terms: Sequence[str]
    numbers: NDArray[np.uint32]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, documents: Sequence[Sequence[str]]) -> NumberedTerms:
        """Give the terms of documents numbers, in the order in which they first appear."""
        places: dict[str, int] = {}
        numbers = [places.setdefault(t, len(places)) for t in chain.from_iterable(documents)]
        starts = np.cumsum([0, *map(len, documents)], dtype=np.int64)
        return cls(list(places), np.array(numbers, np.uint32), starts)

    def __len__(self) -> int:
        """Count the documents."""
        return len(self.starts) - 1


def lengths_of(articles: Sequence[NumberedTerms]) -> NDArray[np.int32]:
    """Return the number of terms in each document of some articles."""
    return joined([np.diff(article.starts) for article in articles], np.int32)


def joined(parts: Sequence[NDArray[Any]], kind: type[_Number]) -> NDArray[_Number]:
    """Put arrays one after the other, which NumPy does not do with none."""
    return np.concatenate([np.empty(0, kind), *parts], dtype=kind, casting="same_kind")
