"""A feed as it was read: plain data, and no more of it than its limits allow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from corpus.errors import ReadingError
from corpus.reading.draft import Hints
from corpus.reading.worker_pool import fields_apart

MAX_FEED_BYTES = 4 * 1024 * 1024
"""Bytes of a feed. News feeds with all texts in them have half of one megabyte."""

MAX_ITEMS = 500
"""Items of a feed that are looked at, the newest ones; most feeds have 10 to 50."""

MAX_ITEM_CHARACTERS = 20_000
"""Characters of an item's text that are kept to look for words in."""

MAX_GUID = 1_000
"""Characters of an item's own id; it is a web address or shorter."""

TOO_LARGE = f"The feed is larger than {MAX_FEED_BYTES // 1024**2} MB."

PARSER = "corpus.reading.feeds.parser"


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One entry of a feed, with a page of its own.

    `url` is the page's absolute web address. `guid` is the id that the feed gives it, None where it
    gives none or the same to several. `text` is what the feed itself says of it, without markup:
    a summary, or all of the article. `published` is in UTC.
    """

    url: str
    title: str
    text: str
    guid: str | None = None
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself, and its items, newest first where all of them have a date.

    Otherwise they are as the feed lists them, which most do so too.

    `pause` is how long it asks its readers to wait between two visits, in seconds, or None.
    `without_page` counts the items that were left out because they lead to no web page.
    """

    title: str
    items: tuple[FeedItem, ...]
    pause: int | None = None
    without_page: int = 0


def read_feed(body: bytes, url: str | None = None, charset: str | None = None) -> Feed:
    """Read a feed that came from `url`, in a process apart; relative links are joined to it.

    Blocks for as long as that takes, like `worker_pool.parse_apart`. Raise ReadingError where it is
    too large, takes too long, or is no feed.
    """
    if len(body) > MAX_FEED_BYTES:
        raise ReadingError(TOO_LARGE)
    return _feed(fields_apart(PARSER, body, Hints(url=url, charset=charset)))


def _feed(fields: Mapping[str, Any]) -> Feed:
    """Make a feed of the plain values that a worker sent."""
    return Feed(**{**fields, "items": tuple(map(_item, fields["items"]))})


def _item(fields: Mapping[str, Any]) -> FeedItem:
    published = fields["published"] and datetime.fromisoformat(fields["published"])
    return FeedItem(**{**fields, "published": published})
