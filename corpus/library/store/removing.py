"""Articles that are removed: kept a day with all that belongs to them, so that it can be undone."""

from __future__ import annotations

import asyncio
import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from corpus.article import Article
from corpus.errors import DamagedError, StoreError
from corpus.library.duplicates import canonical_url
from corpus.library.store import loading
from corpus.library.store.lookup import articles_where
from corpus.library.store.records import BroughtBack, RemovedEntry
from corpus.library.store.rows import Values
from corpus.library.store.tables import (
    articles,
    claims,
    originals,
    paragraphs,
    previous,
    removed,
    words,
)

TIME_KEPT = timedelta(days=1)
"""How long a removed article can be brought back; then it is deleted for good."""

MOST_KEPT = 50
"""Removed articles kept for one server; those removed first go."""

PARTS = (articles, paragraphs, claims, words, originals, previous)
"""What an article is made of, in the order in which it is stored."""

NOT_KEPT = (
    "There is no removed article {article_id}: one can be brought back for a day after it was removed. "
    "Load it anew."
)
LOADED_ANEW = (
    "“{title}” has been loaded anew since it was removed, so nothing was brought back: remove the new one "
    "first if you want the old one."
)


async def remove(
    connection: AsyncConnection, server: int, article_id: str, beside: Mapping[str, Any]
) -> Article | None:
    """Remove an article, and return it, or None if what was stored of it is damaged.

    It is kept for TIME_KEPT, unless it is damaged, with what is to be kept `beside` it (JSON values).
    Raises StoreError where there is no such article.
    """
    revision = await loading.lock(connection, server) + 1
    article = await loading.stored_article(connection, server, article_id)
    if article is not None:
        await _keep(connection, server, article, beside)
    if await loading.delete_article(connection, server, article_id) is None:
        raise loading.missing(article_id)
    await loading.set_revision(connection, server, revision)
    return article


async def bring_back(connection: AsyncConnection, server: int, article_id: str) -> BroughtBack:
    """Store a removed article again as it was, with its original, claims, words and place.

    Raises StoreError where it is not kept (any more), or was loaded anew in the meantime.
    """
    revision = await loading.lock(connection, server) + 1
    own = (removed.c.server == server) & (removed.c.article == article_id)
    query = select(removed.c.title, removed.c.packed).where(own, ~_is_over())
    found = (await connection.execute(query)).one_or_none()
    if found is None:
        raise StoreError(NOT_KEPT.format(article_id=article_id))
    rows, beside = await asyncio.to_thread(_unpacked, found.packed)
    (head,) = rows[articles.name]
    if await _is_there_again(connection, server, head):
        raise StoreError(LOADED_ANEW.format(title=found.title))
    head["revision"] = revision
    for table in PARTS:
        await loading.insert_rows(connection, table, rows[table.name])
    await connection.execute(delete(removed).where(own))
    await loading.set_revision(connection, server, revision)
    (article,) = await articles_where(connection, server, articles.c.id == article_id)
    return BroughtBack(article, beside)


async def kept(connection: AsyncConnection, server: int) -> list[RemovedEntry]:
    """List a server's removed articles that can still be brought back, the last removed first."""
    query = (
        select(removed.c.article, removed.c.title, removed.c.removed_at)
        .where(removed.c.server == server, ~_is_over())
        .order_by(removed.c.removed_at.desc(), removed.c.article)
    )
    return [RemovedEntry(*row) for row in await connection.execute(query)]


async def is_any_over(connection: AsyncConnection) -> bool:
    """Tell whether a removed article's time is over, on any server."""
    query = select(removed.c.server).where(_is_over()).limit(1)
    return (await connection.execute(query)).first() is not None


async def purge(connection: AsyncConnection) -> None:
    """Delete every server's removed articles whose time is over."""
    await connection.execute(delete(removed).where(_is_over()))


def _is_over() -> ColumnElement[bool]:
    return removed.c.removed_at <= datetime.now(UTC) - TIME_KEPT


async def _keep(
    connection: AsyncConnection, server: int, article: Article, beside: Mapping[str, Any]
) -> None:
    """Keep an article's rows; not where one of them is damaged: it could not be brought back."""
    own = removed.c.server == server
    await connection.execute(delete(removed).where(own, removed.c.article == article.id))
    try:
        rows = await _rows_of(connection, server, article.id)
    except DamagedError:
        return
    packed = await asyncio.to_thread(_packed, rows, beside)
    values = {"article": article.id, "title": article.title, "packed": packed}
    now = datetime.now(UTC)
    await connection.execute(insert(removed).values(server=server, removed_at=now, **values))
    newest = (
        select(removed.c.article).where(own).order_by(removed.c.removed_at.desc()).limit(MOST_KEPT)
    )
    ids = list(await connection.scalars(newest))
    await connection.execute(delete(removed).where(own, removed.c.article.not_in(ids)))


async def _rows_of(
    connection: AsyncConnection, server: int, article_id: str
) -> dict[str, list[Values]]:
    """Read all that is stored of an article, by table; raises DamagedError."""
    rows = {}
    for table in PARTS:
        of_article = table.c.id if table is articles else table.c.article
        own = (table.c.server == server) & (of_article == article_id)
        found = await connection.execute(select(table).where(own))
        rows[table.name] = [dict(row) for row in found.mappings()]
    return rows


async def _is_there_again(connection: AsyncConnection, server: int, head: Values) -> bool:
    """Tell whether an article of the same id, page or text is stored."""
    if await loading.first_id(connection, server, articles.c.id == head["id"]):
        return True
    if head["url"]:
        same_page = articles.c.canonical_url == canonical_url(head["url"])
        if await loading.first_id(connection, server, same_page):
            return True
    return await loading.near_equal_to(connection, server, head["signature"]) is not None


def _packed(rows: Mapping[str, list[Values]], beside: Mapping[str, Any]) -> bytes:
    written = json.dumps({"rows": rows, "beside": beside}, default=_as_json, ensure_ascii=False)
    return zlib.compress(written.encode("utf-8", "surrogatepass"), level=1)


def _as_json(value: object) -> object:
    """Write what JSON has no form for; the column says how it is read again."""
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    raise TypeError(type(value))


def _unpacked(packed: bytes) -> tuple[dict[str, list[Values]], dict[str, Any]]:
    """Read what `_packed` wrote; raises DamagedError for anything else."""
    try:
        read = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
        rows = {
            table.name: [
                {name: _value_of(value, table.c[name].type.kind) for name, value in row.items()}
                for row in read["rows"][table.name]
            ]
            for table in PARTS
        }
        return rows, dict(read["beside"])
    except (ValueError, TypeError, LookupError, AttributeError, zlib.error) as error:
        raise DamagedError from error


def _value_of(value: Any, kind: type) -> Any:
    if value is None:
        return None
    if kind is bytes:
        return b64decode(value)
    return kind.fromisoformat(value) if issubclass(kind, date) else value
