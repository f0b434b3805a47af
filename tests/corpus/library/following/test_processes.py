"""Several processes on one database: one checks a feed, and what was seen is kept within bounds."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from corpus.library import Library
from corpus.library.following import Follower
from corpus.library.store import Store, feeds
from tests.corpus.library.following.conftest import (
    FEED,
    SERVER,
    Clock,
    check,
    follow,
    titles,
)
from tests.news_site import LOOPBACK, NewsSite

CHECK_FEED = Path(__file__).with_name("check_feed.py")


async def test_of_programs_that_run_at_once_one_fetches_a_feed(
    postgresql: str, site: NewsSite, clock: Clock
) -> None:
    site.post("One story")
    store = await Store.open(postgresql)
    await follow(Follower(Library(store), LOOPBACK, clock), site)
    await store.close()
    site.post("Another story")
    site.paths_asked()
    arguments = (sys.executable, CHECK_FEED, postgresql, str(SERVER), str(FEED))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, sys.path))}
    programs = [
        await asyncio.create_subprocess_exec(*arguments, stdout=PIPE, env=environment)
        for _ in range(3)
    ]
    said = [(await program.communicate())[0] for program in programs]
    assert sorted(said) == [b"1\n", b"not mine\n", b"not mine\n"]
    assert site.paths_asked().count("/feed") == 1


async def test_of_two_connections_one_checks_a_feed(
    database: str, site: NewsSite, clock: Clock
) -> None:
    site.post("One story")
    stores = [await Store.open(database) for _ in range(2)]
    followers = [Follower(Library(store), LOOPBACK, clock) for store in stores]
    await follow(followers[0], site)
    for number in range(3):
        site.post(f"Story {number}")
    clock.advance()
    site.paths_asked()
    checks = await asyncio.gather(*(each.check(SERVER, FEED) for each in followers * 4))
    assert sorted(len(each.loaded) for each in checks if each) == [3]
    assert site.paths_asked().count("/feed") == 1
    for store in stores:
        await store.close()


async def test_a_feed_of_a_process_that_died_is_checked_by_another_later(
    database: str, site: NewsSite, clock: Clock
) -> None:
    site.post("One story")
    stores = [await Store.open(database) for _ in range(2)]
    living = Follower(Library(stores[1]), LOOPBACK, clock)
    await follow(living, site)
    clock.advance()
    assert await feeds.take(stores[0], SERVER, FEED, "dead", clock())
    assert await living.check(SERVER, FEED) is None
    assert await feeds.due(stores[1], clock()) == []
    clock.advance(feeds.TIME_HELD)
    taken = await living.check(SERVER, FEED)
    assert taken is not None
    for store in stores:
        await store.close()


async def test_who_lost_a_feed_neither_loads_nor_keeps_anything(
    database: str, site: NewsSite, clock: Clock
) -> None:
    site.post("One story")
    store = await Store.open(database)
    await follow(Follower(Library(store), LOOPBACK, clock), site)
    clock.advance()
    slow = await feeds.take(store, SERVER, FEED, "slow", clock())
    clock.advance(feeds.TIME_HELD)
    quick = await feeds.take(store, SERVER, FEED, "quick", clock())
    assert slow
    assert quick
    assert not await feeds.note(store, slow, {"key": 0}, clock())
    await feeds.let_go(store, replace(slow, title="Lost"))
    assert (await feeds.listed(store, SERVER))[0].title == "Port Alder Post"
    assert await feeds.known_items(store, quick, ["key"]) == {}
    assert await feeds.note(store, quick, {"key": 0}, clock())
    await store.close()


async def test_what_was_seen_is_bounded_and_what_the_feed_still_has_stays(
    database: str, site: NewsSite, clock: Clock
) -> None:
    site.post("One story")
    store = await Store.open(database)
    await follow(Follower(Library(store), LOOPBACK, clock), site)
    clock.advance()
    feed = await feeds.take(store, SERVER, FEED, "one", clock())
    assert feed
    for batch in range(4):
        clock.advance(timedelta(seconds=1))
        seen = {f"{batch}-{number}": 0 for number in range(feeds.MOST_SEEN // 3)}
        await feeds.note(store, feed, {"still there": 0, **seen}, clock())
    known = await feeds.known_items(store, feed, ["still there", "0-1", "3-1"])
    assert known == {"still there": 0, "3-1": 0}
    await store.close()


async def test_an_item_that_a_feed_keeps_is_remembered_however_many_pass(
    follower: Follower, site: NewsSite, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeds, "MOST_SEEN", 8)
    site.post("Pinned")
    (pinned,) = (await follow(follower, site)).loaded
    await follower.library.remove(SERVER, pinned.id)
    (item,) = site.feeds["/feed"]
    for batch in range(3):
        site.feeds["/feed"] = [item]
        for number in range(2):
            site.post(f"Passing {batch} {number}")
        clock.advance()
        await check(follower)
    assert "Pinned" not in await titles(follower)
