"""Checking feeds: each time some of the new items load, the newest first, the others the next time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import uuid4

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.library.duplicates import canonical_url
from corpus.library.following.check import Check, Refusal
from corpus.library.following.items import checked_words, keys_of, with_any
from corpus.library.following.pace import pause_after, pause_after_failure
from corpus.library.library import Library
from corpus.library.store import feeds
from corpus.library.store.feed_records import FeedWishes, FollowedFeed
from corpus.reading import LoadedArticle, load_url, refusals
from corpus.reading.feeds import UNKNOWN, FeedError, FeedItem, FetchedFeed, Validators, fetch_feed
from corpus.reading.visible import one_line

LOADED_AT_FIRST = 5
"""Items loaded of a feed that was just added, the newest; what is older then never is."""

MOST_PER_CHECK = 10
"""Items loaded in one check of a feed."""

MOST_TRIES = 3
"""How many checks try to read an item's page before it is given up."""

NOTHING_SENT = "The site says that nothing has changed, and sends no feed."
OUR_FAULT = "Something went wrong while it was checked."


@dataclass(frozen=True, slots=True)
class Web:
    """How feeds and the pages they lead to are loaded from the web."""

    fetch_feed: Callable[[str, Validators], Awaitable[FetchedFeed | None]] = fetch_feed
    read_page: Callable[[str], Awaitable[LoadedArticle]] = load_url


def utc_now() -> datetime:
    """Return the time now, in UTC."""
    return datetime.now(UTC)


def _at_once(_server: int) -> AbstractAsyncContextManager[object]:
    return nullcontext()


@dataclass(frozen=True, slots=True)
class Follower:
    """Checks feeds for the servers of a library.

    `turn` gives a server's turn to load one article. Once `is_closing`, no more is begun, and what
    is left waits for the next check.
    """

    library: Library
    web: Web = Web()
    now: Callable[[], datetime] = utc_now
    turn: Callable[[int], AbstractAsyncContextManager[object]] = _at_once
    is_closing: Callable[[], bool] = bool

    async def follow(self, server: int, wishes: FeedWishes) -> Check:
        """Follow a feed from now on, and load the newest of its items.

        Raise FeedError where it cannot be read, StoreError where it is followed already or too many
        are, and CorpusError where its words are too many or none.
        """
        words = checked_words(wishes.words)
        wishes = replace(wishes, address=one_line(wishes.address), words=words)
        fetched = await self.web.fetch_feed(wishes.address, UNKNOWN)
        if fetched is None:
            raise FeedError(NOTHING_SENT)
        wanted = await asyncio.to_thread(with_any, fetched.feed.items, words)
        first = {key for item in wanted[:LOADED_AT_FIRST] for key in keys_of(item)}
        older = {key for item in wanted[LOADED_AT_FIRST:] for key in keys_of(item)}
        feed = await feeds.add(
            self.library.store,
            server,
            wishes,
            fetched.feed.title or wishes.address,
            seen=older - first,
            holder=uuid4().hex,
            now=self.now(),
        )
        return await self._finish(feed, self._take_in(feed, fetched))

    async def check(self, server: int, number: int, *, only_due: bool = True) -> Check | None:
        """Check a feed now; None where another process does, or (if `only_due`) it is not due."""
        store, holder = self.library.store, uuid4().hex
        feed = await feeds.take(store, server, number, holder, self.now(), only_due=only_due)
        if feed is None:
            return None
        return await self._finish(feed, self._visit(feed))

    async def _finish(self, feed: FollowedFeed, work: Awaitable[Check]) -> Check:
        """Let a feed go with what came of the work on it, or to be checked later if that failed."""
        try:
            check = await work
        except Exception:
            await feeds.let_go(self.library.store, self._failed(feed, OUR_FAULT))
            raise
        except BaseException:
            await feeds.let_go(self.library.store, feed)
            raise
        await feeds.let_go(self.library.store, check.feed)
        return check

    async def _visit(self, feed: FollowedFeed) -> Check:
        try:
            fetched = await self.web.fetch_feed(feed.wishes.address, feed.validators)
        except FeedError as error:
            return Check(self._failed(feed, str(error), error))
        if fetched is None:
            return Check(self._read(feed))
        return await self._take_in(feed, fetched)

    def _failed(
        self, feed: FollowedFeed, sentence: str, error: FeedError | None = None
    ) -> FollowedFeed:
        """Note that a check failed; where its site has taken the feed down, it is the last one."""
        pause = pause_after_failure(feed.failures, error)
        return replace(
            feed,
            failures=feed.failures + 1,
            failure=sentence,
            checked_at=self.now(),
            due_at=None if error and error.is_gone else self.now() + pause,
        )

    def _read(self, feed: FollowedFeed) -> FollowedFeed:
        """Note that a check succeeded."""
        due_at = self.now() + pause_after(feed.pause)
        return replace(feed, failures=0, failure=None, checked_at=self.now(), due_at=due_at)

    async def _take_in(self, feed: FollowedFeed, fetched: FetchedFeed) -> Check:
        """Load some of what is new in a feed, oldest first, so that the newest come last."""
        store, loaded, refused = self.library.store, list[Article](), list[Refusal]()
        wanted = await asyncio.to_thread(with_any, fetched.feed.items, feed.wishes.words)
        new = await self._new_items(feed, wanted)
        done, chosen = 0, list(reversed(new[:MOST_PER_CHECK]))
        for item, tries in chosen:
            trying = dict.fromkeys(keys_of(item), tries - 1)
            if self.is_closing() or not await feeds.note(store, feed, trying, self.now()):
                break
            try:
                article = await self._load(feed, item)
            except CorpusError as error:
                if tries > 1:
                    continue
                refused.append(Refusal(item.title or item.url, refusals.fault(str(error))))
            else:
                loaded += [article] if article else []
            done += 1
            await feeds.note(store, feed, dict.fromkeys(trying, 0), self.now())
        waiting = len(new) - done
        after = replace(
            feed,
            title=fetched.feed.title or feed.title,
            pause=fetched.feed.pause,
            validators=UNKNOWN if waiting else fetched.validators,
            loaded=feed.loaded + len(loaded),
            refused=feed.refused + len(refused),
            refusal=refused[-1].why if refused else feed.refusal,
        )
        return Check(self._read(after), tuple(loaded), tuple(refused), waiting)

    async def _new_items(
        self, feed: FollowedFeed, items: Sequence[FeedItem]
    ) -> list[tuple[FeedItem, int]]:
        """Pick the items that are not done with, each once, with the tries that each is worth."""
        store, keys = self.library.store, {key for item in items for key in keys_of(item)}
        known = await feeds.known_items(store, feed, keys)
        done = {key: 0 for key, tries in known.items() if not tries}
        await feeds.note(store, feed, done, self.now())
        taken, new = set(done), list[tuple[FeedItem, int]]()
        for item in items:
            own = keys_of(item)
            if taken.isdisjoint(own):
                new.append((item, min(known.get(key, MOST_TRIES) for key in own)))
            taken.update(own)
        return new

    async def _load(self, feed: FollowedFeed, item: FeedItem) -> Article | None:
        """Load an item's page; None where the server has it already, which stays as it is.

        None too where the feed is no longer ours once the page has arrived.
        """
        store, page = self.library.store, canonical_url(item.url)
        if await feeds.pages_loaded(store, feed.server, [page]):
            return None
        async with self.turn(feed.server):
            read = await self.web.read_page(item.url)
            if not await feeds.note(store, feed, {}, self.now()):
                return None
            saved = await self.library.add(
                feed.server,
                read.article,
                original=read.original,
                loaded_by=feed.wishes.added_by,
                only_new=True,
            )
        return None if saved.previous else saved.article
