"""`sources-say import` and `export`: a folder of articles, or a whole library as one file."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

from rich.text import Text

from bot.settings import Settings
from bot.terminal.console import complain, note, show
from bot.terminal.library import open_library
from bot.terminal.progress import progress
from bot.wording import counted
from corpus.claims import Claim, find_claims
from corpus.errors import CorpusError, DatabaseError
from corpus.library import Library
from corpus.library.archive import Imported, export_library, import_library
from corpus.library.store import Saved
from corpus.library.work_ahead import work_ahead
from corpus.reading import LoadedArticle, formats, load_file

CORES = os.cpu_count() or 1
"""Articles whose claims are found at once."""


async def import_articles(server: int, path: Path) -> bool:
    """Load a folder of articles or an exported library; return whether everything was loaded."""
    if path.is_file() and formats.by_ending(path.suffix):
        raise CorpusError(f"{path} is a single article: load it with `sources-say article add`.")
    async with open_library(Settings.load()) as library:
        if path.is_dir():
            return await _import_folder(library, server, path)
        with progress("Importing") as bar:
            task = bar.add_task("", total=None)
            imported = await import_library(
                library,
                server,
                path,
                progress=lambda done, total: bar.update(task, completed=done, total=total),
                at_once=CORES,
            )
    _show_counts(imported)
    return True


async def _import_folder(library: Library, server: int, folder: Path) -> bool:
    """Load every article in a folder and the folders in it, each in a transaction of its own.

    Where the database fails, no more is tried.
    """
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    paths = [path for path in paths if not _is_hidden(path.relative_to(folder))]
    readable = [path for path in paths if formats.by_ending(path.suffix)]
    counts: Counter[str] = Counter()
    failure: DatabaseError | None = None
    with progress("Loading") as bar:
        task = bar.add_task("", total=len(readable))
        async for path, read in work_ahead(_each(readable), _read, CORES):
            try:
                saved = await _save(library, server, read)
                counts[saved.outcome] += 1
            except DatabaseError as error:
                failure = error
                break
            except CorpusError as error:
                bar.console.print(Text(f"{path.relative_to(folder)}: {error}"), soft_wrap=True)
                counts["unreadable"] += 1
            bar.advance(task)
    left = len(readable) - counts.total()
    imported = Imported(counts["added"], counts["updated"], counts["unchanged"])
    _show_counts(imported, counts["unreadable"], left)
    if failure:
        complain(str(failure))
    if len(paths) > len(readable):
        note(f"Passed over {counted(len(paths) - len(readable), 'file')} of other kinds.")
    return not (counts["unreadable"] or left)


async def _each(paths: Iterable[Path]) -> AsyncIterator[Path]:
    for path in paths:
        yield path


async def _read(path: Path) -> tuple[Path, tuple[LoadedArticle, list[Claim]] | CorpusError]:
    """Read a file and find its claims; the error is kept for the file's turn."""
    try:
        loaded = await asyncio.to_thread(load_file, path)
    except CorpusError as error:
        return path, error
    return path, (loaded, await asyncio.to_thread(find_claims, loaded.article.text))


async def _save(
    library: Library, server: int, read: tuple[LoadedArticle, list[Claim]] | CorpusError
) -> Saved:
    if isinstance(read, CorpusError):
        raise read
    loaded, claims = read
    return await library.add(server, loaded.article, original=loaded.original, claims=claims)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _show_counts(imported: Imported, unreadable: int = 0, not_loaded: int = 0) -> None:
    counts = [
        f"{imported.added} loaded",
        f"{imported.updated} updated",
        f"{imported.unchanged} unchanged",
        f"{unreadable} unreadable",
        f"{not_loaded} not loaded",
    ]
    show(Text(", ".join(count for count in counts if not count.startswith("0 ")) or "No articles."))


async def export(server: int, path: Path) -> None:
    """Write a server's library to a new file."""
    if path.exists():
        raise CorpusError(f"{path} is there already: name a new file, or move it away.")
    async with open_library(Settings.load()) as library:
        number = await export_library(library.store, server, path)
    show(Text(f"{counted(number, 'article')} written to {path}."))
