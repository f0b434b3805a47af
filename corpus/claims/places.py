"""Many stretches of a text, asked about at once: so that work grows with the text, not with its square."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from corpus.article import Span


class Places:
    """What lies in one or more of some spans; those that overlap are taken as one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[Span] = []
        for start, end in sorted(spans):
            if self._spans and start < self._spans[-1][1]:
                self._spans[-1] = self._spans[-1][0], max(end, self._spans[-1][1])
            else:
                self._spans.append((start, end))

    def touch(self, span: Span) -> bool:
        """Tell whether a character of `span` is there."""
        before = bisect_left(self._spans, span[1], key=lambda each: each[0])
        return before > 0 and self._spans[before - 1][1] > span[0]

    def hold(self, span: Span) -> bool:
        """Tell whether all of `span` is there, in one place."""
        before = bisect_right(self._spans, span[0], key=lambda each: each[0])
        return before > 0 and self._spans[before - 1][1] >= span[1]
