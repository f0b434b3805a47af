"""News feeds as files: what a feed offers, newest first as it lists it."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.errors import ReadingError
from corpus.reading.draft import Draft, Hints, Offer
from corpus.reading.feeds import parser
from corpus.reading.feeds.feed import FeedItem

_EMPTY = "This news feed offers no articles: give the address of an article instead."


def parse(body: bytes, hints: Hints) -> Draft:
    """Read a feed; raise ReadingError for one that offers nothing with an address."""
    feed = parser.parse(body, hints)
    if not feed.items:
        raise ReadingError(_EMPTY)
    return Draft((), title=feed.title or None, offers=tuple(_offers(feed.items)))


def _offers(items: tuple[FeedItem, ...]) -> Iterator[Offer]:
    for item in items:
        yield Offer(item.title or item.url, item.url, item.published and item.published.date())
