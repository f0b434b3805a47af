"""The way to the database: from an address to an engine, on SQLite and PostgreSQL alike."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.engine.url import URL
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from corpus.errors import StoreError
from corpus.library.store.waiting import Tell

CONNECT_SECONDS = 10
"""How long a PostgreSQL server may take to let us in before it counts as out of reach."""

LOCK_SECONDS = 60
"""How long an SQLite writer waits for those of other processes. A load holds the lock for some
milliseconds, so a minute outlasts a queue of thousands."""

_CONNECTED: dict[str, Any] = {"timeout": LOCK_SECONDS, "isolation_level": None}

_NOT_WRITABLE = ("SQLITE_READONLY", "SQLITE_CANTOPEN")
"""How SQLite's result codes begin where a file or its folder may not be written to."""

POSTGRESQL_SCHEMES = {"postgres", "postgresql", "postgresql+asyncpg"}
SQLITE_SCHEMES = {"sqlite", "sqlite+aiosqlite"}

UNKNOWN_ADDRESS = (
    "The database's address is not one this program can read: write sqlite:///FILE or "
    "postgresql://USER:PASSWORD@HOST/DATABASE."
)


def make_engine(address: str | Path) -> AsyncEngine:
    """Make an engine for sqlite:///FILE, postgresql://…, postgres://… or an SQLite file's path.

    An SQLite file is made with its folders; one that may not be written to is opened for reading.
    Raises StoreError for any other address.
    """
    file = address if isinstance(address, Path) else sqlite_file(address)
    if file is not None:
        return _sqlite(file)
    _, _, rest = str(address).partition("://")
    return _postgresql(f"postgresql://{rest}")


def sqlite_file(address: str) -> Path | None:
    """Return the file that an address names, or None where it names a PostgreSQL server.

    Raises StoreError for any other address.
    """
    scheme, _, rest = address.partition("://")
    if scheme in POSTGRESQL_SCHEMES:
        return None
    if scheme in SQLITE_SCHEMES and rest.startswith("/") and rest != "/":
        return Path(rest[1:])  # as it stands: a folder's name may hold "?" or "%"
    raise StoreError(UNKNOWN_ADDRESS)


def begin_as_writer(engine: AsyncEngine, tell_waiting: Tell) -> AsyncEngine:
    """Return the engine's view whose transactions wait at their beginning for their turn to write.

    `tell_waiting` is called where that takes long, on PostgreSQL where a server's lock does.
    """
    return engine.execution_options(sqlite_begin="BEGIN IMMEDIATE", tell_waiting=tell_waiting)


def begin_as_reader(engine: AsyncEngine) -> AsyncEngine:
    """Return the engine's view whose transactions see the database as at their first query."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ")
    return engine  # an SQLite transaction never sees anything else


def _sqlite(file: Path) -> AsyncEngine:
    if _make_file(file):
        engine = create_async_engine(
            URL.create("sqlite+aiosqlite", database=str(file)),
            connect_args=_CONNECTED,
            hide_parameters=True,
        )
    else:
        engine = create_async_engine(
            "sqlite+aiosqlite://",
            async_creator=partial(_connect_for_reading, file),
            poolclass=NullPool,
            hide_parameters=True,
        )
    event.listen(engine.sync_engine, "connect", _set_up_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _make_file(file: Path) -> bool:
    """Make the database's file where there is none, and let readers go on while another writes.

    Return whether it may be written to. Where the file cannot be used, this fails here and not
    later in a thread of the driver.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder {file.parent} for the database cannot be made ({error.strerror}): "
            "choose another, or allow writing there."
        ) from error
    try:
        with closing(sqlite3.connect(file, timeout=LOCK_SECONDS)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if file.is_file() and error.sqlite_errorname.startswith(_NOT_WRITABLE):
            return False
        raise
    return True


def _connect_for_reading(file: Path) -> Awaitable[Any]:
    """Connect to a file that we may not write to, for one transaction.

    If others write to it, there is a log beside it, which is read along. If there is none, SQLite
    would have to make it, unless it is told that nobody writes: true for as long as this takes.
    """
    import aiosqlite  # noqa: PLC0415 - what PostgreSQL alone does not need

    log = file.with_name(f"{file.name}-wal")
    nobody_writes = "" if log.exists() and log.stat().st_size else "&immutable=1"
    address = f"{file.absolute().as_uri()}?mode=ro{nobody_writes}"
    return aiosqlite.connect(address, uri=True, **_CONNECTED)


def _set_up_sqlite(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    """Have SQLite delete what belongs to an article with it; each connection has to ask for that.

    Text that is none comes as bytes, for its column to refuse: the driver's error says less.
    """
    connection.driver_connection.text_factory = _text_or_bytes
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _text_or_bytes(stored: bytes) -> str | bytes:
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return stored


def _begin_sqlite(connection: Connection) -> None:
    """Send BEGIN ourselves: the driver would send it only before the first change.

    See "Enabling Non-Legacy SQLite Transactional Modes" in SQLAlchemy's SQLite documentation.
    """
    connection.exec_driver_sql(connection.get_execution_options().get("sqlite_begin", "BEGIN"))


def _postgresql(address: str) -> AsyncEngine:
    """Make an engine whose driver reads the address itself, with every parameter libpq knows."""
    return create_async_engine(
        "postgresql+asyncpg://",
        async_creator=partial(_connect_postgresql, address),
        pool_pre_ping=True,
        hide_parameters=True,
    )


async def _connect_postgresql(address: str) -> Any:
    import asyncpg  # noqa: PLC0415 - what SQLite alone does not need

    try:
        return await asyncpg.connect(address, timeout=CONNECT_SECONDS)
    except ValueError as error:
        raise StoreError(UNKNOWN_ADDRESS) from error
