"""What is new in a feed loads by itself, once, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from aiohttp import web

from corpus.errors import CorpusError, StoreError
from corpus.library import Library
from corpus.library.following import Follower
from corpus.library.following import follower as rules
from corpus.library.store import Store, feeds
from corpus.library.store.feed_records import FeedWishes
from corpus.reading import LoadedArticle
from tests.corpus.library.following.conftest import (
    FEED,
    OTHER,
    SERVER,
    Clock,
    check,
    follow,
    titles,
    titles_of,
)
from tests.news_site import LOOPBACK, NewsSite, story


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
