"""Web pages: trafilatura finds the article's body and its facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from trafilatura import bare_extraction
from trafilatura.settings import Document, use_config

from corpus.errors import ReadingError
from corpus.reading.decoding import decode
from corpus.reading.draft import (
    BlockKind,
    Draft,
    Hints,
    TextBlock,
    caption,
    first_blocks,
)
from corpus.reading.formats.html.blocks import NEW_PARAGRAPH, mark_double_breaks, to_blocks
from corpus.reading.formats.html.diagnosis import NO_ARTICLE, NOT_FREE, diagnose
from corpus.reading.furniture import is_furniture
from corpus.reading.limits import MAX_CAPTIONS

_DECLARED_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{1,40})", re.IGNORECASE
)
_HEAD_BYTES = 4096

_MAX_DEPTH = 250
"""Elements inside each other. Pages have under 60; the extraction recurses, so more may crash it."""

_CAPTIONS = (
    "//*[self::figcaption or contains(@class, 'wp-caption-text') "
    "or contains(concat(' ', @class, ' '), ' caption ') "
    "or contains(@class, 'image-caption') or contains(@class, 'photo-caption')]"
)
_CREDITS = ".//*[contains(@class, 'credit') or contains(@class, 'copyright')]"
_OUTSIDE = "ancestor::*[self::nav or self::aside or self::footer or self::form]"

_LEAST_TEXT = "50"
"""Characters below which trafilatura falls back to all text of the page, with no paragraphs left.
Its own 250 are more than a short news item has."""

_TOO_DEEP = "This page's code is nested too deeply to be read safely: paste the text instead."
_PAYWALL = "The site says that this article is for subscribers: it may have been read only in part."


def parse(body: bytes, hints: Hints) -> Draft:
    """Read a web page; raise ReadingError for one that shows no article."""
    markup = _markup(body, hints)
    tree = _tree(markup)
    captions = list(islice(_take_captions(tree), MAX_CAPTIONS))
    mark_double_breaks(tree)
    extracted = _extract(tree, hints.url)
    blocks = first_blocks(to_blocks(extracted.body) if extracted else ())
    words = sum(len(block.text.split()) for block in blocks if _is_prose(block))
    if reason := diagnose(markup, hints.url, words):
        raise ReadingError(reason)
    if extracted is None:
        raise ReadingError(NO_ARTICLE)
    published = None
    with suppress(ValueError):
        published = date.fromisoformat(extracted.date or "")
    return Draft(
        (*blocks, *map(caption, captions)),
        title=extracted.title,
        author=extracted.author,
        publisher=extracted.sitename,
        published=published,
        url=_address(tree, hints.url),
        language=tree.get("lang"),
        notes=(_PAYWALL,) if NOT_FREE.search(markup) else (),
    )


def _markup(body: bytes, hints: Hints) -> str:
    """Decode a page by the charset that its server, or else the page itself, declares."""
    declared = _DECLARED_CHARSET.search(body[:_HEAD_BYTES])
    charset = hints.charset or (declared[1].decode("ascii", "ignore") if declared else None)
    return decode(body, charset).replace(NEW_PARAGRAPH, "")


def _tree(markup: str) -> HtmlElement:
    """Parse a page's elements, refusing one whose nesting could exhaust the stack."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise ReadingError(NO_ARTICLE) from error
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _MAX_DEPTH:
            raise ReadingError(_TOO_DEEP)
    return tree


def _extract(tree: HtmlElement, url: str | None) -> Document | None:
    """Have trafilatura find the article; None where it finds no text."""
    config = use_config()
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", _LEAST_TEXT)
    extracted = bare_extraction(
        tree,
        url=url,
        with_metadata=True,
        include_comments=False,
        config=config,
        date_extraction_params={
            "original_date": True,
            "extensive_search": False,  # it would take any date that stands on the page
            "max_date": datetime.now(UTC).date().isoformat(),
        },
    )
    # It would be a dict only where that is asked for.
    return extracted if isinstance(extracted, Document) else None


def _is_prose(block: TextBlock) -> bool:
    return block.kind is not BlockKind.HEADING and not is_furniture(block.text)


def _take_captions(tree: HtmlElement) -> Iterator[str]:
    """Take captions out of the tree and yield their words, without whose picture it is."""
    for element in tree.xpath(_CAPTIONS):
        for credit in element.xpath(_CREDITS):
            credit.drop_tree()
        text = " ".join("".join(element.itertext()).split())
        if text and not element.xpath(_OUTSIDE):
            yield text
        if element.getparent() is not None:
            element.drop_tree()


def _address(tree: HtmlElement, fetched: str | None) -> str | None:
    """Return the page's canonical address, if it is on the site that it was fetched from.

    A page could otherwise pass for another site's article and take its place.
    """
    link = tree.find(".//link[@rel='canonical']")
    try:
        canonical = urljoin(fetched or "", (link.get("href") or "") if link is not None else "")
        parts = urlsplit(canonical)
        same_site = fetched is None or _site(parts.hostname) == _site(urlsplit(fetched).hostname)
    except ValueError:
        return fetched
    usable = parts.scheme in {"http", "https"} and parts.path.strip("/") and same_site
    return canonical if usable else fetched


def _site(host: str | None) -> str:
    """Return a host without the prefixes that its mobile and AMP pages have."""
    return re.sub(r"^(?:(?:www|m|mobile|amp)\.)+", "", host or "")
