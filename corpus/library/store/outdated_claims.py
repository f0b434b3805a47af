"""Claims that another version of the finder found, or that have gone, and what replaces them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update

from corpus.article import Article
from corpus.claims.claim import Claim
from corpus.claims.version import finder_version
from corpus.library.cancellation import finishing
from corpus.library.store.claim_json import claims_as_json
from corpus.library.store.loading import lock, set_revision
from corpus.library.store.lookup import articles_where
from corpus.library.store.rows import claims_values
from corpus.library.store.store import Store
from corpus.library.store.tables import articles, claims

_OF_ARTICLE = (claims.c.server == articles.c.server) & (claims.c.article == articles.c.id)


@finishing
async def listed(store: Store) -> list[tuple[int, str]]:
    """List the articles with outdated claims, of all servers, each by its server and its id."""
    version = await asyncio.to_thread(finder_version)
    query = (
        select(articles.c.server, articles.c.id)
        .outerjoin(claims, _OF_ARTICLE)
        .where(claims.c.finder.is_distinct_from(version))
        .order_by(articles.c.server, articles.c.position)
    )
    async with store.reading() as connection:
        return [(server, id_) for server, id_ in await connection.execute(query)]


@finishing
async def article_with(store: Store, server: int, article_id: str) -> Article | None:
    """Return an article if its claims are outdated still; None where they are not, or it is gone."""
    version = await asyncio.to_thread(finder_version)
    newest = select(claims.c.article).where(claims.c.server == server, claims.c.finder == version)
    condition = (articles.c.id == article_id) & articles.c.id.not_in(newest)
    async with store.reading() as connection:
        found = await articles_where(connection, server, condition)
    return found[0] if found else None


@finishing
async def replace(store: Store, server: int, article: Article, found: Sequence[Claim]) -> None:
    """Store the claims that were found in an article instead of those it has.

    Nothing is stored where the article is gone or has another text by now. All else of it stays as
    it is; its server's revision goes up, so that whoever has it in memory reads it again.
    """
    version = await asyncio.to_thread(finder_version)
    packed = claims_as_json(found)
    async with store.writing() as connection:
        revision = await lock(connection, server) + 1
        now = await articles_where(connection, server, articles.c.id == article.id)
        if [each.text for each in now] != [article.text]:
            return
        own = (claims.c.server == server) & (claims.c.article == article.id)
        await connection.execute(delete(claims).where(own))
        await connection.execute(insert(claims), claims_values(server, article.id, packed, version))
        await connection.execute(
            update(articles)
            .where(articles.c.server == server, articles.c.id == article.id)
            .values(revision=revision)
        )
        await set_revision(connection, server, revision)
