"""The library: every server's articles as one process sees them, asked from memory.

The bot and the terminal load, remove and ask through it. What is in memory is only ever a copy: it
is compared with the database before each answer, so nothing that another process removed is shown.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from corpus.answering.answer import Answer, Hit
from corpus.answering.article_words import ArticleWords
from corpus.answering.explanation import Explanation
from corpus.article import Article
from corpus.claims import Claim, find_claims
from corpus.corpus import FIGURE_UNITS, Addition, Corpus
from corpus.errors import StoreError
from corpus.figures import Found
from corpus.languages.english.document import Document
from corpus.library.cancellation import finish
from corpus.library.store import BroughtBack, Entry, Saved, Snapshot, Store, outdated_claims
from corpus.reading.original import Original
from corpus.topics import PlacedClaim

T = TypeVar("T")

MEMORY_BUDGET = 512 * 2**20
"""Bytes that all servers' articles together may take in memory, unless told otherwise."""

BYTES_PER_CHARACTER = 10
"""What a character of an article takes in memory, with its claims and its part of the index: 8.5
were measured on news, and growing arrays keep some room."""


@dataclass(slots=True)
class _Copy:
    """A server's articles in memory as of a revision; whoever uses them holds `turn`."""

    corpus: Corpus = field(default_factory=Corpus)
    revision: int = 0
    size: int = 0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Library:
    """Every server's articles: loaded into a store, asked from memory.

    A server's articles come into memory with its first question, and go when others are asked and
    `memory_budget`, in bytes, is used up. Servers are named as in the store. Every method may be
    called at any time by any number of tasks, and none blocks the event loop for long.
    """

    def __init__(self, store: Store, memory_budget: int = MEMORY_BUDGET) -> None:
        self.store = store
        self._memory_budget = memory_budget
        self._copies: OrderedDict[int, _Copy] = OrderedDict()

    async def add(
        self,
        server: int,
        article: Article,
        *,
        original: Original | None = None,
        loaded_by: int | None = None,
        near_equal: bool = True,
        only_new: bool = False,
        claims: Sequence[Claim] | None = None,
    ) -> Saved:
        """Find an article's claims and store both; see `Store.save` for what is recognised.

        `claims` are those found in `article.text` already.
        """
        document = Document.of_article(article)
        if claims is None:
            claims = await asyncio.to_thread(find_claims, document)
        return await self.store.save(
            server,
            article,
            claims,
            document=document,
            original=original,
            loaded_by=loaded_by,
            near_equal=near_equal,
            only_new=only_new,
        )

    async def find_claims_anew(self, server: int, article_id: str) -> None:
        """Find an article's claims anew where another version of the finder found them.

        Nothing happens where the article is gone, has another text by then, or was done meanwhile.
        """
        article = await outdated_claims.article_with(self.store, server, article_id)
        if article is not None:
            claims = await asyncio.to_thread(find_claims, Document.of_article(article))
            await outdated_claims.replace(self.store, server, article, claims)

    async def remove(
        self, server: int, article_id: str, *, beside: Mapping[str, Any] | None = None
    ) -> Article | None:
        """Remove an article, and return it; see `Store.remove` for how long it is kept.

        It is None if what was stored is damaged. Raises StoreError where there is no such article.
        """
        return await self.store.remove(server, article_id, beside=beside)

    async def bring_back(self, server: int, article_id: str) -> BroughtBack:
        """Bring a removed article back as it was; see `Store.bring_back`."""
        return await self.store.bring_back(server, article_id)

    async def rename(self, server: int, article_id: str, title: str) -> None:
        """Give an article another title; raises StoreError where there is no such article."""
        await self.store.rename(server, article_id, title)

    async def articles(self, server: int) -> list[Entry]:
        """List a server's articles without their paragraphs, in the order first loaded."""
        return await self.store.entries(server)

    async def article_ids(self, server: int) -> list[str]:
        """List the ids of a server's articles, in the order first loaded."""
        return await self.store.article_ids(server)

    async def article(self, server: int, article_id: str) -> Article:
        """Return one article; raises StoreError where there is no such article."""
        return await self.store.article(server, article_id)

    async def claims(
        self, server: int, article_ids: Collection[str] | None = None
    ) -> Mapping[str, Sequence[Claim]]:
        """Return the claims of some articles, or of all, by article id, in the order of the text."""
        return await self.store.claims(server, article_ids)

    async def ask(
        self,
        server: int,
        question: str,
        limit: int = 3,
        *,
        within: Collection[str] | None = None,
    ) -> Answer:
        """Answer from a server's articles as they are now; see `Corpus.ask`."""
        return await self._use(
            server, partial(Corpus.ask, question=question, limit=limit, within=within)
        )

    async def explain(
        self,
        server: int,
        question: str,
        limit: int = 5,
        *,
        passages: int = 3,
        within: Collection[str] | None = None,
    ) -> Explanation:
        """Explain what a server's articles as they are now answer; see `Corpus.explain`."""
        work = partial(
            Corpus.explain, question=question, limit=limit, passages=passages, within=within
        )
        return await self._use(server, work)

    async def search(
        self,
        server: int,
        question: str,
        limit: int = 10,
        *,
        within: Collection[str] | None = None,
    ) -> list[Hit]:
        """Find paragraphs in a server's articles as they are now; see `Corpus.search`."""
        return await self._use(
            server, partial(Corpus.search, question=question, limit=limit, within=within)
        )

    async def claims_about(
        self, server: int, words: str, *, within: Collection[str] | None = None
    ) -> list[PlacedClaim]:
        """Find who says what in a server's articles as they are now; see `Corpus.claims_about`."""
        return await self._use(server, partial(Corpus.claims_about, words=words, within=within))

    async def articles_about(
        self, server: int, words: str, *, within: Collection[str] | None = None
    ) -> list[str]:
        """Find a server's articles about some words; see `Corpus.articles_about`."""
        return await self._use(server, partial(Corpus.articles_about, words=words, within=within))

    async def figures(
        self,
        server: int,
        about: str,
        *,
        within: Collection[str] | None = None,
        most: int = FIGURE_UNITS,
    ) -> Found:
        """Find the figures in a server's articles as they are now; see `Corpus.figures`."""
        work = partial(Corpus.figures, about=about, within=within, most=most)
        return await self._use(server, work)

    async def _use(self, server: int, work: Callable[[Corpus], T]) -> T:
        """Do work on a server's articles in a thread, since ranking may take a tenth of a second.

        One at a time for each server, because a corpus is not for two threads at once.
        """
        copy = self._copies.setdefault(server, _Copy())
        self._copies.move_to_end(server)
        async with copy.turn:
            await self._bring_up_to_date(server, copy)
            return await finish(asyncio.to_thread(work, copy.corpus))

    async def _bring_up_to_date(self, server: int, copy: _Copy) -> None:
        if await self.store.revision(server) == copy.revision:
            return
        snapshot = await self.store.snapshot(server, since=copy.revision)
        cut = await finish(asyncio.to_thread(_apply, snapshot, copy))
        self._keep_within_budget()
        if cut:
            with suppress(StoreError):  # a database for reading only: they are cut again next time
                await self.store.keep_words(server, snapshot.revision, cut)

    def _keep_within_budget(self) -> None:
        """Remove from memory the copies used longest ago, but none that is in use."""
        size = sum(copy.size for copy in self._copies.values())
        idle = [server for server, copy in self._copies.items() if not copy.turn.locked()]
        for server in idle:
            if size <= self._memory_budget:
                return
            size -= self._copies.pop(server).size


def _apply(snapshot: Snapshot, copy: _Copy) -> dict[str, bytes]:
    """Make a copy what the snapshot says; done again after a failure, it comes to the same.

    Return the words, by article id, that had to be cut since none were stored that can be used.
    """
    changed = [article for article, _ in snapshot.changed]
    words = {article.id: _words_in(snapshot, article) for article in changed}
    cut = {
        article.id: ArticleWords.of_article(article) for article in changed if not words[article.id]
    }
    for gone in copy.corpus.articles.keys() - set(snapshot.ids):
        copy.corpus.remove(gone)
    copy.corpus.add_all(
        Addition(article, claims, cut.get(article.id) or words[article.id])
        for article, claims in snapshot.changed
    )
    characters = sum(len(article.text) for article in copy.corpus.articles.values())
    copy.size = characters * BYTES_PER_CHARACTER
    copy.revision = snapshot.revision
    return {article_id: of_article.to_bytes() for article_id, of_article in cut.items()}


def _words_in(snapshot: Snapshot, article: Article) -> ArticleWords | None:
    """Return the words stored with an article, unless damaged or by a program with other rules."""
    stored = snapshot.words.get(article.id)
    return ArticleWords.from_bytes(stored) if stored else None
