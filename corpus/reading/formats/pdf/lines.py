"""The lines of a PDF's pages, with where they stand and how large they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pypdf import PageObject

from corpus.reading.formats.pdf.direction import is_right_to_left, text_from_right
from corpus.reading.formats.pdf.text_runs import Run, runs_by_line
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


def page_lines(page: PageObject, number: int) -> tuple[list[TextLine], list[str]]:
    """Return a page's lines in the order of its content, and what is set at an angle to them.

    An indent stays as leading spaces.
    """
    by_line = runs_by_line(page)
    angles: Counter[int] = Counter()
    for runs in by_line:
        angles[runs[0].angle] += sum(len(run.text) for run in runs)
    upright = angles.most_common(1)[0][0] if angles else 0
    lines = [_line(runs, number) for runs in by_line if runs[0].angle == upright]
    turned = [runs for runs in by_line if runs[0].angle != upright]
    return lines, [" ".join("".join(run.text for run in runs).split()) for runs in turned]


def _line(runs: list[Run], page: int) -> TextLine:
    """Join the runs of a line."""
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[round(run.size, 1)] += len(run.text.strip())
    size = sizes.most_common(1)[0][0]
    main = next(run for run in runs if round(run.size, 1) == size)
    if is_right_to_left("".join(run.text for run in runs)):
        text, cells = text_from_right((run.across, run.text) for run in runs), 1
    else:
        text, cells = _text_from_left(runs, main)
    first = runs[0]
    return TextLine(
        page,
        text,
        x=first.across,
        y=main.height,
        size=size,
        bold=all(run.bold for run in runs),
        marked=first is not main and first.size < size * _RAISED_SIZE,
        cells=cells,
    )


def _text_from_left(runs: Sequence[Run], main: Run) -> tuple[str, int]:
    """Return the text of a line, figures raised, and the number of cells it seems to have."""
    text, cells, end = Runs(), 1, None
    for run in runs:
        above = run.height - main.height + run.rise - main.rise
        raised = run.size < main.size * _RAISED_SIZE and above > main.size * _RAISED_BY
        if end is not None and run.across - end > main.size * _CELL_GAP and not raised:
            text.add(CELL)
            cells += 1
        text.add(run.text, is_raised=raised)
        end = run.across + len(run.text) * run.size * _LETTER_WIDTH
    return text.take(), cells


def without_running_lines(pages: Sequence[list[TextLine]]) -> list[list[TextLine]]:
    """Return the pages' lines in order, without running headers, footers and page numbers.

    Where nothing else would be left they are the text.
    """
    edges = [_edge_lines(lines) for lines in pages]
    counts = Counter(key for lines in edges for key in {_key(line) for line in lines})
    often = max(2.0, len(pages) * _REPEATED_SHARE)
    running = {
        id(line)
        for lines in edges
        for line in lines
        if counts[_key(line)] >= often or _PAGE_NUMBER.fullmatch(line.text.strip())
    }
    kept = [[line for line in lines if id(line) not in running] for lines in pages]
    return kept if any(kept) else list(pages)


def _edge_lines(lines: Iterable[TextLine]) -> list[TextLine]:
    by_height = sorted(lines, key=lambda line: line.y)
    return [*by_height[:_EDGE_LINES], *by_height[_EDGE_LINES:][-_EDGE_LINES:]]


def _key(line: TextLine) -> tuple[str, int]:
    """Return what a running line has in common with the others: words and height, no number."""
    return re.sub(r"\d+", "#", " ".join(line.text.split())), round(line.y / _SAME_HEIGHT)
