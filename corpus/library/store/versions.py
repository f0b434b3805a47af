"""The version of an article that an update replaced: kept until the next update, so that this one can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from corpus.article import Article, Paragraph
from corpus.errors import DamagedError
from corpus.library.store.tables import previous
from corpus.reading.original import Original


async def keep_previous(
    connection: AsyncConnection, server: int, article: Article, original: Original | None
) -> None:
    """Keep what an update has replaced; the new version must be stored already."""
    facts = asdict(article) | {"published": article.published and article.published.isoformat()}
    row = {"server": server, "article": article.id, "version": facts}
    if original:
        row |= asdict(original)
    await connection.execute(insert(previous).values(row))


async def previous_of(
    connection: AsyncConnection, server: int, article_id: str
) -> tuple[Article, Original | None] | None:
    """Return what stood there before an article's last update; None where it never was updated."""
    query = select(
        previous.c.version, previous.c.name, previous.c.media_type, previous.c.body
    ).where(previous.c.server == server, previous.c.article == article_id)
    row = (await connection.execute(query)).one_or_none()
    return row and _version(row)


def _version(row: Sequence[Any]) -> tuple[Article, Original | None]:
    facts, name, media_type, body = row
    try:
        article = _article(facts)
    except (ValueError, TypeError, LookupError) as error:
        raise DamagedError from error
    return article, Original(name, media_type, body) if body is not None else None


def _article(facts: dict[str, Any]) -> Article:
    read = {
        "paragraphs": tuple(Paragraph(**paragraph) for paragraph in facts["paragraphs"]),
        "captions": tuple(facts["captions"]),
        "published": facts["published"] and date.fromisoformat(facts["published"]),
    }
    return Article(**facts | read)
