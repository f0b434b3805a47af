"""Tell which attribution stands inside what another one says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.article import Span
from corpus.claims.finder import Attribution

MOST_NESTED = 4
"""Attributions before one that may hold it inside what they say."""


def outer_of(found: Sequence[Attribution], number: int) -> int | None:
    """Return the innermost attribution whose content holds the one at `number`, None if none does.

    `found` is in order of the text, so that what holds another comes before it.
    """
    inner = found[number]
    if not inner.cue:
        return None
    parts = (*inner.cue[:1], *inner.source[:1])
    for outer in range(number - 1, max(-1, number - 1 - MOST_NESTED), -1):
        if all(covers(found[outer].content, part) for part in parts):
            return outer
    return None


def covers(spans: Iterable[Span], inner: Span) -> bool:
    """Tell whether one of `spans` holds all of `inner`."""
    return any(start <= inner[0] and inner[1] <= end for start, end in spans)
