"""Load a feed from the web as politely as its site asks, and as carefully as any page."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from ipaddress import IPv4Address, IPv6Address

from aiohttp import ClientResponse

from corpus.errors import ReadingError
from corpus.reading import refusals
from corpus.reading.addresses import is_public
from corpus.reading.feeds.feed import Feed, read_feed
from corpus.reading.fetching import request
from corpus.reading.response import read_body

NOT_MODIFIED = 304
GONE = 410

HEADERS = {
    "User-Agent": f"SourcesSay/{version('sources-say')} (follows a feed that a person chose)",
    "Accept": "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5",
}

MAX_VALIDATOR = 1_000
"""Characters of an ETag or a date that are kept to be sent back; a longer one is left out."""

SECONDS = re.compile(r"\d{1,9}", re.ASCII)


class FeedError(ReadingError):
    """A feed cannot be read now; the text is what is wrong, in one sentence.

    `retry_after` is how many seconds its site asks to be left alone, or None. `is_gone` says that
    the site has taken the feed down for good.
    """

    def __init__(
        self, sentence: str, *, retry_after: float | None = None, is_gone: bool = False
    ) -> None:
        super().__init__(sentence)
        self.retry_after = retry_after
        self.is_gone = is_gone


@dataclass(frozen=True, slots=True)
class Validators:
    """What tells a site which version of a feed is known already (RFC 9110, section 8.8)."""

    etag: str | None = None
    last_modified: str | None = None

    def as_headers(self) -> dict[str, str]:
        """Return the headers that ask for the feed only if it has changed."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value}


UNKNOWN = Validators()


@dataclass(frozen=True, slots=True)
class FetchedFeed:
    """A feed with the validators of this version of it."""

    feed: Feed
    validators: Validators


@dataclass(frozen=True, slots=True)
class _Arrived:
    url: str
    charset: str | None
    body: bytes
    validators: Validators


async def fetch_feed(
    url: str,
    known: Validators = UNKNOWN,
    *,
    is_allowed: Callable[[IPv4Address | IPv6Address], bool] = is_public,
) -> FetchedFeed | None:
    """Load the feed at a web address, or return None where it is as it was when last loaded.

    See `fetching.request` for which addresses are allowed. Raise FeedError where no feed arrives.
    """
    headers = {**HEADERS, **known.as_headers()}
    try:
        arrived = await request(url, _read, headers=headers, is_allowed=is_allowed)
        if arrived is None:
            return None
        feed = await asyncio.to_thread(read_feed, arrived.body, arrived.url, arrived.charset)
    except FeedError:
        raise
    except ReadingError as error:
        raise FeedError(refusals.fault(str(error))) from error
    return FetchedFeed(feed, arrived.validators)


async def _read(response: ClientResponse) -> _Arrived | None:
    """Take a response whatever type it states: sites state all kinds, and the bytes tell."""
    if response.status == NOT_MODIFIED:
        return None
    try:
        refusals.check_status(response.status)
    except ReadingError as error:
        raise FeedError(
            refusals.fault(str(error)),
            retry_after=_seconds(response.headers.get("Retry-After", "")),
            is_gone=response.status == GONE,
        ) from error
    validators = Validators(_validator(response, "ETag"), _validator(response, "Last-Modified"))
    return _Arrived(str(response.url), response.charset, await read_body(response), validators)


def _validator(response: ClientResponse, name: str) -> str | None:
    stated = response.headers.get(name)
    return stated if stated and len(stated) <= MAX_VALIDATOR else None


def _seconds(retry_after: str) -> float | None:
    """Read a Retry-After (RFC 9110, section 10.2.3): a number of seconds, or a date."""
    if SECONDS.fullmatch(retry_after.strip()):
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max((moment.astimezone(UTC) - datetime.now(UTC)).total_seconds(), 0)
