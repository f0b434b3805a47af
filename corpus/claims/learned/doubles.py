"""One claim found twice, by two of its words: "told reporters … adding"; only the surer one counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from corpus.article import Span
from corpus.claims.finder import Attribution

SAME_CONTENT, SAME_SOURCE = 0.5, 0.3
"""Share of the characters of both together that two claims' parts have in common if they are one."""


BLOCK = 200
"""Characters of a stretch of text in which claims are compared by their sources with one another."""


def without_doubles(found: Iterable[Attribution]) -> list[Attribution]:
    """Leave out what a surer attribution gives already: the same words of the same source."""
    kept: list[Attribution] = []
    near: defaultdict[int, list[Attribution]] = defaultdict(list)
    for attribution in sorted(found, key=lambda each: -each.confidence):
        blocks = _blocks(attribution.source)
        if not any(_is_same(attribution, other) for block in blocks for other in near[block]):
            kept.append(attribution)
            for block in blocks:
                near[block].append(attribution)
    return kept


def _blocks(spans: Sequence[Span]) -> set[int]:
    """Return the numbers of the stretches of BLOCK characters that `spans` lie in."""
    return {block for s, e in spans for block in range(s // BLOCK, (e - 1) // BLOCK + 1)}


def _is_same(one: Attribution, other: Attribution) -> bool:
    return (
        _shared(one.content, other.content) >= SAME_CONTENT
        and _shared(one.source, other.source) >= SAME_SOURCE
    )


def _shared(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Intersection over union of the characters; 0 if there are none."""
    both = sum(max(0, min(e, f) - max(s, t)) for s, e in one for t, f in other)
    all_of_them = sum(end - start for start, end in (*one, *other)) - both
    return both / all_of_them if all_of_them else 0.0
