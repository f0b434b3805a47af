"""The words of one paragraph of a Word document, as they are seen.

Whatever is not known to be unseen is read, whichever elements it stands in: tracked insertions,
content controls, smart tags, links, simple fields. Out are tracked deletions, hidden text, the
instructions of fields, phonetic guides and footnotes' marks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import ClassVar

from lxml import etree

from corpus.reading.formats.docx.styles import Look, Style, look_of
from corpus.reading.office import attribute, child
from corpus.reading.runs import Runs
from corpus.reading.zipped import local_name

_UNSEEN_ELEMENTS = (
    "del moveFrom delText delInstrText instrText pPr rPr sdtPr sdtEndPr rt sectPr tblPr tblGrid "
    "trPr tcPr annotationRef docPr cNvGraphicFramePr"
)
UNSEEN = frozenset(_UNSEEN_ELEMENTS.split())
"""Elements whose text nobody sees, or that describe others."""

_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}

_UNREADABLE = {
    "chart": "chart",
    "relIds": "diagram",
    "object": "embedded object",
    "contentPart": "drawing by hand",
    "altChunk": "embedded document",
}
"""Elements that hold words in a form that is not read, and what people call them."""


class InlineReader:
    """Reads paragraphs one after the other; fields, notes and boxes may go on beyond one.

    `boxes` are the text boxes (`w:txbxContent`) anchored in what was read, `note_ids` the notes
    that it refers to ("footnote" or "endnote", and the id), `unreadable` what could not be read.
    """

    def __init__(self, styles: Mapping[str, Style]) -> None:
        self._styles = styles
        self._fields: list[bool] = []  # by open field, whether its instruction is being read
        self._runs = Runs()
        self.boxes: list[etree._Element] = []
        self.note_ids: list[tuple[str, str]] = []
        self.unreadable: Counter[str] = Counter()

    def read(self, paragraph: etree._Element) -> str:
        """Return the words of a paragraph (`w:p`)."""
        self._children(paragraph, self.style(paragraph).look)
        self._fields = [field for field in self._fields if not field]  # none goes on for ever
        return self._runs.take()

    def style(self, paragraph: etree._Element) -> Style:
        """Return a paragraph's style."""
        name = attribute(child(paragraph, "pPr", "pStyle"), "val")
        return self._styles.get(name or "", Style())

    def _children(self, parent: etree._Element, look: Look) -> None:
        for element in parent:
            name = local_name(element)
            if name not in UNSEEN:
                self._HANDLERS.get(name, InlineReader._children)(self, element, look)

    def _run(self, run: etree._Element, look: Look) -> None:
        properties = child(run, "rPr")
        own = self._styles.get(attribute(child(properties, "rStyle"), "val") or "", Style())
        look = look_of(properties).over(own.look).over(look)
        if not look.hidden:
            self._children(run, look)

    def _text(self, element: etree._Element, look: Look) -> None:
        self._add(element.text or "", look)

    def _sign(self, element: etree._Element, look: Look) -> None:
        self._add(_SIGNS[local_name(element)], look)

    def _symbol(self, element: etree._Element, look: Look) -> None:
        code = int(attribute(element, "char") or "0", 16)
        if 0xE000 <= code <= 0xF8FF:  # noqa: PLR2004 - the private use area: a font's own signs
            self.unreadable["symbol"] += 1
        else:
            self._add(chr(code), look)

    def _add(self, text: str, look: Look) -> None:
        if not any(self._fields):
            self._runs.add(text, is_raised=bool(look.raised))

    def _field_mark(self, element: etree._Element, _look: Look) -> None:
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields:
            self._fields.pop()

    def _control(self, control: etree._Element, look: Look) -> None:
        if not is_placeholder(control):
            self._children(control, look)

    def _alternatives(self, element: etree._Element, look: Look) -> None:
        self._children(seen_alternative(element), look)

    def _raised_math(self, element: etree._Element, look: Look) -> None:
        for part in element:
            power = local_name(part) == "sup"
            self._children(part, Look(look.hidden, power or look.raised))

    def _fraction(self, element: etree._Element, look: Look) -> None:
        for part in element:
            if local_name(part) == "den":
                self._add("/", look)
            self._children(part, look)

    def _box(self, element: etree._Element, _look: Look) -> None:
        self.boxes.append(element)

    def _note(self, element: etree._Element, _look: Look) -> None:
        kind = local_name(element).removesuffix("Reference")
        self.note_ids.append((kind, attribute(element, "id") or ""))

    def _count(self, element: etree._Element, _look: Look) -> None:
        self.unreadable[_UNREADABLE[local_name(element)]] += 1

    _HANDLERS: ClassVar[dict[str, Callable[[InlineReader, etree._Element, Look], None]]] = {
        "r": _run,
        "t": _text,
        "sym": _symbol,
        "fldChar": _field_mark,
        "sdt": _control,
        "AlternateContent": _alternatives,
        "sSup": _raised_math,
        "f": _fraction,
        "txbxContent": _box,
        "footnoteReference": _note,
        "endnoteReference": _note,
        **dict.fromkeys(_SIGNS, _sign),
        **dict.fromkeys(_UNREADABLE, _count),
    }


def is_placeholder(control: etree._Element) -> bool:
    """Tell a content control that nobody has filled in: "Click here to enter text"."""
    return child(control, "sdtPr", "showingPlcHdr") is not None


def seen_alternative(element: etree._Element) -> etree._Element:
    """Return the one of several forms (`mc:AlternateContent`) that Word itself shows."""
    choice = child(element, "Choice")
    return element if choice is None else choice
