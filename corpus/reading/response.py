"""Make a page of a web server's response, within the limits, or refuse it."""

from __future__ import annotations

import asyncio
import zlib
from pathlib import PurePosixPath

from aiohttp import ClientResponse

from corpus.errors import ReadingError
from corpus.reading import formats, refusals
from corpus.reading.limits import MAX_BYTES
from corpus.reading.page import Page

UNKNOWN_TYPES = frozenset({"", "unknown/unknown", "application/unknown", "*/*"})
"""What servers state that do not know: as browsers do, the bytes are looked at instead (WHATWG,
MIME Sniffing Standard, section 7)."""

ANY_BYTES = "application/octet-stream"
"""The type of a download that may be anything: then the address's ending decides."""

GZIP_OR_ZLIB = 47
"""zlib's `wbits` for "a gzip or a zlib header, whichever is there" (its manual, inflateInit2)."""

GZIP_MARK = b"\x1f\x8b"
"""How each member of a gzip stream begins (RFC 1952, section 2.3.1)."""

MOST_MEMBERS = 10_000
"""Members of a gzip stream. Tools that cut a text into blocks make some hundreds of the largest
page; a million empty ones would keep a core busy for seconds."""

PIECE = 4096
"""Bytes given to zlib at once: what follows a member is copied, so many small members must not
each copy all that is left."""


async def read_response(response: ClientResponse) -> Page:
    """Read a response whose body is still compressed.

    Raise ReadingError for a status that promises no page, a type that cannot be read, and a body
    that is too large, garbled or blank.
    """
    refusals.check_status(response.status)
    media_type = _media_type(response)
    return Page(str(response.url), media_type, response.charset, await read_body(response))


async def read_body(response: ClientResponse) -> bytes:
    """Read and decompress a body; raise ReadingError where it is too large, garbled or blank."""
    sent = await _body_as_sent(response)
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    body = await asyncio.to_thread(_decompress, sent, encoding)
    if not body.strip():
        raise ReadingError(refusals.EMPTY)
    return body


def _media_type(response: ClientResponse) -> str | None:
    """Return the type that the server states, or else that the address's ending shows, or None."""
    is_unknown = response.headers.get("Content-Type", "").strip().lower() in UNKNOWN_TYPES
    stated = response.content_type.replace("/x-", "/")  # a prefix out of use since RFC 6648
    if is_unknown or stated == ANY_BYTES:
        by_ending = formats.by_ending(PurePosixPath(response.url.path).suffix)
        stated = by_ending.media_types[0] if by_ending else stated
    if formats.by_media_type(stated):
        return stated
    if is_unknown:
        return None
    raise ReadingError(refusals.wrong_type())


async def _body_as_sent(response: ClientResponse) -> bytes:
    """Read the body as sent; a stated length is believed only where it is too large."""
    if (response.content_length or 0) > MAX_BYTES:
        raise ReadingError(refusals.TOO_LARGE)
    body = bytearray()
    async for chunk in response.content.iter_any():
        body += chunk
        if len(body) > MAX_BYTES:
            raise ReadingError(refusals.TOO_LARGE)
    return bytes(body)


def _decompress(sent: bytes, encoding: str) -> bytes:
    """Undo the content encoding, inflating at most one byte more than is allowed.

    Only gzip is asked for; zlib ("deflate") comes with it, all others are refused.
    """
    if encoding in ("", "identity") or not sent:
        return sent
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ReadingError(refusals.UNKNOWN_COMPRESSION)
    try:
        return _inflate(sent)
    except zlib.error as error:
        raise ReadingError(refusals.GARBLED) from error


def _inflate(sent: bytes) -> bytes:
    """Inflate every member of a gzip stream (RFC 1952, section 2.2), or a zlib stream.

    What follows the last of them and does not begin as one is padding, as for browsers.
    """
    body, at = bytearray(), 0
    for _ in range(MOST_MEMBERS):
        member = zlib.decompressobj(wbits=GZIP_OR_ZLIB)
        while not member.eof and at < len(sent):
            piece = sent[at : at + PIECE]
            body += member.decompress(piece, MAX_BYTES + 1 - len(body))
            if len(body) > MAX_BYTES:
                raise ReadingError(refusals.TOO_LARGE)
            at += len(piece) - len(member.unused_data)
        if not member.eof:
            raise ReadingError(refusals.GARBLED)
        if not sent.startswith(GZIP_MARK, at):
            return bytes(body)
    raise ReadingError(refusals.GARBLED)
