"""What a web page shows, as blocks in reading order: each run of text that no block element breaks.

Each block is marked in the page with a character of its own, so that it can be told which blocks
an extractor took, whatever it made of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from corpus.reading.formats.html import containers
from corpus.reading.formats.html.block import PageBlock, Shape
from corpus.reading.limits import MAX_BLOCKS, MAX_DRAFT_CHARACTERS
from corpus.reading.raised import raised

_FIRST_MARK = 0xF0000
"""The first of the characters for private use that mark blocks (Unicode, plane 15)."""

MARK = re.compile("[\U000f0000-\U000ffffd]")
"""What must be taken out of a page before its blocks are marked."""

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that a page may hold and that its tree does not take back (XML 1.0, 2.2)."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ITEMS = frozenset({"li", "dt", "dd"})
_EMPHASIS = frozenset({"b", "em", "i", "strong"})

_BLOCK_TAGS = (
    "address article aside blockquote body caption center details dir div dl fieldset figcaption "
    "figure footer form header hgroup hr html legend main menu nav ol p pre search section summary "
    "table tbody td tfoot th thead tr ul"
)
_BLOCKS = _HEADINGS | _ITEMS | frozenset(_BLOCK_TAGS.split())
"""Elements that stand on lines of their own."""

_NEVER_SHOWN = (
    "audio", "button", "canvas", "datalist", "del", "dialog", "head", "iframe", "input", "map",
    "math", "noscript", "object", "option", "rp", "rt", "s", "script", "select", "strike", "style",
    "svg", "template", "textarea", "video",
)  # fmt: skip
"""Elements that show no text of an article: what is struck out is taken back."""

_ENDS_OF_SHAPE = frozenset({"article", "body", "main", "section", "td", "th"})
"""Elements beyond which nothing tells what a block is; a cell that is a block lays out a page."""

_PARAGRAPHS = _HEADINGS | _ITEMS | frozenset({"blockquote", "p", "pre", "tr"})
"""Elements whose lines run on: elsewhere a line break ends a paragraph."""

_LAYOUT_CELL = 200
"""Characters: a table with a longer cell lays out a page and holds no data."""


class _Piece(NamedTuple):
    """A piece of a block's text, where it stands in the tree, and whether in a link or emphasised."""

    text: str
    holder: HtmlElement | None = None
    attribute: str = ""
    linked: bool = False
    emphasised: bool = False


def remove_unseen(tree: HtmlElement, *, hidden: bool = True) -> None:
    """Take out of a page what nobody sees in it; what it hides itself only if `hidden`."""
    containers.mark_written_in(tree)
    for element in list(tree.iter(*_NEVER_SHOWN)):
        _drop(element)
    for element in list(
        tree.xpath(".//*[@class or @id or @hidden or @style or @role or @aria-hidden]")
    ):
        if containers.is_unseen(element) or (hidden and containers.is_hidden(element)):
            _drop(element)


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def marked_blocks(tree: HtmlElement) -> list[PageBlock]:
    """Return the blocks of a page up to the limits of a draft, and mark each one in the page."""
    blocks: list[PageBlock] = []
    characters = 0
    for block in islice(_Walk(tree).blocks(), MAX_BLOCKS):
        blocks.append(block)
        characters += len(block.text)
        if characters > MAX_DRAFT_CHARACTERS:
            break
    return blocks


def numbers_in(texts: Iterable[str]) -> frozenset[int]:
    """Return the numbers of the blocks whose marks stand in these texts."""
    return frozenset(ord(mark) - _FIRST_MARK for mark in MARK.findall("".join(texts)))


class _Walk:
    """A walk through a page's elements, which gathers pieces of text and makes blocks of them."""

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        self._rows = _data_rows(tree)
        self._row: HtmlElement | None = None
        self._path: list[HtmlElement] = []
        self._run: list[_Piece] = []
        self._count = self._links = self._emphases = 0

    def blocks(self) -> Iterator[PageBlock]:
        """Walk, once, and yield the blocks in reading order."""
        walk = etree.iterwalk(self._tree, events=("start", "end"))
        for event, element in walk:
            if self._breaks(element) and (block := self._finish()):
                yield block
            if event == "start":
                self._open(element)
                if element.tag == "sup":
                    walk.skip_subtree()
                continue
            self._close(element)
            if element.tag == "br" and _parts(element, self._path) and (block := self._finish()):
                yield block
            if element is not self._tree:
                self._add(element.tail, element, "tail")

    def _breaks(self, element: HtmlElement) -> bool:
        """Tell whether an element stands on lines of its own: within a row of data none does."""
        return element.tag in _BLOCKS and (self._row is None or element is self._row)

    def _open(self, element: HtmlElement) -> None:
        if self._breaks(element):
            self._path.append(element)
            self._row = element if element in self._rows else self._row
        self._count_in(element, 1)
        if element.tag == "sup":
            self._add(self._raised(element))
            return
        self._add({"br": " ", "q": "“"}.get(element.tag))
        self._add(element.text, element, "text")

    def _close(self, element: HtmlElement) -> None:
        self._count_in(element, -1)
        if self._breaks(element):
            self._path.pop()
            self._row = None if element is self._row else self._row
        elif element.tag in {"td", "th"} and element.getnext() is not None:
            self._add(" | ")
        elif element.tag == "q":
            self._add("”")

    def _count_in(self, element: HtmlElement, step: int) -> None:
        self._links += step * (element.tag == "a" and _leads_away(element))
        self._emphases += step * (element.tag in _EMPHASIS)

    def _add(
        self, text: str | None, holder: HtmlElement | None = None, attribute: str = ""
    ) -> None:
        if text:
            piece = _Piece(text, holder, attribute, self._links > 0, self._emphases > 0)
            self._run.append(piece)

    def _finish(self) -> PageBlock | None:
        """Make a block of the pieces that were gathered, and mark it; None where they say nothing."""
        pieces, self._run = self._run, []
        text = " ".join("".join([piece.text for piece in pieces]).split())
        if not any(map(str.isalnum, text)):
            return None
        for _, holder, attribute, *_ in pieces:
            if holder is not None and (getattr(holder, attribute) or "").strip():
                shown = _NOT_IN_XML.sub(" ", getattr(holder, attribute))
                setattr(holder, attribute, f"{chr(_FIRST_MARK + self._count)}{shown}")
                break
        self._count += 1
        return PageBlock(
            self._count - 1,
            text,
            _shape(self._path),
            tuple(self._path),
            linked=sum(len(piece.text) for piece in pieces if piece.linked),
            emphasised=sum(len(piece.text) for piece in pieces if piece.emphasised),
        )

    def _raised(self, element: HtmlElement) -> str:
        """Return raised text as it is written in a line, "" for a link to a footnote."""
        text = "".join(element.itertext())
        leads_to_note = self._links > 0 or element.find(".//a") is not None
        if leads_to_note and not any(map(str.isalpha, text)):
            return ""
        return raised(text, "".join(piece.text for piece in self._run[-4:])[-16:])


def _shape(path: list[HtmlElement]) -> Shape:
    """Tell what stands at the end of a path of elements: what the innermost one decides."""
    for element in reversed(path):
        if element.tag in _HEADINGS:
            return Shape.HEADING
        if element.tag in {"figcaption", "figure", "caption"}:
            return Shape.CAPTION
        if containers.is_named(element, containers.CAPTIONS):
            return Shape.CAPTION
        if element.tag in _ITEMS:
            return Shape.ITEM
        if element.tag == "tr":
            return Shape.ROW
        if element.tag in _ENDS_OF_SHAPE:
            break
    return Shape.TEXT


def _leads_away(link: HtmlElement) -> bool:
    """Tell whether a link leads to another page, and not to a place on this one or to a script."""
    target = link.get("href", "").strip().lower()
    return bool(target) and not target.startswith(("#", "javascript:"))


def _parts(line_break: HtmlElement, path: list[HtmlElement]) -> bool:
    """Tell whether a line break ends a paragraph: two of them do, or one where no paragraph is."""
    following = line_break.getnext()
    is_double = following is not None and following.tag == "br"
    is_double &= not (line_break.tail or "").strip()
    return is_double or (bool(path) and path[-1].tag not in _PARAGRAPHS)


def _data_rows(tree: HtmlElement) -> frozenset[HtmlElement]:
    """Return the rows of tables that hold data: they are read across, cell by cell."""
    rows: list[HtmlElement] = []
    for table in tree.iter("table"):
        cells = list(table.iter("td", "th"))
        is_nested = next(table.iterdescendants("table"), None) is not None
        if is_nested or any(len("".join(c.itertext()).strip()) > _LAYOUT_CELL for c in cells):
            continue
        rows += (row for row in table.iter("tr") if len(row) > 1)
    return frozenset(rows)
