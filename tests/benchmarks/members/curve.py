"""The calibration curve: what confidence says beside how often the first paragraph answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tests.benchmarks.members.asking import Asked
from tests.benchmarks.members.figures import Band, bands

SIDE, MARGIN = 320, 40
"""Points of the square that is drawn in, and around it."""

COLOURS = ("#1f6feb", "#bf5b04")


def draw(asked: Mapping[str, Sequence[Asked]]) -> str:
    """Draw a line for each way of asking as an SVG picture; a circle's area tells of how many."""
    return picture({name: list(bands(each)) for name, each in asked.items()})


def picture(lines: Mapping[str, Sequence[Band]]) -> str:
    """Draw the bands of each line."""
    whole = SIDE + 2 * MARGIN
    head = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}"'
    drawn = [
        f'<svg {head} font-family="sans-serif" font-size="12">',
        f'<rect width="{whole}" height="{whole}" fill="white"/>',
        *_frame(),
    ]
    for number, (name, of_line) in enumerate(lines.items()):
        colour = COLOURS[number % len(COLOURS)]
        drawn += list(_line(of_line, colour))
        drawn.append(
            f'<text x="{MARGIN + 10}" y="{MARGIN + 18 * (number + 1)}" fill="{colour}">{name}</text>'
        )
    return "\n".join([*drawn, "</svg>", ""])


def _frame() -> Iterator[str]:
    low, high = MARGIN, MARGIN + SIDE
    yield f'<path d="M{low} {low}V{high}H{high}" fill="none" stroke="black"/>'
    yield f'<path d="M{low} {high}L{high} {low}" stroke="grey" stroke-dasharray="4"/>'
    for share in (0, 0.25, 0.5, 0.75, 1):
        x, y = _at(share, share)
        yield f'<text x="{x:.0f}" y="{high + 16}" text-anchor="middle">{share}</text>'
        yield f'<text x="{low - 6}" y="{y + 4:.0f}" text-anchor="end">{share}</text>'
    yield f'<text x="{MARGIN + SIDE / 2}" y="{high + 32}" text-anchor="middle">confidence</text>'
    yield f'<text x="{MARGIN}" y="{low - 12}">share right</text>'


def _line(of_line: Iterable[Band], colour: str) -> Iterator[str]:
    places = [(*_at(band.confidence, band.right), band.questions) for band in of_line]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in places)
    yield f'<polyline points="{path}" fill="none" stroke="{colour}"/>'
    for x, y, count in places:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{count**0.5 / 4:.1f}" fill="{colour}"/>'


def _at(across: float, up: float) -> tuple[float, float]:
    return MARGIN + SIDE * across, MARGIN + SIDE * (1 - up)
