"""Read RSS and Atom with feedparser; runs in the process apart, since feeds are hostile too.

feedparser is given a stream: what it gets as bytes it would first try to open as a file's name.
"""

from __future__ import annotations

import re
from calendar import timegm
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import feedparser
from lxml import etree, html

from corpus.errors import ReadingError
from corpus.reading.draft import Hints
from corpus.reading.feeds.feed import MAX_GUID, MAX_ITEM_CHARACTERS, MAX_ITEMS, Feed, FeedItem
from corpus.reading.limits import MAX_TITLE
from corpus.reading.visible import one_line

NO_FEED = "There is no RSS or Atom feed at that address."
FEED_IS_ELSEWHERE = "That is a web page, which names {address} as its feed."

FEED_TYPES = ("application/rss+xml", "application/atom+xml")

PERIODS = {"hourly": 60, "daily": 24 * 60, "weekly": 7 * 24 * 60, "monthly": 30 * 24 * 60}
"""Minutes, by what the Syndication module of RSS 1.0 calls them (`sy:updatePeriod`)."""

MAX_LINK = 4096
"""Characters of a link; a longer one is none that would be fetched."""

WEB_LINK = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)

NUMBER = re.compile(r"\s*(\d{1,6})\s*", re.ASCII)

WORDS = etree.XPath("descendant-or-self::*[not(self::script or self::style)]/text()")


def parse(body: bytes, hints: Hints) -> Feed:
    """Parse a feed; raise ReadingError where it is none."""
    headers = {"content-location": hints.url or "", "content-type": _content_type(hints.charset)}
    parsed = feedparser.parse(BytesIO(body), response_headers=headers, sanitize_html=False)
    if not parsed.get("version"):
        raise ReadingError(_where_the_feed_is(body, hints.url) or NO_FEED)
    links = [_page_of(entry) for entry in parsed.entries]
    entries = [(entry, link) for entry, link in zip(parsed.entries, links, strict=True) if link]
    repeated = Counter(entry.get("id") for entry, _ in entries)
    if all(_published(entry) for entry, _ in entries):
        entries.sort(key=_moment, reverse=True)
    return Feed(
        title=_line(parsed.feed.get("title")) or urlsplit(hints.url or "").hostname or "",
        items=tuple(_item(entry, link, repeated) for entry, link in entries[:MAX_ITEMS]),
        pause=_pause(parsed.feed),
        without_page=links.count(None),
    )


def _content_type(charset: str | None) -> str:
    """State a type that leaves the encoding to the document, unless the server named one."""
    return f"application/xml; charset={charset}" if charset else "application/xml"


def _page_of(entry: Mapping[str, Any]) -> str | None:
    """Return the address of an item's page, or None where it leads to none on the web."""
    link = str(entry.get("link") or "").strip()
    return link if WEB_LINK.fullmatch(link) and len(link) <= MAX_LINK else None


def _moment(entry: tuple[Mapping[str, Any], str]) -> datetime:
    return _published(entry[0]) or datetime.min.replace(tzinfo=UTC)


def _item(entry: Mapping[str, Any], link: str, repeated: Mapping[str | None, int]) -> FeedItem:
    guid = entry.get("id")
    is_own = guid and repeated[guid] == 1 and len(guid) <= MAX_GUID
    parts = [entry.get("summary"), *(part.get("value") for part in entry.get("content", ()))]
    texts = dict.fromkeys(
        " ".join(_without_markup(part, between=" ").split()) for part in parts if part
    )
    return FeedItem(
        url=link,
        title=_line(entry.get("title")),
        text="\n".join(texts)[:MAX_ITEM_CHARACTERS],
        guid=guid if is_own else None,
        published=_published(entry),
    )


def _published(entry: Mapping[str, Any]) -> datetime | None:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return datetime.fromtimestamp(timegm(moment), UTC) if moment else None
    except (ValueError, OverflowError, OSError):
        return None


def _pause(feed: Mapping[str, Any]) -> int | None:
    """Return the seconds that a feed asks for between two visits, or None where it does not."""
    if minutes := _number(feed.get("ttl")):
        return 60 * minutes
    if period := PERIODS.get(str(feed.get("sy_updateperiod")).strip().lower()):
        return 60 * period // (_number(feed.get("sy_updatefrequency")) or 1)
    return None


def _number(text: str | None) -> int | None:
    number = NUMBER.fullmatch(text or "")
    return int(number[1]) if number else None


def _line(text: str | None) -> str:
    return one_line(_without_markup(text or ""))[:MAX_TITLE]


def _without_markup(text: str, between: str = "") -> str:
    """Return the words of a text that may be HTML, with `between` where a tag stood."""
    if "<" not in text and "&" not in text:
        return text
    try:
        root = html.fromstring(text[: 4 * MAX_ITEM_CHARACTERS])
    except (etree.ParserError, ValueError):  # nothing but a comment; a NUL character
        return ""
    return between.join(WORDS(root))


def _where_the_feed_is(body: bytes, url: str | None) -> str | None:
    """Say where the feed of a web page is, if the page tells (RSS Autodiscovery)."""
    try:
        root = html.document_fromstring(body, base_url=url)
    except (etree.ParserError, ValueError):
        return None
    if url:
        root.make_links_absolute(url, handle_failures="discard")
    found = (_feed_link(link) for link in root.iterfind(".//link"))
    return next((FEED_IS_ELSEWHERE.format(address=link) for link in found if link), None)


def _feed_link(link: Any) -> str | None:
    is_feed = link.get("type", "").lower() in FEED_TYPES and "alternate" in link.get("rel", "")
    address: str = link.get("href", "")
    return address if is_feed and address.startswith(("http://", "https://")) else None
