"""News feeds, read with feedparser: what a feed offers, newest first as it lists it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from io import BytesIO
from itertools import islice
from typing import Any

import feedparser

from corpus.errors import ReadingError
from corpus.reading.draft import Draft, Hints, Offer
from corpus.reading.limits import MAX_TITLE
from corpus.reading.visible import one_line

MAX_OFFERS = 500
"""Entries of a feed; most have 10 to 50."""

_EMPTY = "This news feed offers no articles: give the address of an article instead."

_TAG = re.compile(r"<[^<>]{0,500}>")


def parse(body: bytes, hints: Hints) -> Draft:
    """Read a feed; raise ReadingError for one that offers nothing with an address."""
    headers = {"content-location": hints.url} if hints.url else {}
    feed = feedparser.parse(  # a stream, since it would open a text as a file or an address
        BytesIO(body), response_headers=headers, sanitize_html=False
    )
    offers = tuple(islice(_offers(feed.entries), MAX_OFFERS))
    if not offers:
        raise ReadingError(_EMPTY)
    return Draft((), title=_text(feed.feed.get("title")) or None, offers=offers)


def _offers(entries: list[Any]) -> Iterator[Offer]:
    for entry in entries:
        url = str(entry.get("link") or "")
        if url.startswith(("http://", "https://")) and not re.search(r"[\s<>]", url):
            title = _text(entry.get("title"))[:MAX_TITLE] or url
            yield Offer(title, url, _date(entry))


def _text(markup: str | None) -> str:
    """Return a title's words: some feeds put marks and entities in them, some twice."""
    return one_line(_TAG.sub("", unescape(_TAG.sub("", unescape(markup or "")))))


def _date(entry: Any) -> date | None:
    """Return the day, in UTC, on which an entry was published, or else updated."""
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return date(*stamp[:3]) if stamp else None
    except ValueError:
        return None
