"""Where the terminal prints: answers on standard output, everything said beside them on error.

Rich drops colour when the output is piped or NO_COLOR is set (https://no-color.org).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

UNBROKEN = 1_000_000
"""Columns of a pipe: lines are wrapped for people only, programs get them whole."""

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys instead of showing it, but tabs and line ends: an article could move the
cursor, or show words in another order. Half a surrogate pair cannot be printed at all."""


class _Console(Console):
    """A console on which text cannot do anything but stand there."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterator[Segment]:
        """Render without what a terminal obeys, except for Rich's own styles and controls."""
        for segment in super().render(renderable, options):
            yield (
                segment if segment.control else segment._replace(text=OBEYED.sub("", segment.text))
            )


console = _Console(
    highlight=False,
    emoji=False,
    markup=False,
    width=None if sys.stdout.isatty() else UNBROKEN,
)
notes = _Console(highlight=False, emoji=False, markup=False, stderr=True)


def show(renderable: RenderableType) -> None:
    """Print to standard output."""
    console.print(renderable)


def note(sentence: str) -> None:
    """Say something beside the answer, dimmed, on standard error."""
    notes.print(Text(sentence, style="dim"), soft_wrap=not notes.is_terminal)


def complain(sentence: str) -> None:
    """Say on standard error what is wrong and what to do."""
    notes.print(
        Text("sources-say: ", style="bold red") + Text(sentence), soft_wrap=not notes.is_terminal
    )
