"""The library as the terminal uses it: opened for one command, with samples where it is asked new."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.resources import as_file, files

from bot.settings import Settings
from bot.terminal.console import note
from corpus.errors import StoreError
from corpus.library import Library
from corpus.library.store import Store
from corpus.reading import load_file

TERMINAL = 0
"""The server id of the terminal's own library: no Discord server has it."""

LOADING_SAMPLES = "loading_samples"
"""The setting that says so while they are loaded."""


@asynccontextmanager
async def open_library(settings: Settings) -> AsyncIterator[Library]:
    """Open the library for the time of one command.

    Raises StoreError where the database cannot be opened.
    """
    store = await Store.open(settings.database_url, tell_waiting=note)
    try:
        with suppress(StoreError):  # a database for reading only; what else fails shows next
            await store.purge_removed()
        yield Library(store, settings.memory_budget)
    finally:
        await store.close()


async def offer_samples(library: Library, server: int) -> None:
    """Load the samples, and say so, where the terminal's own library is asked before it has any.

    What people load themselves is never mixed with them.
    """
    if server != TERMINAL or not await _wants_samples(library.store):
        return
    await library.store.change_settings(TERMINAL, {LOADING_SAMPLES: True})
    with as_file(files("corpus") / "samples") as folder:
        samples = sorted(folder.glob("*.md"))
        for path in samples:
            loaded = load_file(path)
            await library.add(TERMINAL, loaded.article, original=loaded.original)
    await library.store.change_settings(TERMINAL, {LOADING_SAMPLES: None})
    note(
        f"Your library is empty, so {len(samples)} sample articles were loaded; "
        "`sources-say article list` names them, `sources-say article add` loads your own."
    )


async def _wants_samples(store: Store) -> bool:
    """Tell whether nothing was ever loaded, or the samples were stopped half-way."""
    if await store.revision(TERMINAL) == 0:
        return True
    return LOADING_SAMPLES in await store.settings(TERMINAL)
