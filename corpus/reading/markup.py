"""All the text of an HTML document that is an article throughout: a letter, a chapter of a book.

Pages of the web, where most is not the article, are read by the format `html`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from corpus.reading.draft import BlockKind, TextBlock
from corpus.reading.runs import Runs
from corpus.reading.tables import LAYOUT_CELL
from corpus.reading.zipped import local_name

_UNSEEN_ELEMENTS = (
    "head script style template noscript iframe object svg math rt rp del select button nav"
)
_UNSEEN = frozenset(_UNSEEN_ELEMENTS.split())

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd", "tr"), BlockKind.ITEM),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
}
_CONTAINERS = (
    "address article aside blockquote body center details div dl fieldset figure footer form header"
    " hr main ol p pre section summary table tbody td tfoot th thead ul"
)
_BLOCKS = frozenset(_CONTAINERS.split()) | _KINDS.keys()
_CELLS = frozenset({"td", "th"})
_NESTED = frozenset({"table", "p", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"})
"""What stands in the cells of tables that lay out a page, and hardly in those that hold data."""

_HIDDEN = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)
_BLANK_LINE = re.compile(r"\n[ \u00a0]*\n")
_SPACE = re.compile(r"\s+")


def parse_markup(markup: str) -> etree._Element | None:
    """Parse HTML, however broken; return None where there is nothing in it."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root: etree._Element = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None
    return root


def markup_blocks(root: etree._Element) -> Iterator[TextBlock]:
    """Yield each run of text that no block element breaks, of HTML or of XHTML."""
    walker = _Walker()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            yield from walker.leave(element, is_root=element is root)
        elif _is_unseen(element):
            walk.skip_subtree()
            element.text = None
            yield from walker.enter(element)
        else:
            yield from walker.enter(element)
    yield from walker.flush()


class _Walker:
    """Goes through a tree and collects the text of the block that is open."""

    def __init__(self) -> None:
        self._runs = Runs()
        self._kinds = [BlockKind.PARAGRAPH]
        self._rows: list[bool] = []  # by open row, whether it holds data
        self._raised = 0

    def enter(self, element: etree._Element) -> Iterator[TextBlock]:
        """Begin an element; yield the block that its beginning ends."""
        name = local_name(element)
        kind = self._kinds[-1]
        if self._breaks(name):
            yield from self.flush()
            kind = _KINDS.get(name, kind)
        if name == "tr":
            self._rows.append(_holds_data(element))
            kind = kind if self._rows[-1] else self._kinds[-1]
        self._kinds.append(kind)
        self._raised += name == "sup"
        self._add(element.text)

    def leave(self, element: etree._Element, *, is_root: bool) -> Iterator[TextBlock]:
        """End an element; yield the block that its end ends, and go on with what follows it."""
        name = local_name(element)
        if self._breaks(name):
            yield from self.flush()
        elif name == "br":
            self._runs.add("\n", is_raised=self._raised > 0)
        elif any(self._rows) and name in _CELLS and element.getnext() is not None:
            self._runs.add(" | ")
        self._kinds.pop()
        self._raised -= name == "sup"
        if name == "tr":
            self._rows.pop()
        if not is_root:
            self._add(element.tail)

    def flush(self) -> Iterator[TextBlock]:
        """Yield what was collected; two line breaks in a row set paragraphs apart."""
        for text in _BLANK_LINE.split(self._runs.take()):
            if text.strip(" |\u00a0\n"):
                yield TextBlock(self._kinds[-1], text)

    def _breaks(self, name: str) -> bool:
        return name in _BLOCKS and (name == "tr" or not any(self._rows))

    def _add(self, text: str | None) -> None:
        self._runs.add(_SPACE.sub(" ", text or ""), is_raised=self._raised > 0)


def _is_unseen(element: etree._Element) -> bool:
    is_mark = any(key.endswith("type") and value == "noteref" for key, value in element.items())
    return (
        local_name(element) in _UNSEEN
        or is_mark
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def _holds_data(row: etree._Element) -> bool:
    """Tell a row of data from one that lays out a page."""
    cells = [cell for cell in row if local_name(cell) in _CELLS]
    return len(cells) > 1 and all(
        len("".join(cell.itertext())) <= LAYOUT_CELL
        and not any(local_name(inner) in _NESTED for inner in cell.iter())
        for cell in cells
    )
