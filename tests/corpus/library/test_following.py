"""Feeds that are followed: against a real site on loopback, with a clock that the test moves."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import web

from corpus.article import Article
from corpus.errors import CorpusError, StoreError
from corpus.library import Library
from corpus.library import following as rules
from corpus.library.following import Check, Follower
from corpus.library.store import Store, feeds
from corpus.library.store.feeds import FeedWishes
from corpus.reading import LoadedArticle
from tests.news_site import LOOPBACK, NewsSite, news_site, story

CHECK_FEED = Path(__file__).with_name("check_feed.py")

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


async def test_the_newest_few_load_at_once_and_then_what_is_new(
    follower: Follower, site: NewsSite, clock: Clock
) -> None:
    for number in range(9):
        site.post(f"Old story {number}")
    first = await follow(follower, site)
    assert titles_of(first) == [f"Old story {number}" for number in range(4, 9)]
    assert (first.feed.title, first.waiting) == ("Port Alder Post", 0)
    clock.advance()
    assert (await check(follower)).loaded == ()
    site.post("A new story")
    clock.advance()
    assert titles_of(await check(follower)) == ["A new story"]
    assert len(await titles(follower)) == 6


async def test_articles_load_with_their_claims_and_can_be_asked(
    follower: Follower, site: NewsSite
) -> None:
    page = site.post("The quay", "Some 340 gulls slept there, the mayor said.", *story("The quay"))
    await follow(follower, site)
    (article,) = await follower.library.articles(SERVER)
    claims = (await follower.library.claims(SERVER, [article.id]))[article.id]
    assert "Jon Aas" in {claim.source for claim in claims}
    assert article.url == page
    assert (await follower.library.ask(SERVER, "How many gulls slept there?")).answered


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


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        (["dam"], ["The dams hold"]),
        (["storms"], ["A storm is near"]),
        (["north gate", "lighthouse"], ["The lighthouse is dark", "Queues at the north gate"]),
        (["gate north"], []),
        (["PAINTERS"], ["A storm is near"]),
        (["am"], []),
        (["\u200bdam\u202e"], ["The dams hold"]),
    ],
)
async def test_only_items_with_one_of_the_words_load(
    follower: Follower, site: NewsSite, words: list[str], loaded: list[str]
) -> None:
    site.post("The dams hold")
    site.post("A storm is near", text="<p>Painters left the <b>bridge</b>.</p>")
    site.post("The lighthouse is dark")
    site.post("Queues at the north gate")
    assert titles_of(await follow(follower, site, *words)) == loaded
    assert len(site.paths_asked()) == 1 + len(loaded)


@pytest.mark.parametrize("words", [["…"], [""], ["word"] * 21, ["w" * 101]])
async def test_words_that_cannot_be_looked_for_are_refused(
    follower: Follower, site: NewsSite, words: list[str]
) -> None:
    site.post("One story")
    with pytest.raises(CorpusError):
        await follow(follower, site, *words)
    assert await feeds.listed(follower.library.store, SERVER) == []


async def test_many_new_items_load_over_several_checks(
    follower: Follower, site: NewsSite, clock: Clock
) -> None:
    site.post("The first story")
    await follow(follower, site)
    for number in range(13):
        site.post(f"Story {number}")
    counts = []
    for _ in range(3):
        clock.advance()
        checked = await check(follower)
        counts.append((len(checked.loaded), checked.waiting))
    assert counts == [(10, 3), (3, 0), (0, 0)]
    assert len(await titles(follower)) == 14


async def test_of_thousands_of_items_the_newest_few_are_looked_at(
    follower: Follower, site: NewsSite, clock: Clock
) -> None:
    for number in range(1_500):
        site.post(f"Story {number}", "Nobody loads this page.")
    for number in range(5):
        site.post(f"Newest {number}")
    checked = await follow(follower, site)
    assert titles_of(checked) == [f"Newest {number}" for number in range(5)]
    clock.advance()
    site.post("One more")
    assert titles_of(await check(follower)) == ["One more"]
    assert len(await titles(follower)) == 6


async def test_nothing_loads_twice_after_a_restart(
    follower: Follower, site: NewsSite, clock: Clock, sqlite: str
) -> None:
    site.post("One story")
    await follow(follower, site)
    again = await Store.open(sqlite)
    site.post("Another story")
    clock.advance()
    restarted = replace(follower, library=Library(again))
    assert titles_of(await check(restarted)) == ["Another story"]
    clock.advance()
    assert (await check(restarted)).loaded == ()
    await again.close()


async def test_a_removed_article_is_not_loaded_again(
    follower: Follower, site: NewsSite, clock: Clock
) -> None:
    site.post("One story", guid="id-1")
    (article,) = (await follow(follower, site)).loaded
    await follower.library.remove(SERVER, article.id)
    site.feeds["/feed"].clear()
    site.post("One story with a new headline and address", *story("One story"), guid="id-1")
    clock.advance()
    assert (await check(follower)).loaded == ()
    site.feeds["/feed"].clear()
    site.post("One story", guid="id-2")
    clock.advance()
    assert (await check(follower)).loaded == ()
    assert await titles(follower) == []


async def test_what_is_there_already_is_neither_fetched_nor_changed(
    follower: Follower, site: NewsSite
) -> None:
    page = site.post("By hand")
    loaded = (await LOOPBACK.read_page(page)).article
    await follower.library.add(SERVER, loaded)
    await follower.library.rename(SERVER, loaded.id, "Named by a moderator")
    reprint = site.post("A reprint elsewhere", *story("By hand"))
    site.paths_asked()
    checked = await follow(follower, site)
    assert (checked.loaded, checked.waiting) == ((), 0)
    assert await titles(follower) == ["Named by a moderator"]
    assert site.paths_asked() == ["/feed", reprint.removeprefix(site.url)]


async def test_two_items_with_one_id_are_two_items_and_with_one_page_one(
    follower: Follower, site: NewsSite
) -> None:
    site.post("Left pier closed", guid="the site")
    page = site.post("Right pier closed", guid="the site")
    site.post("The same page", link=f"{page}?utm_source=feed#top", guid="other")
    checked = await follow(follower, site)
    assert sorted(titles_of(checked)) == ["Left pier closed", "Right pier closed"]


async def test_relative_links_lead_to_pages_and_others_nowhere(
    follower: Follower, site: NewsSite
) -> None:
    site.post("Relative", path="/news/1", link="/news/1", feed="/news/feed")
    site.post("Script", link="javascript:alert(1)", feed="/news/feed")
    site.post("File", link="file:///etc/passwd", feed="/news/feed")
    checked = await follow(follower, site, path="/news/feed")
    assert titles_of(checked) == ["Relative"]


@pytest.mark.parametrize(
    "link", ["http://10.0.0.1/x", "http://169.254.169.254/latest", "http://[::ffff:10.0.0.1]/"]
)
async def test_pages_on_private_networks_are_never_asked(
    follower: Follower, site: NewsSite, clock: Clock, link: str
) -> None:
    site.post("Inside", link=link)
    site.post("Led inside", path="/led")
    site.answers["/led"] = web.Response(status=302, headers={"Location": link})
    checked = await follow(follower, site)
    for _ in range(2):
        clock.advance()
        checked = await check(follower)
    assert {refusal.why for refusal in checked.refused} == {
        "That address is on a private network, which the bot does not enter."
    }
    assert await titles(follower) == []


async def test_a_feed_that_leads_to_a_private_network_fails(
    follower: Follower, site: NewsSite, clock: Clock
) -> None:
    site.post("One story")
    await follow(follower, site)
    site.answers["/feed"] = web.Response(status=301, headers={"Location": "http://10.0.0.1/"})
    clock.advance()
    checked = await check(follower)
    assert "private network" in (checked.feed.failure or "")


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


async def test_what_is_no_feed_is_not_followed(follower: Follower, site: NewsSite) -> None:
    site.pages["/page"] = '<html><link rel="alternate" type="application/rss+xml" href="/f">'
    site.answers["/unchanged"] = web.Response(status=304)
    for path, sentence in (
        ("/unchanged", rules.NOTHING_SENT),
        ("/page", f"That is a web page, which names {site.url}/f as its feed."),
        (
            "/nothing",
            "The site has no page at that address (404): check the address for typing errors.",
        ),
    ):
        with pytest.raises(CorpusError) as refused:
            await follow(follower, site, path=path)
        assert str(refused.value) == sentence
    assert await feeds.listed(follower.library.store, SERVER) == []


async def test_a_feed_is_followed_once_and_no_more_than_fifty(
    follower: Follower, site: NewsSite
) -> None:
    site.post("One story")
    await follow(follower, site)
    with pytest.raises(StoreError, match="already"):
        await follow(follower, site, path="/feed?utm_source=x")
    for number in range(2, feeds.MOST_FEEDS + 1):
        site.feeds[f"/feed-{number}"] = site.feeds["/feed"]
        await follow(follower, site, path=f"/feed-{number}")
    site.feeds["/one-more"] = site.feeds["/feed"]
    with pytest.raises(StoreError, match="50"):
        await follow(follower, site, path="/one-more")
    await feeds.remove(follower.library.store, SERVER, 20)
    await follow(follower, site, path="/one-more")
    assert len(await feeds.listed(follower.library.store, SERVER)) == feeds.MOST_FEEDS


async def test_a_feed_removed_while_it_is_checked_loads_no_more(
    follower: Follower, site: NewsSite
) -> None:
    for number in range(4):
        site.post(f"Story {number}")

    async def read_and_remove(url: str) -> LoadedArticle:
        read = await LOOPBACK.read_page(url)
        await feeds.remove(follower.library.store, SERVER, FEED)
        return read

    removing = replace(follower, web=replace(LOOPBACK, read_page=read_and_remove))
    checked = await follow(removing, site)
    assert (checked.loaded, await titles(follower)) == ((), [])
    assert await feeds.listed(follower.library.store, SERVER) == []


async def test_a_stop_leaves_the_rest_for_the_next_check(
    follower: Follower, site: NewsSite, clock: Clock
) -> None:
    for number in range(4):
        site.post(f"Story {number}")
    asked = iter([False, False, True])
    stopped = await follow(replace(follower, is_closing=lambda: next(asked)), site)
    assert (len(stopped.loaded), stopped.waiting) == (2, 2)
    clock.advance()
    assert len((await check(follower)).loaded) == 2


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


async def test_servers_follow_feeds_apart(follower: Follower, site: NewsSite, clock: Clock) -> None:
    site.post("One story")
    await follow(follower, site)
    await follower.follow(OTHER, FeedWishes(f"{site.url}/feed"))
    await follower.library.store.forget(SERVER)
    assert await feeds.listed(follower.library.store, SERVER) == []
    assert len(await feeds.listed(follower.library.store, OTHER)) == 1
    with pytest.raises(StoreError):
        await feeds.remove(follower.library.store, SERVER, FEED)
    clock.advance()
    assert await feeds.due(follower.library.store, clock()) == [(OTHER, FEED)]


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


async def test_an_article_given_only_as_new_changes_none(store: Store) -> None:
    old = Article.from_paragraphs("Old", story("The ferry"), url="https://news.example/a")
    await store.save(SERVER, old, [])
    for new in (
        replace(old, title="New"),
        replace(old, id="other", title="New"),
        replace(old, id="other", title="New", url="https://elsewhere.example/b"),
    ):
        saved = await store.save(SERVER, new, [], only_new=True)
        assert (saved.article, saved.outcome) == (old, "unchanged")
    assert await store.article(SERVER, old.id) == old
