"""Loading feeds from a real server: politely, and nothing that is not asked for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from aiohttp import web

from corpus.reading.feeds import FeedError, FetchedFeed, Validators, fetch_feed
from tests.corpus.reading.test_fetching import Handler, only_loopback, page, redirect, site

BODY = b'<rss version="2.0"><channel><title>T</title><item><link>a</link></item></channel></rss>'


async def load(url: str, known: Validators | None = None) -> FetchedFeed | None:
    return await fetch_feed(url, known or Validators(), is_allowed=only_loopback)


async def refusal(handler: Handler) -> FeedError:
    async with site(handler) as base:
        with pytest.raises(FeedError) as refused:
            await load(base)
    return refused.value


@pytest.mark.parametrize(
    "content_type", ["application/rss+xml", "text/html", "application/octet-stream", "image/png"]
)
async def test_a_feed_is_read_whatever_type_its_site_states(content_type: str) -> None:
    async with site(page(body=BODY, content_type=content_type)) as base:
        fetched = await load(f"{base}/news/feed")
    assert fetched
    assert [item.url for item in fetched.feed.items] == [f"{base}/news/a"]
    assert fetched.validators == Validators()


async def test_a_feed_is_asked_for_only_if_it_has_changed() -> None:
    seen: list[dict[str, str]] = []

    async def handler(request: web.BaseRequest) -> web.Response:
        seen.append(dict(request.headers))
        if "If-None-Match" in request.headers:
            return web.Response(status=304)
        stamps = {"ETag": '"one"', "Last-Modified": "Tue, 04 Mar 2025 08:00:00 GMT"}
        return web.Response(body=BODY, headers=stamps)

    async with site(handler) as base:
        fetched = await load(base)
        assert fetched
        assert await load(base, fetched.validators) is None
    first, second = seen
    assert first["User-Agent"].startswith("SourcesSay/")
    assert first["Accept"].startswith("application/rss+xml")
    assert "If-None-Match" not in first
    assert second["If-None-Match"] == '"one"'
    assert second["If-Modified-Since"] == "Tue, 04 Mar 2025 08:00:00 GMT"


async def test_a_validator_of_any_length_is_not_kept() -> None:
    async with site(page(body=BODY, headers={"ETag": "x" * 5_000})) as base:
        fetched = await load(base)
    assert fetched
    assert fetched.validators.etag is None


@pytest.mark.parametrize(
    ("status", "is_gone", "sentence"),
    [
        (
            404,
            False,
            "The site has no page at that address (404): check the address for typing errors.",
        ),
        (403, False, "The site does not let the bot read that page (403)."),
        (410, True, "The site has taken that page down (410)."),
        (500, False, "The site has a fault of its own (500)."),
    ],
)
async def test_what_arrives_instead_is_said_without_advice_for_pages(
    status: int, is_gone: bool, sentence: str
) -> None:
    error = await refusal(page(status=status))
    assert (str(error), error.is_gone, error.retry_after) == (sentence, is_gone, None)


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [("120", 120.0), (" 120 ", 120.0), ("soon", None), ("-1", None), ("1" * 30, None)],
)
async def test_a_site_says_how_long_it_wants_to_be_left_alone(
    stated: str, seconds: float | None
) -> None:
    error = await refusal(page(status=429, headers={"Retry-After": stated}))
    assert error.retry_after == seconds


@pytest.mark.parametrize("ahead", [timedelta(hours=3), timedelta(hours=-3)])
async def test_or_until_when(ahead: timedelta) -> None:
    until = format_datetime(datetime.now(UTC) + ahead, usegmt=True)
    error = await refusal(page(status=503, headers={"Retry-After": until}))
    assert error.retry_after is not None
    assert error.retry_after <= max(ahead.total_seconds(), 0)
    assert (error.retry_after > 0) == (ahead > timedelta(0))


@pytest.mark.parametrize("location", ["http://10.0.0.1/feed", "http://[::1]/feed", "file:///etc"])
async def test_a_redirect_to_where_no_feed_may_be_is_refused(location: str) -> None:
    assert str(await refusal(redirect(location))).endswith(".")


async def test_a_private_address_is_refused_unless_allowed() -> None:
    async with site(page(body=BODY)) as base:
        with pytest.raises(FeedError, match="private network"):
            await fetch_feed(base)
