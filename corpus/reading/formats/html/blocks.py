"""From the tree of elements that trafilatura makes of a page to blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from corpus.reading.draft import TextBlock, heading, item, paragraph

NEW_PARAGRAPH = "\ue000"
"""Stands for two line breaks while trafilatura, which keeps only one of them, is at work."""

_LAYOUT_CELL = 200
"""Characters: a table with a longer cell lays out a page and holds no data."""

_MAKERS: dict[str, Callable[[str], TextBlock]] = {"head": heading, "item": item, "row": item}
"""What trafilatura's elements become; paragraphs and quotations are what they stand in."""

_BLOCK_TAGS = frozenset({"p", "head", "item", "row", "quote", "list", "table", "div", "code"})


def mark_double_breaks(tree: etree._Element) -> None:
    """Mark two line breaks in a row, by which old pages set paragraphs apart."""
    for line_break in tree.iter("br"):
        following = line_break.getnext()
        if following is not None and following.tag == "br" and not (line_break.tail or "").strip():
            following.tail = f"{NEW_PARAGRAPH}{following.tail or ''}"


def to_blocks(body: etree._Element) -> Iterator[TextBlock]:
    """Yield the blocks of trafilatura's tree: each run of text that no block element breaks."""
    _open_layout_tables(body)
    makers: list[Callable[[str], TextBlock]] = [paragraph]
    run: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        is_block = element.tag in _BLOCK_TAGS
        if is_block:
            yield from _flush(run, makers[-1])
        if event == "start":
            if is_block:
                makers.append(_MAKERS.get(element.tag, makers[-1]))
            run.append(element.text or "")
            continue
        if is_block:
            makers.pop()
        elif element.tag == "lb":
            run.append(" ")
        elif element.tag == "cell" and element.getnext() is not None:
            run.append(" | ")
        run.append(element.tail or "")
    yield from _flush(run, makers[-1])


def _open_layout_tables(body: etree._Element) -> None:
    """Make plain containers of the cells of tables that hold text rather than data."""
    for row in list(body.iter("row")):
        cells = list(row.iter("cell"))
        if any(len("".join(cell.itertext())) > _LAYOUT_CELL for cell in cells):
            for element in (row, *cells):
                element.tag = "div"


def _flush(run: list[str], make: Callable[[str], TextBlock]) -> Iterator[TextBlock]:
    texts = "".join(run).split(NEW_PARAGRAPH)
    run.clear()
    yield from (make(text) for text in texts if text.strip())
