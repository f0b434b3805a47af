"""What to tell a person when a page does not arrive: one sentence for each way to fail."""

from __future__ import annotations

from aiohttp import (
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientError,
    ClientPayloadError,
    ClientResponseError,
    ClientSSLError,
    InvalidURL,
)

from corpus.errors import ReadingError
from corpus.reading import formats
from corpus.reading.page import PASTE, PASTE_IT

NOT_AN_ADDRESS = "That is not a web address: it should look like https://example.org/article."

NOT_HTTP = "Only addresses that begin with http:// or https:// can be loaded."

TOO_LONG = f"That address is far longer than any article's: {PASTE}."

CREDENTIALS = "That address holds a user name or password: give it without."

ODD_PORT = f"Web sites do not use that address's port number: {PASTE}."

PRIVATE = (
    "That address is on a private network, which the bot does not enter: paste the text instead."
)

BAD_REDIRECT = f"That address leads on to something that is no web address: {PASTE}."

UNPROTECTED = (
    f"That address leads on from https to unprotected http: if you trust the page, {PASTE}."
)

CIRCLE = f"That address leads in a circle, or through too many others: {PASTE}."

UNKNOWN_COMPRESSION = f"The site packs that page in a way that the bot does not open: {PASTE}."

TOO_LARGE = f"That page is larger than the bot loads: {PASTE}."

TOO_SLOW = f"The site took too long to send that page: try again later, or {PASTE}."

GARBLED = f"The page arrived broken: try again later, or {PASTE}."

EMPTY = f"That page is empty: {PASTE}."

FAILURES: tuple[tuple[type[Exception], str], ...] = (
    (TimeoutError, TOO_SLOW),
    (InvalidURL, NOT_AN_ADDRESS),
    (
        ClientConnectorDNSError,
        "No site of that name was found: check the address for typing errors.",
    ),
    (ClientSSLError, f"That site's certificate or encryption is not safe: {PASTE}."),
    (ClientConnectorError, f"That site takes no connection: try again later, or {PASTE}."),
    (ClientResponseError, f"That site does not answer as a web site does: {PASTE}."),
    (ClientPayloadError, GARBLED),
    (ClientError, f"The connection to that site broke off: try again later, or {PASTE}."),
)
"""What each of aiohttp's errors means; the first that fits."""

STATUSES = {
    401: f"The site shows that page only after signing in (401): {PASTE}.",
    403: f"The site does not let the bot read that page (403): {PASTE}.",
    404: "The site has no page at that address (404): check the address for typing errors.",
    407: f"A proxy wants a password before it shows that page (407): {PASTE}.",
    410: "The site has taken that page down (410): if you have a copy, paste the text.",
    429: f"The site is getting too many requests (429): try again in some minutes, or {PASTE}.",
    451: "The site may not show that page for legal reasons (451): if you have it, paste the text.",
}


def wrong_type() -> str:
    """Say which formats an address may lead to, where it leads to another."""
    return f"That address holds no {formats.labels()}: {PASTE}."


def leads_nowhere(status: int) -> str:
    """Say that a redirect, which has this HTTP status, names no address."""
    return f"That address leads on without saying where to ({status}): {PASTE}."


def fault(sentence: str) -> str:
    """Return a refusal without the advice to paste a page's text: of a feed there is none."""
    wrong, _, advice = sentence.partition(": ")
    return f"{wrong}." if PASTE_IT in advice else sentence


def explain(error: Exception) -> str:
    """Say what an error of aiohttp's, or a time-out, means for the person."""
    return next(sentence for kind, sentence in FAILURES if isinstance(error, kind))


def check_status(status: int) -> None:
    """Raise ReadingError where an HTTP status, redirects apart, promises no page."""
    if 200 <= status <= 299:  # noqa: PLR2004 - the class of statuses itself
        return
    if 500 <= status <= 599:  # noqa: PLR2004
        fault = f"The site has a fault of its own ({status}): try again later, or {PASTE}."
        raise ReadingError(fault)
    raise ReadingError(
        STATUSES.get(status, f"The site does not show that page (status {status}): {PASTE}.")
    )
