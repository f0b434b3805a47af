"""The lines of a PDF's pages, with where they stand and how large they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import atan2, cos, degrees, hypot, radians, sin
from typing import Any

from pypdf import PageObject

from corpus.reading.formats.pdf.direction import is_right_to_left, text_from_right
from corpus.reading.runs import Runs

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

_TURN = 15
"""Degrees to which the angles of text are rounded; a scan that lies a little askew stays upright."""

_RAISED_SIZE = 0.85
"""The share of its line's size that a raised figure has at most."""

_RAISED_BY = 0.15
"""How many of its line's sizes a raised figure stands above it at least."""

_CELL_GAP = 3.0
"""How many sizes stand between two cells of a table at least."""

_LETTER_WIDTH = 0.6
"""A letter's width as a share of its size: more than the average, so that no word gap is a cell's."""

CELL = " | "
"""What is written between the cells of a row."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text in one font, where it begins: points, y upwards; its angle in degrees."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    rise: float
    angle: int


@dataclass(slots=True)
class TextLine:
    """One line of a page: sizes and places in points, y upwards from the page's foot.

    `marked` tells that it begins with a raised mark, as footnotes do, and `cells` how many cells
    of a table it seems to hold.
    """

    page: int
    text: str = ""
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0
    bold: bool = True
    marked: bool = False
    cells: int = 1


@dataclass(slots=True)
class _Collector:
    """Takes the runs of text that pypdf finds on a page and puts them together to lines."""

    lines: list[list[Run]] = field(default_factory=list)
    open: bool = False
    rise: float = 0.0
    shown_rise: float = 0.0

    def watch(self, operator: bytes, operands: Any, _cm: Any, _tm: Any) -> None:
        """Take note of how much text is raised when it is shown (`Ts`, ISO 32000-1, 9.3.7)."""
        if operator == b"Ts":
            self.rise = float(operands[0])
        elif operator in {b"Tj", b"TJ", b"'", b'"'}:
            self.shown_rise = self.rise

    def take(
        self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float
    ) -> None:
        """Take one run: pypdf's `visitor_text` (its "Extract Text" page gives the arguments)."""
        angle = _angle(cm, tm)
        for position, part in enumerate(text.split("\n")):
            if position or (self.open and part.strip() and self.lines[-1][-1].angle != angle):
                self.open = False
            if part.strip():
                if not self.open:
                    self.lines.append([])
                    self.open = True
                scale = hypot(tm[2], tm[3]) * hypot(cm[2], cm[3])
                self.lines[-1].append(
                    Run(
                        part.translate(_LIGATURES),
                        tm[4] * cm[0] + tm[5] * cm[2] + cm[4],
                        tm[4] * cm[1] + tm[5] * cm[3] + cm[5],
                        abs(size) * scale,
                        "bold" in str((font or {}).get("/BaseFont", "")).lower(),
                        self.shown_rise * scale,
                        angle,
                    )
                )
            elif self.open and part:
                last = self.lines[-1].pop()
                self.lines[-1].append(_with_text(last, last.text + part))


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.x, run.y, run.size, run.bold, run.rise, run.angle)


def _angle(cm: Sequence[float], tm: Sequence[float]) -> int:
    """Return the direction in which text runs, in degrees against the clock, rounded."""
    across, up = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
    return round(degrees(atan2(up, across)) / _TURN) * _TURN % 360


def page_lines(page: PageObject, number: int) -> tuple[list[TextLine], list[str]]:
    """Return a page's lines in the order of its content, and what is set at an angle to them.

    An indent stays as leading spaces.
    """
    collector = _Collector()
    page.extract_text(visitor_text=collector.take, visitor_operand_before=collector.watch)
    angles: Counter[int] = Counter()
    for runs in collector.lines:
        angles[runs[0].angle] += sum(len(run.text) for run in runs)
    upright = angles.most_common(1)[0][0] if angles else 0
    lines = [_line(runs, number) for runs in collector.lines if runs[0].angle == upright]
    turned = [runs for runs in collector.lines if runs[0].angle != upright]
    return lines, [" ".join("".join(run.text for run in runs).split()) for runs in turned]


def _line(runs: list[Run], page: int) -> TextLine:
    """Join the runs of a line."""
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[round(run.size, 1)] += len(run.text.strip())
    size = sizes.most_common(1)[0][0]
    main = next(run for run in runs if round(run.size, 1) == size)
    angle = radians(main.angle)
    if is_right_to_left("".join(run.text for run in runs)):
        text, cells = text_from_right((_across(run, angle), run.text) for run in runs), 1
    else:
        text, cells = _text_from_left(runs, main)
    first = runs[0]
    return TextLine(
        page,
        text,
        x=_across(first, angle),
        y=_height(main, angle),
        size=size,
        bold=all(run.bold for run in runs),
        marked=first is not main and first.size < size * _RAISED_SIZE,
        cells=cells,
    )


def _text_from_left(runs: Sequence[Run], main: Run) -> tuple[str, int]:
    """Return the text of a line, figures raised, and the number of cells it seems to have."""
    angle = radians(main.angle)
    text, cells, end = Runs(), 1, None
    for run in runs:
        above = _height(run, angle) - _height(main, angle) + run.rise - main.rise
        raised = run.size < main.size * _RAISED_SIZE and above > main.size * _RAISED_BY
        if end is not None and _across(run, angle) - end > main.size * _CELL_GAP and not raised:
            text.add(CELL)
            cells += 1
        text.add(run.text, is_raised=raised)
        end = _across(run, angle) + len(run.text) * run.size * _LETTER_WIDTH
    return text.take(), cells


def _across(run: Run, angle: float) -> float:
    return run.x * cos(angle) + run.y * sin(angle)


def _height(run: Run, angle: float) -> float:
    return run.y * cos(angle) - run.x * sin(angle)


def without_running_lines(pages: Sequence[list[TextLine]]) -> list[list[TextLine]]:
    """Return the pages' lines in order, without running headers, footers and page numbers."""
    edges = [_edge_lines(lines) for lines in pages]
    counts = Counter(key for lines in edges for key in {_key(line) for line in lines})
    often = max(2.0, len(pages) * _REPEATED_SHARE)
    running = {
        id(line)
        for lines in edges
        for line in lines
        if counts[_key(line)] >= often or _PAGE_NUMBER.fullmatch(line.text.strip())
    }
    return [[line for line in lines if id(line) not in running] for lines in pages]


def _edge_lines(lines: Iterable[TextLine]) -> list[TextLine]:
    by_height = sorted(lines, key=lambda line: line.y)
    return [*by_height[:_EDGE_LINES], *by_height[_EDGE_LINES:][-_EDGE_LINES:]]


def _key(line: TextLine) -> tuple[str, int]:
    """Return what a running line has in common with the others: words and height, no number."""
    return re.sub(r"\d+", "#", " ".join(line.text.split())), round(line.y / _SAME_HEIGHT)
