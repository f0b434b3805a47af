"""OpenDocument texts: every word that is seen, and the facts that the document states.

Tracked deletions, comments, hidden text and the marks of notes are out; the notes stand at the end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from corpus.errors import ReadingError
from corpus.reading.draft import BlockKind, Draft, Hints, TextBlock, first_blocks, heading
from corpus.reading.office import attribute
from corpus.reading.runs import Runs
from corpus.reading.tables import table_blocks
from corpus.reading.unreadable import not_read
from corpus.reading.zipped import LOCKED, local_name, open_zip, parse_xml

_CONTENT = "content.xml"

_UNSEEN_ELEMENTS = (
    "tracked-changes annotation annotation-end ruby-text hidden-text hidden-paragraph forms "
    "table-of-content alphabetical-index illustration-index table-index object-index user-index "
    "bibliography sequence-decls variable-decls user-field-decls desc title note-citation "
    "script covered-table-cell bookmark-start reference-mark-start"
)
_UNSEEN = frozenset(_UNSEEN_ELEMENTS.split())

_SIGNS = {"tab": " ", "line-break": "\n"}

_RAISED = re.compile(r"super|[1-9]\d*%")
"""A text position above the line: by name, or by how much of the line's height."""

_SPACE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str | None
    hidden: bool | None
    raised: bool | None


def parse(body: bytes, _hints: Hints) -> Draft:
    """Read an OpenDocument text; raise ReadingError for one that is locked."""
    with open_zip(body) as archive:
        names = set(archive.namelist())
        manifest = "META-INF/manifest.xml"
        if manifest in names and b"encryption-data" in archive.read(manifest):
            raise ReadingError(LOCKED)
        roots = {
            name: parse_xml(archive.read(name))
            for name in (_CONTENT, "styles.xml", "meta.xml")
            if name in names
        }
    reader = _Reader(
        {
            style.name: style
            for root in roots.values()
            for style in map(_style, root.iter("{*}style"))
        }
    )
    blocks = first_blocks(reader.document(roots[_CONTENT]))
    title = reader.title
    if not title and blocks and blocks[0].kind is BlockKind.HEADING:
        title, blocks = blocks[0].text, blocks[1:]
    facts = {
        local_name(element): (element.text or "").strip()
        for element in (roots["meta.xml"].iter() if "meta.xml" in roots else ())
    }
    return Draft(
        blocks,
        title=title or facts.get("title") or None,
        author=facts.get("initial-creator") or facts.get("creator") or None,
        language=facts.get("language") or None,
        notes=not_read(reader.unreadable),
    )


def _style(element: etree._Element) -> _Style:
    hidden = raised = None
    for properties in element:
        display = attribute(properties, "display")
        position = attribute(properties, "text-position")
        if local_name(properties) == "text-properties":
            hidden = hidden if display is None else display == "none"
            raised = raised if position is None else _RAISED.match(position) is not None
    return _Style(
        attribute(element, "name") or "", attribute(element, "parent-style-name"), hidden, raised
    )


class _Reader:
    """Reads a document; `title` is the first text in the style for titles."""

    def __init__(self, styles: dict[str, _Style]) -> None:
        self._styles = styles
        self._runs = Runs()
        self._boxes: list[etree._Element] = []
        self._notes: list[etree._Element] = []
        self.title = ""
        self.unreadable: Counter[str] = Counter()

    def document(self, root: etree._Element) -> Iterator[TextBlock]:
        """Yield the blocks of a document, then its notes."""
        for text in root.iter("{*}body"):
            yield from self._blocks(text, BlockKind.PARAGRAPH)
        for position, note in enumerate(self._notes):
            if not position:
                yield heading("Notes")
            yield from self._blocks(note, BlockKind.PARAGRAPH)

    def _blocks(self, container: etree._Element, kind: BlockKind) -> Iterator[TextBlock]:
        for element in container:
            name = local_name(element)
            if name in _UNSEEN or attribute(element, "display") == "none":
                continue
            if name in {"p", "h"}:
                yield from self._paragraph(element, BlockKind.HEADING if name == "h" else kind)
            elif name == "table-row":
                if attribute(element, "visibility") is None:
                    cells = [list(self._blocks(cell, kind)) for cell in element]
                    yield from table_blocks(cells)
            else:
                yield from self._blocks(element, BlockKind.ITEM if name == "list" else kind)

    def _paragraph(self, element: etree._Element, kind: BlockKind) -> Iterator[TextBlock]:
        self._inline(element, hidden=False, raised=False)
        text = self._runs.take()
        boxes, self._boxes = self._boxes, []
        styles = [style.name.replace("_20_", " ").lower() for style in self._ancestors(element)]
        if "title" in styles and not self.title:
            self.title = text
        elif text.strip():
            if "caption" in styles:
                kind = BlockKind.CAPTION
            elif "title" in styles or "subtitle" in styles:
                kind = BlockKind.HEADING
            yield TextBlock(kind, text)
        for box in boxes:
            yield from self._blocks(box, BlockKind.PARAGRAPH)

    def _ancestors(self, element: etree._Element) -> Iterator[_Style]:
        """Yield an element's style and those that it is based on."""
        name = attribute(element, "style-name")
        for _ in range(len(self._styles)):
            style = self._styles.get(name or "")
            if style is None:
                return
            yield style
            name = style.parent

    def _inline(self, element: etree._Element, *, hidden: bool, raised: bool) -> None:
        styles = list(self._ancestors(element))
        hidden = next((style.hidden for style in styles if style.hidden is not None), hidden)
        raised = next((style.raised for style in styles if style.raised is not None), raised)
        self._add(element.text, hidden=hidden, raised=raised)
        for part in element:
            name = local_name(part)
            if name == "s":
                self._runs.add(" ")
            elif name in _SIGNS:
                self._runs.add(_SIGNS[name])
            elif name == "note":
                self._notes.extend(part.iter("{*}note-body"))
            elif name == "text-box":
                self._boxes.append(part)
            elif name == "object":
                self.unreadable["embedded object"] += 1
            elif name not in _UNSEEN:
                self._inline(part, hidden=hidden, raised=raised)
            self._add(part.tail, hidden=hidden, raised=raised)

    def _add(self, text: str | None, *, hidden: bool, raised: bool) -> None:
        if text and not hidden:
            self._runs.add(_SPACE.sub(" ", text), is_raised=raised)
