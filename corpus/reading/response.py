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

UNSTATED_TYPE = "application/octet-stream"
"""What no Content-Type means too (RFC 9110, section 8.3): then the address's ending decides."""

GZIP_OR_ZLIB = 47
"""zlib's `wbits` for "a gzip or a zlib header, whichever is there" (its manual, inflateInit2)."""


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


def _media_type(response: ClientResponse) -> str:
    """Return the type that the server states, or that the address's ending shows."""
    stated = response.content_type.replace("/x-", "/")  # a prefix out of use since RFC 6648
    if stated == UNSTATED_TYPE:
        by_ending = formats.by_ending(PurePosixPath(response.url.path).suffix)
        stated = by_ending.media_types[0] if by_ending else stated
    if not formats.by_media_type(stated):
        raise ReadingError(refusals.wrong_type())
    return stated


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
    if encoding in ("", "identity"):
        return sent
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ReadingError(refusals.UNKNOWN_COMPRESSION)
    decompressor = zlib.decompressobj(wbits=GZIP_OR_ZLIB)
    try:
        body = decompressor.decompress(sent, MAX_BYTES + 1)
    except zlib.error as error:
        raise ReadingError(refusals.GARBLED) from error
    if len(body) > MAX_BYTES:
        raise ReadingError(refusals.TOO_LARGE)
    if sent and not decompressor.eof:
        raise ReadingError(refusals.GARBLED)
    return body
