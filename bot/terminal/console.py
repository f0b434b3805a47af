"""Where the terminal prints: answers on standard output, everything said beside them on error.

Rich drops colour when the output is piped or NO_COLOR is set (https://no-color.org).
"""

from __future__ import annotations

import sys

from rich.console import Console, RenderableType
from rich.text import Text

UNBROKEN = 1_000_000
"""Columns of a pipe: lines are wrapped for people only, programs get them whole."""

console = Console(
    highlight=False,
    emoji=False,
    markup=False,
    width=None if sys.stdout.isatty() else UNBROKEN,
)
notes = Console(highlight=False, emoji=False, markup=False, stderr=True)


def show(renderable: RenderableType) -> None:
    """Print to standard output."""
    console.print(renderable)


def note(sentence: str) -> None:
    """Say something beside the answer, dimmed, on standard error."""
    notes.print(Text(sentence, style="dim"), soft_wrap=True)


def complain(sentence: str) -> None:
    """Say on standard error what is wrong and what to do."""
    notes.print(Text("sources-say: ", style="bold red") + Text(sentence), soft_wrap=True)
