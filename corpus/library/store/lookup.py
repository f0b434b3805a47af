"""What is read from the database; every function within the transaction of its caller."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from corpus.article import Article
from corpus.library.store.claim_json import StoredClaims
from corpus.library.store.column_types import unchecked
from corpus.library.store.records import Entry, Snapshot
from corpus.library.store.rows import ARTICLE, PARAGRAPH, to_article, to_paragraph
from corpus.library.store.tables import articles, claims, originals, paragraphs, servers, words
from corpus.reading.original import Original

T = TypeVar("T")

ROWS_AT_ONCE = 500
"""Rows made into objects before others on the event loop get their turn: about two milliseconds."""


async def revision_of(connection: AsyncConnection, server: int) -> int:
    """Return the number of changes to a server's articles so far; 0 where none ever was."""
    query = select(servers.c.revision).where(servers.c.id == server)
    return await connection.scalar(query) or 0


async def settings_of(connection: AsyncConnection, server: int) -> dict[str, Any]:
    """Return a server's settings by name; empty where none was ever set."""
    query = select(servers.c.settings).where(servers.c.id == server)
    return await connection.scalar(query) or {}


async def snapshot(connection: AsyncConnection, server: int, since: int) -> Snapshot:
    """Return a server's articles, in full those that changed after the revision `since`.

    Takes the same few queries for one article and for thousands.
    """
    revision = await revision_of(connection, server)
    ids = tuple(await article_ids(connection, server))
    changed = articles.c.revision > since
    found = await claims_where(connection, server, changed)
    return Snapshot(
        revision,
        ids,
        tuple(
            (article, found.get(article.id))
            for article in await articles_where(connection, server, changed)
        ),
        await _words_where(connection, server, changed),
    )


async def article_ids(connection: AsyncConnection, server: int) -> list[str]:
    """List the ids of a server's articles, in the order first loaded."""
    query = select(articles.c.id).where(articles.c.server == server).order_by(articles.c.position)
    return list(await connection.scalars(query))


async def articles_where(
    connection: AsyncConnection, server: int, condition: ColumnElement[bool]
) -> list[Article]:
    """Return a server's articles that meet a condition on their row, in the order first loaded."""
    texts = _of_articles(PARAGRAPH, server, condition).order_by(paragraphs.c.number)
    by_article = await _grouped(connection, texts, to_paragraph)
    heads = (
        select(*ARTICLE).where(articles.c.server == server, condition).order_by(articles.c.position)
    )
    return [to_article(row, by_article.get(row[0], ())) async for row in _rows(connection, heads)]


async def claims_where(
    connection: AsyncConnection, server: int, condition: ColumnElement[bool]
) -> dict[str, StoredClaims]:
    """Return the claims in those articles, by article id, each in the order they were stored.

    An article whose claims have gone is left out.
    """
    query = _of_articles((claims.c.article, claims.c.packed), server, condition)
    return {id_: StoredClaims(written) async for id_, written in _rows(connection, query)}


async def _words_where(
    connection: AsyncConnection, server: int, condition: ColumnElement[bool]
) -> dict[str, bytes]:
    """Return the words of those articles that are stored with them, by article id.

    Damaged ones are left out or given as they are: whoever reads them cuts the article again.
    """
    query = _of_articles((words.c.article, unchecked(words.c.cut)), server, condition)
    return {id_: cut async for id_, cut in _rows(connection, query) if isinstance(cut, bytes)}


async def entries(connection: AsyncConnection, server: int) -> list[Entry]:
    """List a server's articles without their paragraphs, in the order first loaded."""
    columns = ("id", "title", "url", "published", "paragraphs", "loaded_at", "loaded_by")
    query = (
        select(*(articles.c[name] for name in columns))
        .where(articles.c.server == server)
        .order_by(articles.c.position)
    )
    return [Entry(*row) async for row in _rows(connection, query)]


async def original_of(connection: AsyncConnection, server: int, article_id: str) -> Original | None:
    """Return what an article was read from, or None where it was not kept."""
    query = select(originals.c.name, originals.c.media_type, originals.c.body).where(
        originals.c.server == server, originals.c.article == article_id
    )
    row = (await connection.execute(query)).one_or_none()
    return row and Original(*row)


def _of_articles(
    columns: Sequence[ColumnElement[Any]], server: int, condition: ColumnElement[bool]
) -> Select[Any]:
    """Select what belongs to a server's articles that meet a condition."""
    part = columns[0].table
    same_article = (part.c.server == articles.c.server) & (part.c.article == articles.c.id)
    return select(*columns).join(articles, same_article).where(part.c.server == server, condition)


async def _grouped(
    connection: AsyncConnection, query: Select[Any], make: Callable[[Sequence[Any]], T]
) -> dict[str, list[T]]:
    """Make objects of rows, grouped by their first column, the article's id."""
    grouped: defaultdict[str, list[T]] = defaultdict(list)
    async for row in _rows(connection, query):
        grouped[row[0]].append(make(row))
    return grouped


async def _rows(connection: AsyncConnection, query: Select[Any]) -> AsyncIterator[Sequence[Any]]:
    """Return a query's rows, letting others on the event loop have their turn now and then."""
    async with connection.stream(query) as result:
        async for rows in result.partitions(ROWS_AT_ONCE):
            for row in rows:
                yield row
