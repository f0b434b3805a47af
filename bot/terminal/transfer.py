"""`sources-say import` and `export`: a folder of articles, or a whole library as one file."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from bot.settings import Settings
from bot.terminal.console import note, notes, show
from bot.terminal.library import open_library
from bot.wording import counted
from corpus.archive import Imported, export_library, import_library
from corpus.errors import CorpusError
from corpus.library import Library
from corpus.reading import load_file

ARTICLE_ENDINGS = {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx"}
"""Files that an import looks at; what else lies in a folder is passed over and counted."""


async def import_articles(server: int, path: Path) -> bool:
    """Load a folder of articles or an exported library; return whether everything was loaded."""
    if path.is_file() and path.suffix.lower() in ARTICLE_ENDINGS:
        raise CorpusError(f"{path} is a single article: load it with `sources-say article add`.")
    async with open_library(Settings.load()) as library:
        if path.is_dir():
            return await _import_folder(library, server, path)
        with _progress("Importing") as bar:
            task = bar.add_task("", total=None)
            imported = await import_library(
                library,
                server,
                path,
                progress=lambda done, total: bar.update(task, completed=done, total=total),
            )
    _show_counts(imported)
    return True


async def _import_folder(library: Library, server: int, folder: Path) -> bool:
    """Load every article in a folder and the folders in it, each in a transaction of its own."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    paths = [path for path in paths if not _is_hidden(path.relative_to(folder))]
    readable = [path for path in paths if path.suffix.lower() in ARTICLE_ENDINGS]
    counts: Counter[str] = Counter()
    with _progress("Loading") as bar:
        for path in bar.track(readable, total=len(readable)):
            try:
                loaded = await asyncio.to_thread(load_file, path)
                saved = await library.add(server, loaded.article, original=loaded.original)
            except CorpusError as error:
                bar.console.print(Text(f"{path.relative_to(folder)}: {error}"), soft_wrap=True)
                counts["unreadable"] += 1
                continue
            counts[saved.outcome] += 1
    _show_counts(
        Imported(counts["added"], counts["updated"], counts["unchanged"]), counts["unreadable"]
    )
    if len(paths) > len(readable):
        note(f"Passed over {counted(len(paths) - len(readable), 'file')} of other kinds.")
    return not counts["unreadable"]


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _show_counts(imported: Imported, unreadable: int = 0) -> None:
    counts = [
        f"{imported.added} loaded",
        f"{imported.updated} updated",
        f"{imported.unchanged} unchanged",
        f"{unreadable} unreadable",
    ]
    show(Text(", ".join(count for count in counts if not count.startswith("0 ")) or "No articles."))


async def export(server: int, path: Path) -> None:
    """Write a server's library to a new file."""
    if path.exists():
        raise CorpusError(f"{path} is there already: name a new file, or move it away.")
    async with open_library(Settings.load()) as library:
        number = await export_library(library.store, server, path)
    show(Text(f"{counted(number, 'article')} written to {path}."))


@contextmanager
def _progress(verb: str) -> Iterator[Progress]:
    """Show progress on standard error, on a terminal only; it goes when the work is done."""
    columns = (TextColumn(verb), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=notes, transient=True, disable=not notes.is_terminal
    ) as progress:
        yield progress
