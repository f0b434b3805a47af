"""What is written to the database; every function within the transaction of its caller."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from corpus.article import Article
from corpus.errors import DamagedError, StoreError
from corpus.library.duplicates import NEARLY_EQUAL, canonical_url, most_similar
from corpus.library.store.column_types import BIG_INTEGER, unchecked
from corpus.library.store.lookup import articles_where, claims_where, original_of, settings_of
from corpus.library.store.records import Saved
from corpus.library.store.rows import (
    Values,
    article_values,
    claims_values,
    original_values,
    paragraph_values,
    words_values,
)
from corpus.library.store.tables import (
    articles,
    audit,
    claims,
    feeds,
    originals,
    paragraphs,
    questions,
    removed,
    servers,
    words,
)
from corpus.library.store.versions import keep_previous
from corpus.library.store.waiting import telling
from corpus.reading.original import Original

LOCK_SERVER = text("""
    INSERT INTO server (id, revision, settings) VALUES (:server, 0, '{}')
    ON CONFLICT (id) DO UPDATE SET revision = server.revision
    RETURNING revision
""").columns(revision=BIG_INTEGER)
"""Makes a server's row if need be, and holds it to the end of the transaction. SQLAlchemy has no
one expression for this on both engines; the words are the same on both."""


@dataclass(frozen=True, slots=True)
class Load:
    """An article on its way in, with all that is kept with it; its claims are written as JSON.

    `finder` is the version of what found them.
    `words` are those that `corpus.answering.article_words` makes of it. Where it `is_only_new`, an
    article that it is recognised as stays as it is.
    """

    article: Article
    claims: str
    finder: str
    words: bytes
    signature: bytes
    original: Original | None
    loaded_by: int | None
    is_only_new: bool = False


async def save(connection: AsyncConnection, server: int, load: Load, *, near_equal: bool) -> Saved:
    """Store an article, in the place and under the id of the one it is recognised as, if any."""
    revision = await lock(connection, server) + 1
    known = await _recognise(connection, server, load, near_equal=near_equal)
    article = replace(load.article, id=known or load.article.id)
    previous = await stored_article(connection, server, known) if known else None
    if previous and load.is_only_new:
        return Saved(previous, previous, changed=False)
    if previous == article and await _has_all_of(connection, server, article.id, load):
        return Saved(article, previous, changed=False)
    replaced = await original_of(connection, server, article.id) if previous else None
    position = await delete_article(connection, server, known) if known else None
    kept = {
        "position": position or revision,
        "revision": revision,
        "canonical_url": canonical_url(article.url) if article.url else None,
        "signature": load.signature,
        "loaded_at": datetime.now(UTC),
        "loaded_by": load.loaded_by,
    }
    await insert_rows(connection, articles, [article_values(server, article) | kept])
    await insert_rows(connection, paragraphs, paragraph_values(server, article))
    await insert_rows(
        connection, claims, claims_values(server, article.id, load.claims, load.finder)
    )
    await insert_rows(connection, words, words_values(server, article.id, load.words))
    await insert_rows(connection, originals, original_values(server, article.id, load.original))
    if previous:
        await keep_previous(connection, server, previous, replaced)
    await set_revision(connection, server, revision)
    return Saved(article, previous, changed=True)


async def rename(connection: AsyncConnection, server: int, article_id: str, title: str) -> None:
    """Give an article another title."""
    revision = await lock(connection, server) + 1
    renamed = await connection.scalar(
        update(articles)
        .where(articles.c.server == server, articles.c.id == article_id)
        .values(title=title, revision=revision)
        .returning(articles.c.id)
    )
    if renamed is None:
        raise missing(article_id)
    await set_revision(connection, server, revision)


async def keep_words(
    connection: AsyncConnection, server: int, revision: int, cut: Mapping[str, bytes]
) -> None:
    """Store articles' words, by article id, which had none or damaged ones at this revision.

    Nothing is stored where an article has changed since. The words say nothing new, so the
    revision stays.
    """
    if await lock(connection, server) != revision:
        return
    same = (words.c.server == server) & words.c.article.in_(cut)
    await connection.execute(delete(words).where(same))
    rows = [row for id_, of_article in cut.items() for row in words_values(server, id_, of_article)]
    await insert_rows(connection, words, rows)


async def change_settings(
    connection: AsyncConnection, server: int, changes: dict[str, Any]
) -> None:
    """Set some of a server's settings, leaving the others; None takes a setting away."""
    await lock(connection, server)
    own = servers.c.id == server
    settings = await settings_of(connection, server) | changes
    kept = {name: value for name, value in settings.items() if value is not None}
    await connection.execute(update(servers).where(own).values(settings=kept))


async def forget(connection: AsyncConnection, server: int) -> None:
    """Delete all that is known of a server, except how often its articles changed.

    That number stays, so that no process takes a library loaded later for one it remembers.
    """
    revision = await lock(connection, server) + 1
    for table in (articles, removed, questions, audit, feeds):
        await connection.execute(delete(table).where(table.c.server == server))
    await connection.execute(
        update(servers)
        .where(servers.c.id == server)
        .values(revision=revision, settings={}, left_at=None)
    )


async def lock(connection: AsyncConnection, server: int) -> int:
    """Wait for a server's other writers, hold off later ones, and give its revision."""
    with telling(connection.sync_engine.get_execution_options()["tell_waiting"]):
        revision: int = (await connection.execute(LOCK_SERVER, {"server": server})).scalar_one()
    return revision


def missing(article_id: str) -> StoreError:
    """Say that a server has no such article."""
    return StoreError(f"There is no article {article_id} here: list the articles to see their ids.")


async def _recognise(
    connection: AsyncConnection, server: int, load: Load, *, near_equal: bool
) -> str | None:
    """Find the id of the stored article that this one is another version of.

    The same id counts first, which is how an update says what it updates, then the same page, then
    (if `near_equal`) nearly the same text.
    """
    article = load.article
    if known := await first_id(connection, server, articles.c.id == article.id):
        return known
    if article.url:
        same_page = articles.c.canonical_url == canonical_url(article.url)
        if known := await first_id(connection, server, same_page):
            return known
    return await near_equal_to(connection, server, load.signature) if near_equal else None


async def first_id(
    connection: AsyncConnection, server: int, condition: ColumnElement[bool]
) -> str | None:
    """Return the id of a stored article that meets a condition on its row; None for none."""
    known: str | None = await connection.scalar(
        select(articles.c.id).where(articles.c.server == server, condition)
    )
    return known


async def near_equal_to(connection: AsyncConnection, server: int, signature: bytes) -> str | None:
    """Return the id of the stored article with nearly the same text; None for none."""
    query = select(articles.c.id, unchecked(articles.c.signature)).where(
        articles.c.server == server
    )
    stored = [
        row
        for row in await connection.execute(query)
        if isinstance(row.signature, bytes) and len(row.signature) == len(signature)
    ]
    best = await asyncio.to_thread(most_similar, signature, [row.signature for row in stored])
    if best is None or best[1] < NEARLY_EQUAL:
        return None
    known: str = stored[best[0]].id
    return known


async def stored_article(
    connection: AsyncConnection, server: int, article_id: str
) -> Article | None:
    """Return a stored article; None where there is none, or a damaged one, which can be replaced."""
    try:
        found = await articles_where(connection, server, articles.c.id == article_id)
    except DamagedError:
        return None
    return found[0] if found else None


async def _has_all_of(
    connection: AsyncConnection, server: int, article_id: str, load: Load
) -> bool:
    """Tell whether an article's stored claims and original are those of the load."""
    own = articles.c.id == article_id
    try:
        stored = (await claims_where(connection, server, own)).get(article_id)
        original = await original_of(connection, server, article_id)
    except DamagedError:
        return False
    same_claims = stored is not None and stored.written == load.claims
    return same_claims and load.original in (None, original)


async def delete_article(connection: AsyncConnection, server: int, article_id: str) -> int | None:
    """Delete an article with all that belongs to it, if there; gives the place it had."""
    position: int | None = await connection.scalar(
        delete(articles)
        .where(articles.c.server == server, articles.c.id == article_id)
        .returning(articles.c.position)
    )
    return position


async def insert_rows(connection: AsyncConnection, table: Table, rows: list[Values]) -> None:
    """Insert rows, if there are any."""
    if rows:
        await connection.execute(insert(table), rows)


async def set_revision(connection: AsyncConnection, server: int, revision: int) -> None:
    """Count a change to a server's articles; `revision` is one more than `lock` gave."""
    await connection.execute(
        update(servers).where(servers.c.id == server).values(revision=revision)
    )
