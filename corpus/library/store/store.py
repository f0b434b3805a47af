"""The store: every server's articles, claims, originals and settings, kept for good."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, Self

from sqlalchemy import true
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from corpus.answering.article_words import ArticleWords
from corpus.article import Article
from corpus.claims.claim import Claim
from corpus.claims.version import finder_version
from corpus.languages.english.document import Document
from corpus.library.cancellation import finishing
from corpus.library.duplicates import signature
from corpus.library.store import loading, lookup, removing
from corpus.library.store.claim_json import claims_as_json
from corpus.library.store.engine import begin_as_reader, begin_as_writer, make_engine
from corpus.library.store.failures import as_store_errors
from corpus.library.store.limits import refuse_unstorable
from corpus.library.store.records import BroughtBack, Entry, RemovedEntry, Saved, Snapshot
from corpus.library.store.schema import bring_to_head
from corpus.library.store.tables import articles
from corpus.library.store.versions import previous_of
from corpus.library.store.waiting import Tell, log, telling
from corpus.reading.original import Original


class Store:
    """A database of all servers' libraries, shared by any number of processes.

    A server is named by its Discord id, a whole number below 2 to the 63rd; 0 is the terminal's
    own. Nothing of one server is ever read or changed through another's id. Every method is one
    transaction, wholly done or not at all, and raises StoreError where the database fails. A call that is
    cancelled meanwhile still completes before it raises.
    """

    def __init__(self, engine: AsyncEngine, tell_waiting: Tell) -> None:
        self._engine = engine
        self._tell_waiting = tell_waiting
        self._readers = begin_as_reader(engine)
        self._writers = begin_as_writer(engine, tell_waiting)
        self._turn_to_write = asyncio.Lock()

    @classmethod
    @finishing
    async def open(cls, address: str | Path, *, tell_waiting: Tell = log.warning) -> Self:
        """Open the database at sqlite:///FILE, postgresql://… or an SQLite file's path.

        Makes the file with its folders, and brings the tables to their newest form. A file that may
        not be written to is opened for reading. `tell_waiting` is given a sentence, now and later,
        when another program is waited for. Raises StoreError, with what to do, where that cannot be.
        """
        with as_store_errors():
            with telling(tell_waiting):
                engine = await asyncio.to_thread(make_engine, address)
            try:
                await bring_to_head(engine, tell_waiting)
            except BaseException:
                await engine.dispose()
                raise
        return cls(engine, tell_waiting)

    async def close(self) -> None:
        """Close the connections; what is being read or written must be finished before."""
        await self._engine.dispose()

    @finishing
    async def save(
        self,
        server: int,
        article: Article,
        claims: Sequence[Claim],
        *,
        document: Document | None = None,
        original: Original | None = None,
        loaded_by: int | None = None,
        near_equal: bool = True,
        only_new: bool = False,
    ) -> Saved:
        """Store an article with its claims (offsets into `article.text`), words and original.

        The claims are those that this program's finder finds.
        `document` is the reading of its text, if there is one already.
        An article with the same id, from the same page or (if `near_equal`) with nearly the same
        text is updated instead: it keeps its id and its place among the articles. With `only_new`
        it is left as it is.
        """
        refuse_unstorable(article, original)
        signed = await asyncio.to_thread(signature, article)
        words = await asyncio.to_thread(ArticleWords.of_article, article, document)
        finder = await asyncio.to_thread(finder_version)
        load = loading.Load(
            article,
            claims_as_json(claims),
            finder,
            words.to_bytes(),
            signed,
            original,
            loaded_by,
            only_new,
        )
        async with self.writing() as connection:
            return await loading.save(connection, server, load, near_equal=near_equal)

    @finishing
    async def remove(
        self, server: int, article_id: str, *, beside: Mapping[str, Any] | None = None
    ) -> Article | None:
        """Remove an article, and return it, or None if what was stored of it is damaged.

        Unless it is, it can be brought back for a day, with what is kept `beside` it (JSON values).
        Raises StoreError where there is no such article.
        """
        async with self.writing() as connection:
            return await removing.remove(connection, server, article_id, beside or {})

    @finishing
    async def bring_back(self, server: int, article_id: str) -> BroughtBack:
        """Store a removed article again as it was, with all that belongs to it, in its old place.

        Raises StoreError where it is not kept (any more), or was loaded anew in the meantime.
        """
        async with self.writing() as connection:
            return await removing.bring_back(connection, server, article_id)

    @finishing
    async def removed(self, server: int) -> list[RemovedEntry]:
        """List the removed articles that can still be brought back, the last removed first."""
        async with self.reading() as connection:
            return await removing.kept(connection, server)

    @finishing
    async def purge_removed(self) -> None:
        """Delete for good what was removed more than a day ago, on every server."""
        async with self.reading() as connection:
            if not await removing.is_any_over(connection):
                return
        async with self.writing() as connection:
            await removing.purge(connection)

    @finishing
    async def rename(self, server: int, article_id: str, title: str) -> None:
        """Give an article another title; raises StoreError where there is no such article."""
        async with self.writing() as connection:
            await loading.rename(connection, server, article_id, title)

    @finishing
    async def forget(self, server: int) -> None:
        """Delete a server's articles, originals, feeds and settings for good."""
        async with self.writing() as connection:
            await loading.forget(connection, server)

    @finishing
    async def keep_words(self, server: int, revision: int, cut: Mapping[str, bytes]) -> None:
        """Store the words of articles, by id, whose own were missing at this revision."""
        async with self.writing() as connection:
            await loading.keep_words(connection, server, revision, cut)

    @finishing
    async def change_settings(self, server: int, changes: Mapping[str, Any]) -> None:
        """Set some of a server's settings (JSON values) by name; None takes a setting away."""
        async with self.writing() as connection:
            await loading.change_settings(connection, server, dict(changes))

    @finishing
    async def settings(self, server: int) -> dict[str, Any]:
        """Return a server's settings by name; empty where none was ever set."""
        async with self.reading() as connection:
            return await lookup.settings_of(connection, server)

    @finishing
    async def revision(self, server: int) -> int:
        """Return the number of changes to a server's articles so far; it never goes down."""
        async with self.reading() as connection:
            return await lookup.revision_of(connection, server)

    @finishing
    async def entries(self, server: int) -> list[Entry]:
        """List a server's articles without their paragraphs, in the order first loaded."""
        async with self.reading() as connection:
            return await lookup.entries(connection, server)

    @finishing
    async def article_ids(self, server: int) -> list[str]:
        """List the ids of a server's articles, in the order first loaded."""
        async with self.reading() as connection:
            return await lookup.article_ids(connection, server)

    @finishing
    async def article(self, server: int, article_id: str) -> Article:
        """Return one article; raises StoreError where there is no such article."""
        own = articles.c.id == article_id
        async with self.reading() as connection:
            found = await lookup.articles_where(connection, server, own)
        if not found:
            raise loading.missing(article_id)
        return found[0]

    @finishing
    async def original(self, server: int, article_id: str) -> Original | None:
        """Return what an article was read from, or None where that was not kept."""
        async with self.reading() as connection:
            return await lookup.original_of(connection, server, article_id)

    @finishing
    async def previous(
        self, server: int, article_id: str
    ) -> tuple[Article, Original | None] | None:
        """Return what stood there before an article's last update; None where it never was updated."""
        async with self.reading() as connection:
            return await previous_of(connection, server, article_id)

    @finishing
    async def claims(
        self, server: int, article_ids: Collection[str] | None = None
    ) -> Mapping[str, Sequence[Claim]]:
        """Return the claims of some articles, or of all, by article id, in the order of the text.

        An article whose claims have gone has none, until they are found anew.
        """
        chosen = true() if article_ids is None else articles.c.id.in_(article_ids)
        async with self.reading() as connection:
            return defaultdict(tuple, await lookup.claims_where(connection, server, chosen))

    @finishing
    async def snapshot(self, server: int, since: int = 0) -> Snapshot:
        """Return a server's articles and claims at one revision: all, or what changed after one."""
        async with self.reading() as connection:
            return await lookup.snapshot(connection, server, since)

    @finishing
    async def with_original(
        self, server: int, article_id: str
    ) -> tuple[Article, Original | None] | None:
        """Return an article with its original at one revision, or None where it is not there."""
        own = articles.c.id == article_id
        async with self.reading() as connection:
            for article in await lookup.articles_where(connection, server, own):
                return article, await lookup.original_of(connection, server, article_id)
        return None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Read within one transaction; for `finishing` functions of this package."""
        with as_store_errors():
            async with self._readers.begin() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Write within one transaction, begun when it is our turn: who waits holds no connection."""
        with as_store_errors():
            async with self._turn_to_write, AsyncExitStack() as stack:
                with telling(self._tell_waiting):
                    connection = await stack.enter_async_context(self._writers.begin())
                yield connection
