"""Whether a database is sound: what its engine checks, and whether what is stored can be read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from typing import Any, NamedTuple

from sqlalchemy import false, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from corpus.errors import DamagedError, DatabaseError
from corpus.library.cancellation import finishing
from corpus.library.store.column_types import unchecked
from corpus.library.store.failures import DAMAGED_FILE, DAMAGED_SERVER
from corpus.library.store.store import Store
from corpus.library.store.tables import articles, servers


class Damage(NamedTuple):
    """What is damaged: an article of a server, by its id, or without one the server's settings."""

    server: int
    article: str | None


@finishing
async def check_database(store: Store) -> None:
    """Have the engine check its own files, in seconds for each gigabyte.

    Raises DatabaseError, with what to do, where it finds them damaged.
    """
    async with store.reading() as connection:
        if connection.dialect.name == "postgresql":
            await _check_postgresql(connection)
        else:
            await _check_sqlite(connection)


async def _check_sqlite(connection: AsyncConnection) -> None:
    """See "PRAGMA integrity_check" and "foreign_key_check" in SQLite's documentation."""
    if await connection.scalar(text("PRAGMA integrity_check(1)")) != "ok":
        raise DatabaseError(DAMAGED_FILE)
    if (await connection.execute(text("PRAGMA foreign_key_check"))).first():
        raise DatabaseError(DAMAGED_FILE)


async def _check_postgresql(connection: AsyncConnection) -> None:
    """Ask what the server found itself where checksums are on, and check the indexes where it can.

    See "pg_stat_database" and "amcheck" in PostgreSQL's documentation.
    """
    failures = "SELECT checksum_failures FROM pg_stat_database WHERE datname = current_database()"
    if await connection.scalar(text(failures)):
        raise DatabaseError(DAMAGED_SERVER)
    if await connection.scalar(text("SELECT 1 FROM pg_extension WHERE extname = 'amcheck'")):
        checked = "SELECT bt_index_check(indexrelid) FROM pg_stat_user_indexes"
        await connection.execute(text(checked))


@finishing
async def check_writing(store: Store) -> None:
    """Write nothing; raises DatabaseError where the database is for reading only."""
    nothing = update(servers).where(false()).values(revision=0)
    async with store.writing() as connection:
        await connection.execute(nothing)


async def damages(store: Store) -> AsyncIterator[Damage]:
    """Read all that is stored of every server and article, and name what is damaged."""
    async with store.reading() as connection:
        query = select(unchecked(servers.c.id)).order_by(servers.c.id)
        listed = list(await connection.scalars(query))
    for server in listed:
        if not await _can_be_read(store.settings(server), store.revision(server)):
            yield Damage(server, None)
        for article in await store.article_ids(server):
            if not await _can_be_read(_read(store, server, article)):
                yield Damage(server, article)


async def _can_be_read(*readings: Coroutine[Any, Any, Any]) -> bool:
    read = await asyncio.gather(*readings, return_exceptions=True)
    failures = [each for each in read if isinstance(each, BaseException)]
    for failure in failures:
        if not isinstance(failure, DamagedError):
            raise failure
    return not failures


async def _read(store: Store, server: int, article: str) -> None:
    """Read everything of an article but what is made of the rest: its words and its signature."""
    await store.with_original(server, article)
    await store.previous(server, article)
    for claims in (await store.claims(server, [article])).values():
        len(claims)
    row = select(articles.c.loaded_at, articles.c.loaded_by).where(
        articles.c.server == server, articles.c.id == article
    )
    async with store.reading() as connection:
        (await connection.execute(row)).all()
