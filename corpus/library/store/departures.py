"""Servers that the bot was removed from: their libraries are kept a while, then deleted."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, exists, select, update

from corpus.library.cancellation import finishing
from corpus.library.store.store import Store
from corpus.library.store.tables import articles, feeds, removed, servers


@finishing
async def note(store: Store, server: int, at: datetime) -> None:
    """Note that the bot was removed from a server, if it was not noted before.

    What was removed from its library before is deleted for good.
    """
    present = (servers.c.id == server) & servers.c.left_at.is_(None)
    async with store.writing() as connection:
        await connection.execute(update(servers).where(present).values(left_at=at))
        await connection.execute(delete(removed).where(removed.c.server == server))


@finishing
async def take_back(store: Store, present: Collection[int]) -> None:
    """Note that the bot is in these servers."""
    async with store.writing() as connection:
        left = await connection.scalars(select(servers.c.id).where(servers.c.left_at.is_not(None)))
        back = set(left) & set(present)
        await connection.execute(update(servers).where(servers.c.id.in_(back)).values(left_at=None))


@finishing
async def known(store: Store) -> list[int]:
    """List the servers with articles or feeds that the bot is not known to have left."""
    has_articles = exists().where(articles.c.server == servers.c.id)
    has_feeds = exists().where(feeds.c.server == servers.c.id)
    query = select(servers.c.id).where(servers.c.left_at.is_(None), has_articles | has_feeds)
    async with store.reading() as connection:
        return list(await connection.scalars(query))


@finishing
async def left_before(store: Store, moment: datetime) -> list[int]:
    """List the servers that were left before a moment and never forgotten since."""
    query = select(servers.c.id).where(servers.c.left_at < moment)
    async with store.reading() as connection:
        return list(await connection.scalars(query))
