"""Footnotes of a PDF, which would otherwise stand in the middle of a sentence that turns a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.reading.formats.pdf.lines import TextLine

_SMALLER = 0.93
"""The share of the body's size that footnotes have at most."""

_MARK = re.compile(r"\s*(?:[\[(]?\d{1,3}[\])]?[.\s]|[*†‡§])")
"""How a footnote begins where its mark is not raised."""


def part_footnotes(
    pages: Sequence[Sequence[TextLine]],
) -> tuple[list[TextLine], list[list[TextLine]]]:
    """Return the lines of the body, and the lines of each footnote."""
    sizes: Counter[float] = Counter()
    for line in (line for lines in pages for line in lines):
        sizes[line.size] += len(line.text)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    body: list[TextLine] = []
    notes: list[list[TextLine]] = []
    for lines in pages:
        low = _low_lines(lines, size)
        body.extend(line for line in lines if line not in low)
        for line in low:
            if _begins_note(line):
                notes.append([])
            notes[-1].append(line)
    return body, notes


def _low_lines(lines: Sequence[TextLine], size: float) -> list[TextLine]:
    """Return the footnotes' lines: the small ones below all others, from the first mark on."""
    large = [line.y for line in lines if line.size > size * _SMALLER]
    foot = min(large, default=0.0)
    low = [line for line in lines if line.size <= size * _SMALLER and line.y < foot]
    marked = [number for number, line in enumerate(low) if _begins_note(line)]
    return low[marked[0] :] if marked else []


def _begins_note(line: TextLine) -> bool:
    return line.marked or _MARK.match(line.text) is not None
