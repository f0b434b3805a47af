"""What each learning leaves out, so that its result can be measured on what it has not seen.

Whole articles, or whole collections of articles that are searched together, are left out: questions
on one article resemble each other. Benchmarks use the same rules.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Literal

TUNING_FROM, TEST_FROM = "2016-07", "2016-08"
"""The finder does not learn from articles of these months (YYYY-MM) and later: one month is for
tuning and for the judge, the rest for reporting."""

READER_LEAVES_OUT = 5
"""The reader leaves out about one article in so many."""


def part_by_date(date: str) -> Literal["train", "tuning", "test"]:
    """Tell what an article of this date (YYYY-MM-DD) is used for when the finder learns."""
    if date < TUNING_FROM:
        return "train"
    return "tuning" if date < TEST_FROM else "test"


def is_held_out_from_reader(file: str, article: str) -> bool:
    """Tell whether the reader does not learn from an article, by a hash of its and its file's name.

    `file` is the file's name up to the first dot, `article` the article's name in it.
    """
    return _hash(f"{file}/{article}") % READER_LEAVES_OUT == 0


def is_in_learning_half(name: str) -> bool:
    """Tell whether ranking learns from an article or a collection, by a hash of its name."""
    return _hash(name) % 2 == 0


def fold(name: str, folds: int) -> int:
    """Return the part, from 0, in which a document is left out when learning is measured in turns."""
    return _hash(name) % folds


def _hash(name: str) -> int:
    """Return a number from 0 to 255 that is the same on every machine."""
    return blake2b(name.encode(), digest_size=1).digest()[0]
