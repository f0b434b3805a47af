"""Saved web pages: the page among its files, read as a web page."""

from __future__ import annotations

from dataclasses import replace

from corpus.errors import ReadingError
from corpus.reading.draft import Draft, Hints
from corpus.reading.formats.html import HTML
from corpus.reading.formats.html.parser import parse as parse_page
from corpus.reading.mime import charset, content, leaves, parse_message

_NO_PAGE = "This saved page holds no page: save it again, or paste the text."


def parse(body: bytes, hints: Hints) -> Draft:
    """Read a saved web page; raise ReadingError where it shows no article."""
    message = parse_message(body)
    page = next(
        (part for part in leaves(message) if part.get_content_type() in HTML.media_types), None
    )
    if page is None:
        raise ReadingError(_NO_PAGE)
    address = str(page["Content-Location"] or message["Snapshot-Content-Location"] or "")
    is_web = address.startswith(("http://", "https://"))
    url = hints.url or (address if is_web else None)
    return parse_page(content(page), replace(hints, url=url, charset=charset(page)))
