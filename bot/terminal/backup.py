"""`sources-say backup` and `restore`: the whole database, of all servers, as one file."""

from __future__ import annotations

from pathlib import Path

from rich.text import Text

from bot.settings import Settings
from bot.terminal.console import note, show
from corpus.library.store import backup

MEGABYTE = 1_000_000


def back_up(file: Path) -> None:
    """Copy the database to a new file; raises StoreError, with what to do, where that fails."""
    backup.back_up(Settings.load().database_url, file)
    show(Text(f"Copied to {file} ({file.stat().st_size / MEGABYTE:.1f} MB)."))


def restore(file: Path) -> None:
    """Put a copy in the database's place; raises StoreError, with what to do, where that fails."""
    before = backup.restore(Settings.load().database_url, file)
    show(Text(f"{file} is in place. Start the bot again."))
    if before:
        note(f"What was there before is in {before}.")
