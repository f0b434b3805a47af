"""Copies of the whole database, with every server's articles, settings and feeds, as one file.

For SQLite alone: PostgreSQL has `pg_dump` and `pg_restore`.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from corpus.errors import StoreError
from corpus.library.store.engine import LOCK_SECONDS, sqlite_file
from corpus.library.store.failures import as_store_errors
from corpus.library.store.tables import servers

NOT_SQLITE = "This database is on a PostgreSQL server: copy it with pg_dump and pg_restore."
NO_DATABASE = "There is no database yet, so there is nothing to copy."
IS_THERE = "{} is there already: name a new file, or move it away."
NOT_A_COPY = "{} is not a sound copy of this program's database: name another."
BEFORE = ".before-restore"
"""Stands between the name and the ending of the copy of what was there before."""


def back_up(address: str, copy: Path) -> None:
    """Copy the database at `address` to a new file, also while others use it.

    The file is there whole or not at all. Raises StoreError, with what to do.
    """
    file = _file(address)
    if copy.exists():
        raise StoreError(IS_THERE.format(copy))
    if not file.is_file():
        raise StoreError(NO_DATABASE)
    _copy(file, copy)


def restore(address: str, copy: Path) -> Path | None:
    """Put a copy in the place of the database at `address`; nothing else should use it meanwhile.

    Returns the file to which what was there is copied first, or None where nothing was there.
    Raises StoreError, with what to do, and leaves all as it was then.
    """
    file = _file(address)
    if not _is_sound(copy):
        raise StoreError(NOT_A_COPY.format(copy))
    before = None
    if file.is_file():
        before = file.with_name(f"{file.stem}{BEFORE}{file.suffix}")
        _copy(file, before)
    with as_store_errors():
        file.parent.mkdir(parents=True, exist_ok=True)
        _copy_pages(copy, file)
    return before


def _file(address: str) -> Path:
    file = sqlite_file(address)
    if file is None:
        raise StoreError(NOT_SQLITE)
    return file


def _copy(file: Path, copy: Path) -> None:
    """Copy a database, first to a file beside it, so that a copy that fails is not taken for one."""
    part = copy.with_name(f"{copy.name}.part")
    try:
        with as_store_errors():
            part.unlink(missing_ok=True)
            _copy_pages(file, part)
            part.replace(copy)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _copy_pages(file: Path, copy: Path) -> None:
    """Copy page by page what stands in the database at one moment.

    See "Using the SQLite Online Backup API" in SQLite's documentation.
    """
    with (
        closing(_for_reading(file)) as source,
        closing(sqlite3.connect(copy, timeout=LOCK_SECONDS)) as target,
    ):
        source.backup(target)


def _is_sound(copy: Path) -> bool:
    """Tell whether a file is a database of this program that its engine finds nothing wrong with."""
    try:
        with closing(_for_reading(copy)) as connection:
            connection.execute(f"SELECT 1 FROM {servers.name}")  # noqa: S608 - a name of our own
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error:
        return False
    return bool(found == "ok")


def _for_reading(file: Path) -> sqlite3.Connection:
    address = f"{file.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, timeout=LOCK_SECONDS)
