"""`/library export` and `/library import`: a server's articles as one file."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
import discord
from discord import app_commands

from bot.discord.errors import DeclinedError
from bot.discord.kit.card import Notice, file_part
from bot.discord.kit.expired_interactions import conclude
from bot.discord.kit.moderators import library_commands, note
from bot.discord.kit.notices import FILE_EXPIRED
from bot.discord.kit.progress import turn_to_load
from bot.discord.kit.sending import Upload, defer
from bot.discord.service import Interaction, server_of, service_of
from bot.discord.service.server_settings import load_settings, save_settings
from bot.language import N_, gettext, to_everybody
from bot.wording import counted
from corpus.library.archive import Imported, export_library, import_library

MEGABYTE = 1024**2

MOST_BYTES = 64 * MEGABYTE
"""Bytes of a file to import, which has some ten thousand articles then."""

EMPTY = N_("No articles are loaded here, so there is nothing to export.")
TOO_LARGE_TO_SEND = N_(
    "The library is {} MB as a file, and Discord takes {} MB here. Whoever runs me can write it "
    "with `sources-say export FILE --server {}`."
)
TOO_LARGE_TO_READ = N_(
    "The file is larger than {} MB. Whoever runs me can read it with "
    "`sources-say import FILE --server {}`."
)
EXPORTED = N_(
    "**{}**, with the files they were read from. `/library import` reads it, here or elsewhere. "
    "Feeds are not in it: `/library feed list` names them."
)
READING = N_("Reading the file …")
IMPORTED = N_("**{}** read: {}.")


@library_commands.command(name="export", description="Get all articles as one file")
async def export(interaction: Interaction) -> None:
    """Hand the library over as a file."""
    server, store = server_of(interaction), service_of(interaction).store
    await defer(interaction, private=True)
    if not await store.entries(server):
        raise DeclinedError(gettext(EMPTY))
    with _temporary_file() as path:
        number = await export_library(store, server, path)
        size, most = path.stat().st_size, interaction.filesize_limit
        if size > most:
            large = gettext(TOO_LARGE_TO_SEND).format(
                -(-size // MEGABYTE), most // MEGABYTE, server
            )
            raise DeclinedError(large)
        content = await asyncio.to_thread(path.read_bytes)
    file = Upload(f"library-{datetime.now(UTC):%Y-%m-%d}.jsonl.gz", content)
    articles = counted(number, "article")
    with to_everybody():
        await note(interaction, N_("exported"), counted(number, "article"))
    await conclude(
        interaction, Notice(gettext(EXPORTED).format(articles), file_part(file.name)), files=[file]
    )


@library_commands.command(name="import", description="Load all articles of an exported file")
@app_commands.describe(file="A file that the export gave")
async def import_(interaction: Interaction, file: discord.Attachment) -> None:
    """Load a library from a file; the settings in it are left out, as its maker is unknown."""
    server, library = server_of(interaction), service_of(interaction).library
    if file.size > MOST_BYTES:
        raise DeclinedError(gettext(TOO_LARGE_TO_READ).format(MOST_BYTES // MEGABYTE, server))
    await defer(interaction, private=True)
    async with turn_to_load(interaction) as progress:

        def show(done: int, number: int) -> None:
            progress.line = gettext("Loading {} of {} …").format(done, number)

        progress.line = gettext(READING)
        with _temporary_file() as path:
            await _download(file, path)
            # A library with settings of its own takes none from the file.
            await save_settings(library.store, server, await load_settings(library.store, server))
            imported = await import_library(
                library, server, path, loaded_by=interaction.user.id, progress=show
            )
    await _tell(interaction, imported)


async def _download(file: discord.Attachment, path: Path) -> None:
    try:
        await file.save(path)
    except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
        raise DeclinedError(gettext(FILE_EXPIRED)) from error


async def _tell(interaction: Interaction, imported: Imported) -> None:
    number = imported.added + imported.updated + imported.unchanged
    with to_everybody():
        await note(interaction, N_("imported"), counted(number, "article"))
    parts = {
        gettext("{} added"): imported.added,
        gettext("{} updated"): imported.updated,
        gettext("{} unchanged"): imported.unchanged,
    }
    said = ", ".join(how.format(count) for how, count in parts.items() if count)
    told = gettext(IMPORTED).format(counted(number, "article"), said or gettext("nothing new"))
    await conclude(interaction, Notice(told))


@contextmanager
def _temporary_file() -> Iterator[Path]:
    with TemporaryDirectory(prefix="sources-say-") as folder:
        yield Path(folder) / "library.jsonl.gz"
