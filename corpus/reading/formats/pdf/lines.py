"""The lines of a PDF's pages, with where they stand and how large they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import hypot
from typing import Any

from pypdf import PageObject

_EDGE_LINES = 3
"""How many lines from a page's top and bottom may be a running header or footer."""

_REPEATED_SHARE = 0.4
"""The share of pages from which a line is a running one; left and right pages may differ."""

_SAME_HEIGHT = 4.0
"""Points within which two pages' lines stand at the same height."""

_PAGE_NUMBER = re.compile(
    r"(?:https?://\S+\s+)?(?:page\s+)?[-–—\s]*\d{1,4}\s*(?:(?:of|/|\|)\s*\d{1,4})?[-–—\s]*",
    re.IGNORECASE,
)

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st"}
"""Letters that a PDF stores as one sign; the word is the same."""


@dataclass(slots=True)
class TextLine:
    """One line of a page: sizes and places in points, y upwards from the page's foot."""

    page: int
    text: str = ""
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    bold: bool = True


@dataclass(slots=True)
class _Collector:
    """Takes the runs of text that pypdf finds on a page and puts them together to lines."""

    page: int
    lines: list[TextLine] = field(default_factory=list)
    open: bool = False

    def take(
        self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float
    ) -> None:
        """Take one run: pypdf's `visitor_text` (its "Extract Text" page gives the arguments)."""
        for position, part in enumerate(text.split("\n")):
            if position:
                self.open = False
            if part.strip():
                line = self._line(cm, tm, size)
                line.bold = line.bold and "bold" in str((font or {}).get("/BaseFont", "")).lower()
                line.text += part.translate(_LIGATURES)
            elif self.open and part:
                self.lines[-1].text += part

    def _line(self, cm: Sequence[float], tm: Sequence[float], size: float) -> TextLine:
        """Return the open line, or begin one where this run stands on the page."""
        if not self.open:
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = hypot(tm[2], tm[3]) * hypot(cm[2], cm[3])
            self.lines.append(TextLine(self.page, x=x, y=y, size=abs(size) * scale))
            self.open = True
        return self.lines[-1]


def page_lines(page: PageObject, number: int) -> list[TextLine]:
    """Return a page's lines in the order of its content; an indent stays as leading spaces."""
    collector = _Collector(number)
    page.extract_text(visitor_text=collector.take)
    return collector.lines


def without_running_lines(pages: Sequence[list[TextLine]]) -> list[TextLine]:
    """Return all lines in order, without running headers, footers and page numbers."""
    edges = [_edge_lines(lines) for lines in pages]
    counts = Counter(key for lines in edges for key in {_key(line) for line in lines})
    often = max(2.0, len(pages) * _REPEATED_SHARE)
    running = {
        id(line)
        for lines in edges
        for line in lines
        if counts[_key(line)] >= often or _PAGE_NUMBER.fullmatch(line.text.strip())
    }
    return [line for lines in pages for line in lines if id(line) not in running]


def _edge_lines(lines: Iterable[TextLine]) -> list[TextLine]:
    by_height = sorted(lines, key=lambda line: line.y)
    return [*by_height[:_EDGE_LINES], *by_height[_EDGE_LINES:][-_EDGE_LINES:]]


def _key(line: TextLine) -> tuple[str, int]:
    """Return what a running line has in common with the others: words and height, no number."""
    return re.sub(r"\d+", "#", " ".join(line.text.split())), round(line.y / _SAME_HEIGHT)
