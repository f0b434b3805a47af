"""Rows of like length in one batch, so that little of it is padding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")

BATCH_PIECES = 2048
"""Word pieces of a batch at most, padding included."""


def batches(
    items: Sequence[T],
    random: Random,
    *,
    pool: int,
    longest: Callable[[T], int],
    rows: Callable[[T], int] = lambda _: 1,
) -> list[list[T]]:
    """Shuffle, then put items of like length together, up to BATCH_PIECES with padding.

    `pool` items at a time are sorted by their `longest` row, in pieces, before they are cut. An item
    has `rows` rows, which stay together; one too large for a batch gets a batch of its own.
    """
    shuffled = random.sample(items, len(items))
    made = []
    for at in range(0, len(shuffled), pool):
        made += list(_cut(sorted(shuffled[at : at + pool], key=longest), longest, rows))
    random.shuffle(made)
    return made


def _cut(
    items: Sequence[T], longest: Callable[[T], int], rows: Callable[[T], int]
) -> Iterator[list[T]]:
    """Cut items, the shortest first, into batches."""
    batch: list[T] = []
    count = 0
    for item in items:
        if batch and (count + rows(item)) * longest(item) > BATCH_PIECES:
            yield batch
            batch, count = [], 0
        batch.append(item)
        count += rows(item)
    yield batch
