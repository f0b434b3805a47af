"""Presentations: the words of each slide that is shown, under its title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from corpus.reading.draft import (
    BlockKind,
    Draft,
    Hints,
    TextBlock,
    first_blocks,
    heading,
    item,
    paragraph,
)
from corpus.reading.office import Package, attribute, child
from corpus.reading.runs import Runs
from corpus.reading.tables import table_blocks
from corpus.reading.unreadable import not_read
from corpus.reading.zipped import local_name

_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr"})
"""Placeholders for what stands on every slide."""

_UNREADABLE = {"chart": "chart", "relIds": "diagram", "oleObj": "embedded object"}


def parse(body: bytes, _hints: Hints) -> Draft:
    """Read a presentation; its title is its first slide's."""
    package = Package(body)
    unreadable: Counter[str] = Counter()
    blocks = first_blocks(
        block
        for slide in _slides(package)
        for block in _shapes(slide, unreadable)
        if block.text.strip()
    )
    title = None
    if blocks and blocks[0].kind is BlockKind.HEADING:
        title, blocks = blocks[0].text, blocks[1:]
    return Draft(blocks, title=title, author=package.author(), notes=not_read(unreadable))


def _slides(package: Package) -> Iterator[etree._Element]:
    """Yield the slides that are shown, in their order."""
    parts = package.targets(package.main, "slide")
    order = child(package.xml(package.main), "sldIdLst")
    for mark in order if order is not None else ():
        identifiers = [value for key, value in mark.items() if key.startswith("{")]
        for part in (parts[found] for found in identifiers if found in parts):
            slide = package.xml(part)
            if slide.get("show") not in {"0", "false"}:
                yield slide


def _shapes(container: etree._Element, unreadable: Counter[str]) -> Iterator[TextBlock]:
    """Yield the blocks of all shapes, the slide's title before the rest."""
    shapes = list(_walk(container, unreadable))
    yield from (block for kind, block in shapes if kind in _TITLES)
    yield from (block for kind, block in shapes if kind not in _TITLES | _FURNITURE)


def _walk(
    container: etree._Element, unreadable: Counter[str]
) -> Iterator[tuple[str | None, TextBlock]]:
    """Yield the blocks with the kind of placeholder that each stands in."""
    for element in container:
        name = local_name(element)
        if name == "sp":
            kind = attribute(child(element, "nvSpPr", "nvPr", "ph"), "type")
            texts = list(_paragraphs(child(element, "txBody")))
            if kind in _TITLES:
                yield kind, heading(" ".join(texts))
            else:
                yield from ((kind, paragraph(text)) for text in texts)
        elif name == "tr":
            cells = [
                [item(text) for text in _paragraphs(child(cell, "txBody"))] for cell in element
            ]
            yield from ((None, block) for block in table_blocks(cells))
        elif name == "AlternateContent":
            choice = child(element, "Choice")
            yield from _walk(element if choice is None else choice, unreadable)
        elif name in _UNREADABLE:
            unreadable[_UNREADABLE[name]] += 1
        elif attribute(child(element, "cNvPr"), "hidden") not in {"1", "true"}:
            yield from _walk(element, unreadable)


def _paragraphs(text_body: etree._Element | None) -> Iterator[str]:
    for part in text_body if text_body is not None else ():
        if local_name(part) == "p":
            yield _words(part)


def _words(paragraph: etree._Element) -> str:
    runs = Runs()
    for part in paragraph:
        if local_name(part) == "br":
            runs.add("\n")
        for text in part.iter("{*}t"):
            baseline = attribute(child(part, "rPr"), "baseline") or "0"
            runs.add(text.text or "", is_raised=not baseline.startswith(("0", "-")))
    return runs.take()
