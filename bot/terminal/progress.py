"""How far a command that takes long has come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.terminal.console import notes


@contextmanager
def progress(verb: str) -> Iterator[Progress]:
    """Show progress on standard error, on a terminal only; it goes when the work is done."""
    columns = (TextColumn(verb), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=notes, transient=True, disable=not notes.is_terminal) as bar:
        yield bar
