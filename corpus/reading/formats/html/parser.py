"""Web pages: what they show, which of it is the article, and the facts around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from corpus.errors import ReadingError
from corpus.reading.decoding import decode
from corpus.reading.draft import (
    Draft,
    Hints,
    TextBlock,
    caption,
    first_blocks,
    heading,
    item,
    paragraph,
)
from corpus.reading.formats.html.authors import likeliest_authors
from corpus.reading.formats.html.block import PageBlock, Shape
from corpus.reading.formats.html.diagnosis import FEW_WORDS, NO_ARTICLE, NOT_FREE, diagnose
from corpus.reading.formats.html.facts import read_facts
from corpus.reading.formats.html.kept_elements import elements_kept
from corpus.reading.formats.html.page_blocks import MARK, marked_blocks, remove_unseen
from corpus.reading.formats.html.quotations import with_sources
from corpus.reading.formats.html.selection import Selection, captions, select
from corpus.reading.formats.html.votes import votes
from corpus.reading.furniture import is_furniture
from corpus.reading.interviews import asks
from corpus.reading.limits import MAX_CAPTIONS

_DECLARED_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{1,40})", re.IGNORECASE
)
_HEAD_BYTES = 4096

_MAX_DEPTH = 250
"""Elements inside each other. Pages have under 60; the extraction recurses, so more may crash it."""

_MAKERS = {Shape.HEADING: heading, Shape.ITEM: item, Shape.ROW: item}
"""What a block becomes; all others are paragraphs."""

_TOO_DEEP = "This page's code is nested too deeply to be read safely: paste the text instead."
_FULLER = 4
"""How many times as many words make what a page hides its article."""

_GALLERY = 2
"""How many times as many words as in the text stand under the pictures of a gallery."""

_TOLD_SHARE = 0.15
"""The share of a page's running text left out from which its moderator is told."""

_SHARES = {
    1 / 6: "a sixth", 1 / 5: "a fifth", 1 / 4: "a quarter", 1 / 3: "a third", 1 / 2: "half",
    2 / 3: "two thirds", 3 / 4: "three quarters",
}  # fmt: skip

_LEFT_OUT = (
    "About {share} of this page was not taken: compare the article with the page, and paste the "
    "text if something is missing."
)

_PAYWALL = "The site says that this article is for subscribers: it may have been read only in part."


def parse(body: bytes, hints: Hints) -> Draft:
    """Read a web page; raise ReadingError for one that shows no article."""
    markup = _markup(body, hints)
    tree = _tree(markup)
    with elements_kept(tree):
        facts = read_facts(tree, hints.url)
        address, language = _address(tree, hints.url), tree.get("lang")
        found = _find(tree, facts.description)
    if found.words < FEW_WORDS:  # a notice, while a script is to show the text
        fuller = _find(_tree(markup), facts.description, hidden=True)
        found = fuller if fuller.words > _FULLER * found.words else found
    if reason := diagnose(markup, hints.url, found.words):
        raise ReadingError(reason)
    return Draft(
        first_blocks(
            (
                *_text_blocks(with_sources(found.selection.article)),
                *map(caption, found.captions),
            )
        ),
        title=facts.title,
        author=likeliest_authors(facts.authors, found.visible),
        publisher=facts.publisher,
        published=facts.published,
        url=address,
        language=language,
        notes=tuple(_notes(markup, found.selection)),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in a page: all its blocks, its article's, and what stands under pictures."""

    blocks: list[PageBlock]
    selection: Selection
    captions: list[str]

    @property
    def visible(self) -> str:
        """All that the page shows."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def words(self) -> int:
        """How many words the article has, headings and furniture apart."""
        prose = (block for block in self.selection.article if block.shape is not Shape.HEADING)
        return sum(block.words for block in prose if not is_furniture(block.text))


def _find(tree: HtmlElement, description: str, *, hidden: bool = False) -> _Found:
    """Find the article in a page; `hidden` says to look at what the page hides, too."""
    remove_unseen(tree, hidden=not hidden)
    blocks = marked_blocks(tree)
    selection = select(blocks, votes(tree), description)
    if _is_gallery(blocks, selection):
        blocks = [_as_text(block) for block in blocks]
        selection = select(blocks, votes(tree), description)
    if _is_told_in_headings(selection):
        told = [replace(block, shape=Shape.TEXT) for block in selection.article]
        selection = replace(selection, article=told)
    return _Found(blocks, selection, captions(blocks)[:MAX_CAPTIONS])


def _is_gallery(blocks: list[PageBlock], selection: Selection) -> bool:
    """Tell whether a page tells its story under its pictures."""
    told = sum(block.words for block in blocks if block.shape is Shape.CAPTION and not block.linked)
    return told > _GALLERY * sum(block.words for block in selection.article)


def _is_told_in_headings(selection: Selection) -> bool:
    """Tell whether an article is nothing but headings over pictures, and none leads elsewhere."""
    return len(selection.article) > 1 and all(
        block.shape is Shape.HEADING
        and not block.linked
        and next(block.path[-2].iter("img"), None) is not None
        for block in selection.article
    )


def _as_text(block: PageBlock) -> PageBlock:
    return replace(block, shape=Shape.TEXT) if block.shape is Shape.CAPTION else block


def _notes(markup: str, selection: Selection) -> Iterator[str]:
    """Say to the moderator what may be missing."""
    if NOT_FREE.search(markup):
        yield _PAYWALL
    if selection.share_left_out >= _TOLD_SHARE:
        share = min(_SHARES, key=lambda known: abs(known - selection.share_left_out))
        yield _LEFT_OUT.format(share=_SHARES[share])


def _text_blocks(blocks: Iterable[PageBlock]) -> Iterator[TextBlock]:
    """Make of blocks what they become; a question over another one has no reply: it is text."""
    listed = list(blocks)
    for block, below in zip(listed, [*listed[1:], None], strict=True):
        if block.shape is Shape.HEADING and block.is_statement:
            yield paragraph(block.text)
        elif _is_interviewers(block) and not (below and _is_interviewers(below)):
            yield heading(block.text)
        else:
            yield _MAKERS.get(block.shape, paragraph)(block.text)


def _is_interviewers(block: PageBlock) -> bool:
    """Tell whether a block looks like a question in a printed interview."""
    return block.shape is Shape.TEXT and block.is_emphasised and asks(block.text)


def _markup(body: bytes, hints: Hints) -> str:
    """Decode a page by the charset that its server, or else the page itself, declares."""
    declared = _DECLARED_CHARSET.search(body[:_HEAD_BYTES])
    charset = hints.charset or (declared[1].decode("ascii", "ignore") if declared else None)
    return MARK.sub("", decode(body, charset))


def _tree(markup: str) -> HtmlElement:
    """Parse a page's elements, refusing one whose nesting could exhaust the stack."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise ReadingError(NO_ARTICLE) from error
    depths: dict[HtmlElement, int] = {}
    for element in tree.iter():
        depths[element] = depths.get(element.getparent(), 0) + 1
        if depths[element] > _MAX_DEPTH:
            raise ReadingError(_TOO_DEEP)
    return tree


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
