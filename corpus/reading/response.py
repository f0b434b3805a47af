"""Make a page of a web server's response, within bounds, or refuse it."""

from __future__ import annotations

import asyncio
import zlib
from pathlib import PurePosixPath

from aiohttp import ClientResponse

from corpus.errors import ReadingError
from corpus.reading import refusals
from corpus.reading.limits import MAX_BYTES
from corpus.reading.page import DOCX, HTML, MARKDOWN, PDF, PLAIN, XHTML, Page

MEDIA_TYPES = {
    **{name: name for name in (HTML, XHTML, PLAIN, MARKDOWN, PDF, DOCX)},
    "text/x-markdown": MARKDOWN,
    "application/x-pdf": PDF,
}
"""The types that can be read, by the names that servers give them."""

UNSTATED_TYPE = "application/octet-stream"
"""What no Content-Type means too (RFC 9110, section 8.3): then the address's ending decides."""

TYPE_OF_ENDING = {
    ".html": HTML,
    ".htm": HTML,
    ".txt": PLAIN,
    ".md": MARKDOWN,
    ".pdf": PDF,
    ".docx": DOCX,
}

GZIP_OR_ZLIB = 47
"""zlib's `wbits` for "a gzip or a zlib header, whichever is there" (its manual, inflateInit2)."""


async def read_response(response: ClientResponse) -> Page:
    """Read a response whose body was not unpacked yet.

    Raises ReadingError for a status that promises no page, a type that cannot be read, and a body
    that is too large, garbled or blank.
    """
    refusals.check_status(response.status)
    media_type = _media_type(response)
    packed = await _packed_body(response)
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    body = await asyncio.to_thread(_unpack, packed, encoding)
    if not body.strip():
        raise ReadingError(refusals.EMPTY)
    return Page(str(response.url), media_type, response.charset, body)


def _media_type(response: ClientResponse) -> str:
    stated = response.content_type
    if stated == UNSTATED_TYPE:
        stated = TYPE_OF_ENDING.get(PurePosixPath(response.url.path).suffix.lower(), stated)
    if stated not in MEDIA_TYPES:
        raise ReadingError(refusals.WRONG_TYPE)
    return MEDIA_TYPES[stated]


async def _packed_body(response: ClientResponse) -> bytes:
    """Read the body as sent. The length the server states can only refuse it, never admit it."""
    if (response.content_length or 0) > MAX_BYTES:
        raise ReadingError(refusals.TOO_LARGE)
    body = bytearray()
    async for chunk in response.content.iter_any():
        body += chunk
        if len(body) > MAX_BYTES:
            raise ReadingError(refusals.TOO_LARGE)
    return bytes(body)


def _unpack(packed: bytes, encoding: str) -> bytes:
    """Undo the content encoding, inflating at most one byte more than is allowed.

    Only gzip is asked for; zlib ("deflate") comes with it, all others are refused.
    """
    if encoding in ("", "identity"):
        return packed
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ReadingError(refusals.UNKNOWN_PACKING)
    unpacker = zlib.decompressobj(wbits=GZIP_OR_ZLIB)
    try:
        body = unpacker.decompress(packed, MAX_BYTES + 1)
    except zlib.error as error:
        raise ReadingError(refusals.GARBLED) from error
    if len(body) > MAX_BYTES:
        raise ReadingError(refusals.TOO_LARGE)
    if packed and not unpacker.eof:
        raise ReadingError(refusals.GARBLED)
    return body
