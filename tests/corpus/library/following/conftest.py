"""A feed that is followed against a real site on loopback, with a clock that the test moves."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from corpus.library import Library
from corpus.library.following import Check, Follower
from corpus.library.store import Store
from corpus.library.store.feed_records import FeedWishes
from tests.news_site import LOOPBACK, NewsSite, news_site

SERVER, OTHER = 7, 8
FEED = 1
SOON = timedelta(minutes=31)
"""After which a feed that asks for nothing is due again."""


@dataclass
class Clock:
    moment: datetime = datetime(2025, 3, 4, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, by: timedelta = SOON) -> None:
        self.moment += by


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(sqlite: str) -> AsyncIterator[Store]:
    opened = await Store.open(sqlite)
    yield opened
    await opened.close()


@pytest.fixture
def follower(store: Store, clock: Clock) -> Follower:
    return Follower(Library(store), LOOPBACK, clock)


@pytest.fixture
async def site() -> AsyncIterator[NewsSite]:
    async with news_site() as running:
        yield running


async def follow(follower: Follower, site: NewsSite, *words: str, path: str = "/feed") -> Check:
    return await follower.follow(SERVER, FeedWishes(site.url + path, words))


async def check(follower: Follower) -> Check:
    checked = await follower.check(SERVER, FEED)
    assert checked is not None
    return checked


async def titles(follower: Follower) -> list[str]:
    return [entry.title for entry in await follower.library.articles(SERVER)]


def titles_of(checked: Check) -> list[str]:
    return [article.title for article in checked.loaded]
