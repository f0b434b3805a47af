"""Feeds that servers follow, what was seen in them, and who is checking one.

Several processes may share the database. Who wants to check a feed takes it first, for a while: until
then nobody else gets it, and afterwards anybody does, should that process have died.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from corpus.errors import StoreError
from corpus.library.cancellation import finishing
from corpus.library.duplicates import canonical_url
from corpus.library.store.feed_records import (
    FeedWishes,
    FollowedFeed,
    feed_values,
    outcome_values,
    to_feed,
)
from corpus.library.store.loading import lock
from corpus.library.store.store import Store
from corpus.library.store.tables import articles, feed_items, feeds

MOST_FEEDS = 50
"""Feeds that one server may follow."""

MOST_SEEN = 2_000
"""Keys of items kept for one feed, twice what a reading of it may bring (two for each of 500); those
go first that the feed has not had for longest."""

TIME_HELD = timedelta(minutes=10)
"""How long a feed is somebody's own, unless they say again that they are at it: loading one page
and finding its claims takes a minute at most."""

TOO_MANY = f"No more than {MOST_FEEDS} feeds can be followed here: remove one first."
FOLLOWED_ALREADY = "That feed is followed here already."
NO_SUCH_FEED = "There is no such feed here: list the feeds to see their numbers."


@finishing
async def add(
    store: Store,
    server: int,
    wishes: FeedWishes,
    title: str,
    *,
    seen: Collection[str],
    holder: str,
    now: datetime,
) -> FollowedFeed:
    """Follow a feed whose items with the keys `seen` are done with; `holder` is to check it.

    Raise StoreError where the server follows it already, or too many.
    """
    async with store.writing() as connection:
        await lock(connection, server)
        others = (await connection.execute(_select(server))).all()
        if len(others) >= MOST_FEEDS:
            raise StoreError(TOO_MANY)
        address = canonical_url(wishes.address)
        if any(canonical_url(other.address) == address for other in others):
            raise StoreError(FOLLOWED_ALREADY)
        number = max((other.number for other in others), default=0) + 1
        feed = FollowedFeed(server, number, wishes, title, due_at=now, holder=holder)
        await connection.execute(
            insert(feeds).values(server=server, number=number, **feed_values(feed, now + TIME_HELD))
        )
        await _note(connection, feed, dict.fromkeys(seen, 0), now)
    return feed


@finishing
async def listed(store: Store, server: int) -> list[FollowedFeed]:
    """List a server's feeds in the order they were added."""
    async with store.reading() as connection:
        rows = (await connection.execute(_select(server).order_by(feeds.c.number))).all()
    return [to_feed(row) for row in rows]


@finishing
async def remove(store: Store, server: int, number: int) -> FollowedFeed:
    """Follow a feed no more; its articles stay. Raise StoreError where there is no such feed."""
    async with store.writing() as connection:
        row = (await connection.execute(_select(server, number))).one_or_none()
        if row is None:
            raise StoreError(NO_SUCH_FEED)
        await connection.execute(delete(feeds).where(*_key(server, number)))
    return to_feed(row)


@finishing
async def go_quiet(store: Store, server: int, number: int) -> None:
    """Announce a feed's new articles nowhere from now on."""
    async with store.writing() as connection:
        await connection.execute(update(feeds).where(*_key(server, number)).values(channel=None))


@finishing
async def due(store: Store, now: datetime) -> list[tuple[int, int]]:
    """List the feeds that are to be checked, by server and number, those due longest first."""
    is_free = feeds.c.held_until.is_(None) | (feeds.c.held_until <= now)
    query = (
        select(feeds.c.server, feeds.c.number)
        .where(feeds.c.due_at <= now, is_free)
        .order_by(feeds.c.due_at, feeds.c.server, feeds.c.number)
    )
    async with store.reading() as connection:
        return [(row.server, row.number) for row in (await connection.execute(query)).all()]


@finishing
async def take(
    store: Store, server: int, number: int, holder: str, now: datetime, *, only_due: bool = True
) -> FollowedFeed | None:
    """Take a feed to check it, for `TIME_HELD`; None where another has it, or it is not due.

    One that is not due is taken too unless `only_due`.
    """
    is_free = feeds.c.held_until.is_(None) | (feeds.c.held_until <= now)
    is_wanted = [feeds.c.due_at <= now] if only_due else []
    taking = (
        update(feeds)
        .where(*_key(server, number), is_free, *is_wanted)
        .values(holder=holder, held_until=now + TIME_HELD)
        .returning(feeds)
    )
    async with store.writing() as connection:
        row = (await connection.execute(taking)).one_or_none()
    return row and to_feed(row)


@finishing
async def let_go(store: Store, feed: FollowedFeed) -> None:
    """Keep what came of checking a feed, unless another has it by now, and let others take it."""
    async with store.writing() as connection:
        await connection.execute(update(feeds).where(*_held(feed)).values(outcome_values(feed)))


@finishing
async def known_items(store: Store, feed: FollowedFeed, keys: Collection[str]) -> dict[str, int]:
    """Return which of these items are known, and how many more tries each is worth."""
    query = select(feed_items.c.key, feed_items.c.tries_left).where(
        feed_items.c.server == feed.server,
        feed_items.c.feed == feed.number,
        feed_items.c.key.in_(keys),
    )
    async with store.reading() as connection:
        return {row.key: row.tries_left for row in (await connection.execute(query)).all()}


@finishing
async def note(
    store: Store, feed: FollowedFeed, tries_left: Mapping[str, int], now: datetime
) -> bool:
    """Note items that were just seen in a feed, by key, with the tries that each is worth still.

    That holds the feed for longer too. Return False, and note nothing, where it was removed or
    taken by another meanwhile.
    """
    async with store.writing() as connection:
        held = await connection.execute(
            update(feeds).where(*_held(feed)).values(held_until=now + TIME_HELD)
        )
        if held.rowcount:
            await _note(connection, feed, tries_left, now)
    return held.rowcount > 0


@finishing
async def pages_loaded(store: Store, server: int, urls: Collection[str]) -> set[str]:
    """Return which pages, by `canonical_url`, a server has an article of."""
    query = select(articles.c.canonical_url).where(
        articles.c.server == server, articles.c.canonical_url.in_(urls)
    )
    async with store.reading() as connection:
        return set(await connection.scalars(query))


async def _note(
    connection: AsyncConnection, feed: FollowedFeed, tries_left: Mapping[str, int], now: datetime
) -> None:
    own = (feed_items.c.server == feed.server, feed_items.c.feed == feed.number)
    await connection.execute(delete(feed_items).where(*own, feed_items.c.key.in_(tries_left)))
    of_feed = {"server": feed.server, "feed": feed.number, "seen_at": now}
    rows = [{**of_feed, "key": key, "tries_left": left} for key, left in tries_left.items()]
    if rows:
        await connection.execute(insert(feed_items), rows)
    kept = await connection.scalar(select(func.count()).select_from(feed_items).where(*own)) or 0
    if kept > MOST_SEEN:
        newest = select(feed_items.c.key).where(*own).order_by(feed_items.c.seen_at.desc())
        await connection.execute(
            delete(feed_items).where(*own, feed_items.c.key.not_in(newest.limit(MOST_SEEN)))
        )


def _select(server: int, number: int | None = None) -> Select[Any]:
    own = [feeds.c.server == server] if number is None else _key(server, number)
    return select(feeds).where(*own)


def _key(server: int, number: int) -> Sequence[Any]:
    return [feeds.c.server == server, feeds.c.number == number]


def _held(feed: FollowedFeed) -> Sequence[Any]:
    return [*_key(feed.server, feed.number), feeds.c.holder == feed.holder]
