"""The blocks of a Word document in reading order: paragraphs, tables, boxes, then notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from lxml import etree

from corpus.reading.draft import BlockKind, TextBlock, heading, paragraph
from corpus.reading.formats.docx.inline import (
    UNSEEN,
    InlineReader,
    is_placeholder,
    seen_alternative,
)
from corpus.reading.formats.docx.styles import Style
from corpus.reading.office import child
from corpus.reading.tables import table_blocks
from corpus.reading.zipped import local_name

TITLE = "title"
"""The style for titles."""

NOTES = "Notes"
"""The heading above footnotes and endnotes."""

_KINDS = (
    ("heading", BlockKind.HEADING),
    (TITLE, BlockKind.HEADING),
    ("caption", BlockKind.CAPTION),
    ("list", BlockKind.ITEM),
)
"""What the names of styles begin with, and what kind of block that is."""

_CONTENTS = "toc "
"""What the styles of a table of contents begin with, which repeats the headings."""


class BlockReader:
    """Reads a document; `title` is the first text in the style for titles, "" before it came."""

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self.inline = InlineReader(styles)
        self.title = ""
        self._held = ""  # a paragraph's text whose end was deleted, so that the next one goes on

    def document(
        self, body: etree._Element, notes: Mapping[tuple[str, str], etree._Element]
    ) -> Iterator[TextBlock]:
        """Yield the blocks of a body (`w:body`), then the notes, by kind and id, it refers to."""
        yield from self._read(body)
        if self._held.strip():
            yield paragraph(self._held)
        referred = [notes[key] for key in dict.fromkeys(self.inline.note_ids) if key in notes]
        blocks = list(chain.from_iterable(map(self._read, referred)))
        if blocks:
            yield heading(NOTES)
            yield from blocks

    def _read(self, container: etree._Element) -> Iterator[TextBlock]:
        """Yield the blocks of a body, a cell, a box or a note."""
        for element in container:
            name = local_name(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "AlternateContent":
                yield from self._read(seen_alternative(element))
            elif name == "altChunk":
                self.inline.unreadable["embedded document"] += 1
            elif name not in UNSEEN and not (name == "sdt" and is_placeholder(element)):
                yield from self._read(element)

    def _paragraph(self, element: etree._Element) -> Iterator[TextBlock]:
        text = self._held + self.inline.read(element)
        boxes, self.inline.boxes = self.inline.boxes, []
        self._held = text if _end_is_deleted(element) else ""
        style = self.inline.style(element).name
        if text.strip() and not self._held and not style.startswith(_CONTENTS):
            if style.startswith(TITLE) and not self.title:
                self.title = text
            else:
                kinds = (kind for start, kind in _KINDS if style.startswith(start))
                yield TextBlock(next(kinds, BlockKind.PARAGRAPH), text)
        for box in boxes:
            yield from self._read(box)

    def _table(self, table: etree._Element) -> Iterator[TextBlock]:
        for row in _parts(table, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is None and child(properties, "hidden") is None:
                cells = [
                    list(self._read(cell))
                    for cell in _parts(row, "tc")
                    if child(cell, "tcPr", "cellDel") is None
                ]
                yield from table_blocks(cells)


def _parts(container: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, also those inside content controls."""
    for element in container:
        if local_name(element) == name:
            yield element
        elif local_name(element) not in UNSEEN | {"tbl", "p"}:
            yield from _parts(element, name)


def _end_is_deleted(element: etree._Element) -> bool:
    marks = child(element, "pPr", "rPr")
    return child(marks, "del") is not None or child(marks, "moveFrom") is not None
