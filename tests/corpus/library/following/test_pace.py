"""How often sites are asked, and what becomes of what cannot be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp import web

from corpus.library.following import Follower
from corpus.library.following import follower as rules
from corpus.library.store import feeds
from corpus.reading import LoadedArticle
from tests.corpus.library.following.conftest import (
    FEED,
    SERVER,
    Clock,
    check,
    follow,
    titles_of,
)
from tests.news_site import LOOPBACK, NewsSite


async def test_a_feed_is_asked_only_when_due_and_only_for_what_has_changed(
    follower: Follower, site: NewsSite, clock: Clock
) -> None:
    site.post("One story")
    await follow(follower, site)
    site.paths_asked()
    assert await feeds.due(follower.library.store, clock()) == []
    assert await follower.check(SERVER, FEED) is None
    clock.advance()
    assert await feeds.due(follower.library.store, clock()) == [(SERVER, FEED)]
    await check(follower)
    assert [asked.headers.get("If-None-Match") is not None for asked in site.asked] == [True]
    assert site.paths_asked() == ["/feed"]
    await follower.check(SERVER, FEED, only_due=False)
    assert site.paths_asked() == ["/feed"]


@pytest.mark.parametrize(
    ("more", "minutes"),
    [
        ("", 30),
        ("<ttl>120</ttl>", 120),
        ("<ttl>1</ttl>", 15),
        ("<ttl>999999</ttl>", 24 * 60),
        ("<ttl>soon</ttl>", 30),
        ("<ttl>-5</ttl>", 30),
    ],
)
async def test_a_feed_says_how_often_it_wants_to_be_asked(
    follower: Follower, site: NewsSite, clock: Clock, more: str, minutes: int
) -> None:
    site.more = more
    site.post("One story")
    checked = await follow(follower, site)
    assert checked.feed.due_at == clock() + timedelta(minutes=minutes)
    clock.moment = checked.feed.due_at
    unchanged = await check(follower)
    assert unchanged.feed.due_at == clock() + timedelta(minutes=minutes)


async def test_a_page_that_cannot_be_read_is_tried_three_times_and_told_once(
    follower: Follower, site: NewsSite, clock: Clock
) -> None:
    site.post("Missing", path="/missing")
    site.answers["/missing"] = web.Response(status=403)
    checks = [await follow(follower, site)]
    for _ in range(3):
        clock.advance()
        checks.append(await check(follower))
    assert [(len(c.refused), c.waiting, c.is_refusal_to_tell) for c in checks] == [
        (0, 1, False),
        (0, 1, False),
        (1, 0, True),
        (0, 0, False),
    ]
    assert site.paths_asked().count("/missing") == 3
    site.post("Missing too", path="/missing-too", link=f"{site.url}/nowhere")
    for _ in range(3):
        clock.advance()
        last = await check(follower)
    assert (len(last.refused), last.feed.refused, last.is_refusal_to_tell) == (1, 2, False)


async def test_a_page_that_can_be_read_at_the_second_try_loads(
    follower: Follower, site: NewsSite, clock: Clock
) -> None:
    site.post("Late", path="/late")
    site.answers["/late"] = web.Response(status=503)
    await follow(follower, site)
    del site.answers["/late"]
    clock.advance()
    checked = await check(follower)
    assert (titles_of(checked), checked.feed.refused, checked.waiting) == (["Late"], 0, 0)


async def test_a_failing_feed_is_asked_less_and_less_and_told_once(
    follower: Follower, site: NewsSite, clock: Clock
) -> None:
    site.post("One story")
    await follow(follower, site)
    site.answers["/feed"] = web.Response(status=500)
    pauses, told = [], []
    clock.advance()
    for _ in range(8):
        failed = await check(follower)
        assert failed.feed.due_at
        pauses.append((failed.feed.due_at - clock()) / timedelta(minutes=30))
        told.append(failed.is_failure_to_tell)
        clock.moment = failed.feed.due_at
    assert pauses == [1, 2, 4, 8, 16, 32, 48, 48]
    assert told == [False, False, True, False, False, False, False, False]
    assert failed.feed.failure == "The site has a fault of its own (500)."
    del site.answers["/feed"]
    site.post("Another story")
    mended = await check(follower)
    assert (titles_of(mended), mended.feed.failures, mended.failed) == (["Another story"], 0, False)


@pytest.mark.parametrize(
    ("retry_after", "hours"),
    [("86400", 24), ("7200", 2), ("99999999", 7 * 24), ("soon", 0.5), ("", 0.5), ("-3", 0.5)],
)
async def test_a_site_that_asks_to_be_left_alone_is(
    follower: Follower, site: NewsSite, clock: Clock, retry_after: str, hours: float
) -> None:
    site.post("One story")
    await follow(follower, site)
    site.answers["/feed"] = web.Response(status=429, headers={"Retry-After": retry_after})
    clock.advance()
    failed = await check(follower)
    assert failed.feed.due_at == clock() + timedelta(hours=hours)


async def test_a_feed_that_is_gone_is_asked_no_more(
    follower: Follower, site: NewsSite, clock: Clock
) -> None:
    site.post("One story")
    await follow(follower, site)
    site.answers["/feed"] = web.Response(status=410)
    clock.advance()
    gone = await check(follower)
    assert (gone.feed.due_at, gone.is_failure_to_tell) == (None, True)
    clock.advance(timedelta(days=400))
    assert await feeds.due(follower.library.store, clock()) == []
    assert await follower.check(SERVER, FEED) is None


async def test_an_item_that_breaks_the_program_is_given_up_and_the_others_load(
    follower: Follower, site: NewsSite, clock: Clock
) -> None:
    site.post("Fine")
    await follow(follower, site)
    bad = site.post("Poison")

    async def read(url: str) -> LoadedArticle:
        if url == bad:
            raise ZeroDivisionError
        return await LOOPBACK.read_page(url)

    poisoned = replace(follower, web=replace(LOOPBACK, read_page=read))
    for _ in range(rules.MOST_TRIES):
        clock.advance(timedelta(days=1))
        with pytest.raises(ZeroDivisionError):
            await check(poisoned)
    (feed,) = await feeds.listed(follower.library.store, SERVER)
    assert (feed.failure, feed.failures) == (rules.OUR_FAULT, 3)
    site.post("Fine too")
    clock.advance(timedelta(days=1))
    assert titles_of(await check(poisoned)) == ["Fine too"]
