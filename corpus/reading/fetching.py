"""Load one page from the web safely: neither the address nor the server can be trusted."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Awaitable, Callable, Mapping
from importlib.metadata import version
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TypeVar

from aiohttp import (
    AddrInfoType,
    ClientError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    InvalidURL,
    TCPConnector,
)
from yarl import URL

from corpus.errors import ReadingError
from corpus.reading import refusals
from corpus.reading.addresses import is_public
from corpus.reading.page import Page
from corpus.reading.response import read_response

T = TypeVar("T")

MAX_SECONDS = 20
"""Seconds for looking up names, connecting, redirects and the body together: a person waits."""

MAX_REDIRECTS = 10
"""A short link, a consent page and a choice of language together need fewer."""

MAX_HEADER_BYTES = 32 * 1024
"""Bytes of one header line. Some newspapers' content policies exceed aiohttp's default of 8 KiB."""

MAX_URL_CHARACTERS = 4096
"""Longer than any article's address, tracking included."""

HOST = re.compile(
    r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?|(?=.*:)[0-9a-f:.]+", re.ASCII | re.IGNORECASE
)
"""A name in ASCII, international ones encoded (RFC 5890), an IPv4 address, or an IPv6 address
without its brackets, which alone has colons. Of any other name the look-up itself would fail."""

WEB_PORTS = (80, 443)
FIRST_UNPRIVILEGED_PORT = 1024
"""Below it only the web's ports are used: mail, file and login services get no request."""

REDIRECTS = (301, 302, 303, 307, 308)

HEADERS = {
    "User-Agent": f"SourcesSay/{version('sources-say')} (loads one article when a person asks)",
    "Accept": "text/html, application/xhtml+xml, text/*;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip",
}


async def fetch(
    url: str, *, is_allowed: Callable[[IPv4Address | IPv6Address], bool] = is_public
) -> Page:
    """Load the page at an http or https address; see `request`.

    Raise ReadingError, a sentence for the person, where no readable page arrives.
    """
    return await request(url, read_response, is_allowed=is_allowed)


async def request(
    url: str,
    read: Callable[[ClientResponse], Awaitable[T]],
    *,
    headers: Mapping[str, str] | None = None,
    is_allowed: Callable[[IPv4Address | IPv6Address], bool] = is_public,
) -> T:
    """Ask for what is at an http or https address, and return what `read` makes of the response.

    `is_allowed` is asked about each address at the moment it is connected to, after the name was
    looked up and again after every redirect, so no name can point elsewhere in between. Nothing
    but the request is sent, with `headers` besides our own: no cookies, passwords or referrers,
    and no proxy is used.

    Raise ReadingError, a sentence for the person, where no response arrives that can be read.
    """
    gate = _Gate(is_allowed)
    try:
        async with asyncio.timeout(MAX_SECONDS), _open_session(gate) as session:
            return await _follow(session, _parse(url), read, headers)
    except (ClientError, TimeoutError) as error:
        sentence = refusals.PRIVATE if gate.has_refused else refusals.explain(error)
        raise ReadingError(sentence) from error


class _Gate:
    """Opens sockets, and none to an address that is not allowed.

    It refuses by an OSError and a note, not by a ReadingError: where a name's addresses race
    (RFC 8305) aiohappyeyeballs keeps OSErrors only, and another of them may be allowed.
    """

    def __init__(self, is_allowed: Callable[[IPv4Address | IPv6Address], bool]) -> None:
        self._is_allowed = is_allowed
        self.has_refused = False

    def __call__(self, address_info: AddrInfoType) -> socket.socket:
        family, kind, protocol, _, (host, *_) = address_info
        if not self._is_allowed(ip_address(host)):
            self.has_refused = True
            raise PermissionError
        return socket.socket(family, kind, protocol)


def _open_session(gate: _Gate) -> ClientSession:
    return ClientSession(
        connector=TCPConnector(socket_factory=gate, force_close=True, use_dns_cache=False),
        cookie_jar=DummyCookieJar(),
        headers=HEADERS,
        timeout=ClientTimeout(total=None),  # `fetch` limits the whole
        auto_decompress=False,  # `read_response` decompresses within its bounds
        max_line_size=MAX_HEADER_BYTES,
        max_field_size=MAX_HEADER_BYTES,
    )


def _parse(text: str) -> URL:
    text = text.strip()
    if len(text) > MAX_URL_CHARACTERS:
        raise ReadingError(refusals.TOO_LONG)
    try:
        return _check(URL(text))
    except ValueError as error:
        raise ReadingError(refusals.NOT_AN_ADDRESS) from error


def _check(url: URL) -> URL:
    """Refuse what no article's address has: other schemes, credentials, odd ports.

    Raise ReadingError, or ValueError where the host is missing or is none.
    """
    if url.scheme not in ("http", "https"):
        raise ReadingError(refusals.NOT_HTTP)
    if not HOST.fullmatch(url.raw_host or ""):
        raise ValueError(url)
    if url.raw_user is not None or url.raw_password is not None:
        raise ReadingError(refusals.CREDENTIALS)
    if url.port not in WEB_PORTS and (url.port or 0) < FIRST_UNPRIVILEGED_PORT:
        raise ReadingError(refusals.ODD_PORT)
    return url.with_fragment(None)


async def _follow(
    session: ClientSession,
    url: URL,
    read: Callable[[ClientResponse], Awaitable[T]],
    headers: Mapping[str, str] | None,
) -> T:
    """Send the request, following redirects by hand so that each is checked like the first address."""
    visited: set[URL] = set()
    while url not in visited and len(visited) <= MAX_REDIRECTS:
        visited.add(url)
        try:
            async with session.get(url, headers=headers, allow_redirects=False) as response:
                if response.status not in REDIRECTS:
                    return await read(response)
                url = _target(url, _location(response))
        except InvalidURL as error:  # of a redirect here, of the first address in `fetch`
            if len(visited) > 1:
                raise ReadingError(refusals.BAD_REDIRECT) from error
            raise
    raise ReadingError(refusals.CIRCLE)


def _location(response: ClientResponse) -> str:
    """Return what a redirect says of where it leads; raise ReadingError where that is nothing."""
    location = response.headers.get("Location", "").strip()
    if not location:
        raise ReadingError(refusals.leads_nowhere(response.status))
    return location


def _target(url: URL, location: str) -> URL:
    """Find where a redirect leads. From https to http it is refused: the text could be forged."""
    try:
        target = _check(url.join(URL(location)))
    except ValueError as error:
        raise ReadingError(refusals.BAD_REDIRECT) from error
    if url.scheme == "https" and target.scheme == "http":
        raise ReadingError(refusals.UNPROTECTED)
    return target
