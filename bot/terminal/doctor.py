"""`sources-say doctor`: is everything in place? One line for each thing that can go wrong."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from bot.settings import Settings, SettingsError
from bot.terminal.console import note, show
from corpus.errors import CorpusError

if TYPE_CHECKING:
    from corpus.library.store import Store


class Check(NamedTuple):
    """One thing looked at: `passed` is None where it is only worth knowing."""

    name: str
    passed: bool | None
    finding: str


async def examine() -> bool:
    """Print every check and return whether none failed."""
    try:
        settings = Settings.load()
    except SettingsError as error:
        _print(Check("settings", False, str(error)))
        return False
    checks = [*_settings(settings), *await _database(settings)]
    for check in checks:
        _print(check)
    return all(check.passed is not False for check in checks)


def _settings(settings: Settings) -> Iterator[Check]:
    yield Check("settings", True, f"read; log level {settings.log_level}")
    yield _write_access(settings.data_folder)
    if settings.discord_token:
        yield Check("token", True, "DISCORD_TOKEN is set: `sources-say` connects to Discord")
    else:
        yield Check("token", None, "DISCORD_TOKEN is not set: `sources-say` chats in this terminal")


def _write_access(folder: Path) -> Check:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        advice = "make it writable, or name another in DATA_FOLDER"
        return Check(
            "data folder", False, f"{folder} cannot be written: {error.strerror}; {advice}"
        )
    return Check("data folder", True, f"{folder} can be written")


async def _database(settings: Settings) -> list[Check]:
    from corpus.library.store import Store  # noqa: PLC0415 - the database is slow to import

    try:
        store = await Store.open(settings.database_url, tell_waiting=note)
    except CorpusError as error:
        return [Check("database", False, str(error))]
    try:
        return [check async for check in _stored(store, settings.database_kind)]
    finally:
        await store.close()


async def _stored(store: Store, kind: str) -> AsyncIterator[Check]:
    """Have the database checked by its engine, see whether it can be written, and read it all."""
    from corpus.library.store.soundness import (  # noqa: PLC0415
        check_database,
        check_writing,
        damages,
    )

    try:
        await check_database(store)
        yield Check("database", True, f"{kind}, sound and up to date")
        async for server, article in damages(store):
            yield Check("article" if article else "server", False, _damage(server, article))
    except CorpusError as error:
        yield Check("database", False, str(error))
        return
    try:
        await check_writing(store)
    except CorpusError as error:
        yield Check("database", None, f"it can be read, but nothing loaded. {error}")


def _damage(server: int, article: str | None) -> str:
    of_server = f" --server {server}" if server else ""
    if article is None:
        return f"something stored of server {server} is damaged: restore it from a copy"
    return (
        f"something stored of {article} is damaged: load it again, or take it out with "
        f"`sources-say article remove {article}{of_server}`"
    )


def _print(check: Check) -> None:
    mark, style = {True: ("✓", "green"), False: ("✗", "red"), None: ("·", "yellow")}[check.passed]
    show(Text.assemble((mark, style), f" {check.name}: {check.finding}"))
