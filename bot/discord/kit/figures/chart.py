"""The chart of figures: a bar for each, drawn by matplotlib as a PNG.

It stands on its own dark ground, which reads alike on Discord's dark and light: letters light enough
for the one are lost on the other, and a bot is not told which a person uses.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from bot.language import ENGLISH, spoken
from bot.wording import shortest_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.ft2font import FT2Font

GROUND = "#1b1f27"
LETTERS = "#f4f1ea"
FAINT_LETTERS = "#b4bac6"
SURE = "#5aa9e6"
DENIED = "#e39a8b"
GRID = "#2c323d"
FONT = "DejaVu Sans"
"""It comes with matplotlib, so that a chart is the same everywhere."""

WIDTH, HEIGHT_OF_BAR = 3.7, 0.56
ABOVE, BELOW = 0.42, 0.3
MARGIN, ACROSS = 0.04, 0.92
"""Inches, at DOTS an inch: as wide as a phone shows it, three dots for each of the phone's
points. Shares of the width are left beside the bars, and for them."""

DOTS = 290
MOST_BARS = 5
LONGEST_FIGURE = 22
LONGEST_TITLE = 44
LEAST_OF_NAME = 8
"""Characters."""

OF_FIGURE, OF_NAME = 0.105, 0.068
"""Inches that a character of a figure and of a name takes: two thirds of the size of its letters."""

ROOM_RIGHT = 1.12
"""The axis ends so many times the largest number."""

OPEN_END = 0.05
"""The length of the arrow on a bar without an end, as a share of the axis."""

THICK = 0.34
"""The height of a bar, as a share of its row."""

FAINT = 0.32
"""How much of the colour is left where a bar is not sure."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its number in the table, the figure and who gives it in words, and how far it reaches.

    `stance` is written where that is not simply what somebody says.

    It is surely as long as `sure`, and perhaps as long as `most`, which is infinite for "at least".
    """

    number: int
    figure: str
    who: str
    sure: float
    most: float
    is_denied: bool
    stance: str = ""


def draw(title: str, bars: Sequence[Bar]) -> bytes:
    """Return the chart as a PNG, the first bar on top, MOST_BARS at most.

    It is WIDTH inches wide, and its height goes with the bars, whatever the words are.

    Blocks for about a second the first time, when matplotlib is loaded, and then a fifth of one. Not
    for two threads at once: matplotlib's fonts are not.
    """
    from matplotlib.figure import Figure  # noqa: PLC0415 - slow to load, and seldom needed

    bars = bars[:MOST_BARS]
    height = ABOVE + HEIGHT_OF_BAR * len(bars) + BELOW
    font = _font()
    figure = Figure(figsize=(WIDTH, height), dpi=DOTS, facecolor=GROUND)
    figure.text(
        MARGIN, 1 - 0.5 * ABOVE / height, drawable(title, LONGEST_TITLE, font),
        color=FAINT_LETTERS, fontsize=9, va="center", parse_math=False, fontfamily=FONT,
    )  # fmt: skip
    tall = HEIGHT_OF_BAR * len(bars) / height
    axes = figure.add_axes((MARGIN, BELOW / height, ACROSS, tall), facecolor=GROUND)
    _draw_bars(axes, bars, font)
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png", facecolor=GROUND)
    return drawn.getvalue()


def _draw_bars(axes: Axes, bars: Sequence[Bar], font: FT2Font) -> None:
    end = ROOM_RIGHT * (max(bar.sure if bar.most == inf else bar.most for bar in bars) or 1)
    axes.set_xlim(0, end)
    axes.set_ylim(len(bars) - 0.65, -0.65)
    for row, bar in enumerate(bars):
        colour = DENIED if bar.is_denied else SURE
        _draw_bar(axes, row, bar, colour, end)
        figure = drawable(bar.figure, LONGEST_FIGURE, font) or f"№ {bar.number}"
        stance = drawable(bar.stance, LONGEST_FIGURE, font)
        who = drawable(bar.who, _room_for_name(figure, stance), font)
        label = axes.annotate(
            figure, (0, row), (0, 13), textcoords="offset points", color=LETTERS, fontsize=11,
            fontweight="bold", va="center", parse_math=False, fontfamily=FONT,
        )  # fmt: skip
        axes.annotate(
            "  " + " · ".join(filter(None, [str(bar.number), who, stance])), (1, 0.5), xycoords=label,
            color=FAINT_LETTERS, fontsize=8, va="center", parse_math=False, fontfamily=FONT,
        )  # fmt: skip
    axes.locator_params(axis="x", nbins=4)
    axes.xaxis.set_major_formatter(lambda number, _: short(number))
    axes.tick_params(axis="x", colors=FAINT_LETTERS, labelsize=8, length=0, labelfontfamily=FONT)
    axes.grid(visible=True, axis="x", color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.get_yaxis().set_visible(False)
    for spine in axes.spines.values():
        spine.set_visible(False)


def _room_for_name(figure: str, stance: str) -> int:
    """Return how many characters of a name fit beside a figure and a stance, on a line."""
    left = WIDTH * ACROSS - OF_FIGURE * len(figure) - OF_NAME * len(f"  5 ·  · {stance}")
    return max(int(left / OF_NAME), LEAST_OF_NAME)


def _draw_bar(axes: Axes, row: int, bar: Bar, colour: str, end: float) -> None:
    most = bar.sure if bar.most == inf else bar.most
    if bar.is_denied:
        axes.barh(row, most, THICK, facecolor="none", edgecolor=colour, hatch="////")
        return
    if most > bar.sure:
        faint = (colour, FAINT)
        axes.barh(row, most, THICK, facecolor=faint, edgecolor=colour, linestyle="--")
    axes.barh(row, bar.sure, THICK, facecolor=colour, edgecolor=colour)
    if bar.most == inf:
        axes.annotate(
            "", (bar.sure + end * OPEN_END, row), (bar.sure, row),
            arrowprops={"arrowstyle": "-|>", "color": colour, "linewidth": 2},
        )  # fmt: skip


def _font() -> FT2Font:
    from matplotlib.font_manager import FontProperties, findfont, get_font  # noqa: PLC0415

    return get_font(findfont(FontProperties(family=FONT)))


def drawable(text: str, longest: int, font: FT2Font) -> str:
    """Return a text cut to `longest` characters; "" where the font cannot write it.

    What is written from right to left, or put together of several characters, is not drawn either:
    the table says it.
    """
    line = " ".join(text.split())
    line = line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
    return line if all(_is_drawable(each, font) for each in line) else ""


def _is_drawable(character: str, font: FT2Font) -> bool:
    if character == " ":
        return True
    category = unicodedata.category(character)
    is_simple = category[0] not in "CMZ" and unicodedata.bidirectional(character) not in ("R", "AL")
    return is_simple and font.get_char_index(ord(character)) != 0


def short(number: float) -> str:
    """Write a number of the axis in few letters: "10k", "1.5M"; in German "10.000", "1,5 Mio."."""
    if spoken() != ENGLISH:
        return shortest_number(number)
    for size, letter in ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")):
        if abs(number) >= size:
            return f"{number / size:g}{letter}"
    return f"{number:g}"
