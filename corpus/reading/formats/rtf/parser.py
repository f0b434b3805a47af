"""Rich text: every word that is seen, and the facts that the file states.

This is our own code: striprtf, the library there is, shows hidden and deleted text, and leaves out
footnotes, text boxes and what makes a figure raised.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import dataclass, replace

from corpus.reading.draft import BlockKind, Draft, Hints, TextBlock, first_blocks, heading
from corpus.reading.formats.rtf.words import (
    BLOCK_ENDS,
    BOX,
    CODE_PAGES,
    SIGNS,
    UNSEEN,
)
from corpus.reading.runs import Runs
from corpus.reading.unreadable import not_read

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,40})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n\x00]+"
    r"|([^\\{}\r\n\x00]+)",
    re.DOTALL,
)

_KINDS = {"heading": BlockKind.HEADING, "title": BlockKind.HEADING, "caption": BlockKind.CAPTION}
"""What the names of styles begin with, and what kind of block that is."""


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside the open group: `target` is where its text goes."""

    target: str = "body"
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    fallbacks: int = 1  # characters after a Unicode one that stand in for it
    encoding: str = "cp1252"


_OUT = "out"
"""The target of text that nobody sees."""

_SKIPPED = ""
"""The target of text in destinations that a reader may skip; text boxes stand inside such."""

_NAMED = {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "info": "info",
    "footnote": "notes",
    BOX: "box",
}
"""The targets of the destinations that are read."""

_FACTS = frozenset({"author", "title"})

_BLOCKS = {"body": "body", "box": "body", "notes": "notes"}
"""Of which blocks a target's are."""


class _Reader:
    """Reads the tokens of one file."""

    def __init__(self) -> None:
        self.blocks: dict[str, list[TextBlock]] = {"body": [], "notes": []}
        self.facts: dict[str, str] = {}
        self.objects = 0
        self._state = _State()
        self._groups: list[_State] = []
        self._runs: dict[str, Runs] = {}
        self._bytes = b""
        self._to_skip = 0  # characters that stand in for a Unicode one
        self._begins = False  # whether the group has just been opened
        self._style = 0
        self._styles: dict[int, str] = {}
        self._outline = False
        self._in_row = self._is_item = False
        self._font = 0
        self._fonts: dict[int, str] = {}
        self._encoding = "cp1252"

    def read(self, text: str) -> None:
        """Read a whole file, given as Latin-1."""
        position = 0
        while found := _TOKEN.match(text, position):
            position = found.end()
            word, number, byte, symbol, brace, plain = found.groups()
            begins, self._begins = self._begins, False
            if byte and not self._skips(1):
                self._bytes += bytes.fromhex(byte)
            elif brace:
                self._brace(brace)
            elif symbol == "*" and begins:
                if self._state.target != _OUT:
                    self._state = replace(self._state, target=_SKIPPED)
                self._begins = True
            elif word == "bin":
                position += max(0, int(number or 0))
            elif word or symbol:
                self._word(word or symbol, int(number) if number else None, begins=begins)
            elif plain:
                self._flush_bytes()
                skipped = min(self._to_skip, len(plain))
                self._to_skip -= skipped
                self._add(plain[skipped:].encode("latin-1").decode(self._state.encoding, "replace"))
        self._end_block()

    def _skips(self, characters: int) -> bool:
        skips = self._to_skip >= characters
        self._to_skip -= characters * skips
        return skips

    def _brace(self, brace: str) -> None:
        self._flush_bytes()
        self._to_skip = 0
        if brace == "{":
            self._groups.append(self._state)
            self._begins = True
        elif self._groups:
            ended, self._state = self._state.target, self._groups.pop()
            if ended != self._state.target or ended == "styles":
                self._end_target(ended)

    def _word(self, word: str, number: int | None, *, begins: bool) -> None:
        self._flush_bytes()
        if word == "u" and number is not None:
            self._add(chr(number % 0x10000))
            self._to_skip = self._state.fallbacks
        elif word in SIGNS:
            if not self._skips(1):
                self._add(SIGNS[word])
        elif word in BLOCK_ENDS:
            self._end_paragraph()
        elif begins and (word in UNSEEN or word in _NAMED or word in _FACTS):
            self._state = replace(self._state, target=self._target(word))
            self.objects += word == "objdata"
        elif word in _FORMATTING:
            self._format(word, on=number != 0, number=number or 0)
        elif word in {"ansicpg", "f", "fcharset"}:
            self._encode(word, number or 0)
        else:
            self._lay_out(word, number or 0)

    def _target(self, word: str) -> str:
        """Return where the text of a destination that begins goes."""
        around = self._state.target
        if word in _FACTS:
            return word if around == "info" else _OUT
        if around == _OUT or word not in _NAMED:
            return _OUT
        return _NAMED[word]

    def _format(self, word: str, *, on: bool, number: int) -> None:
        state = self._state
        if word == "v":
            state = replace(state, hidden=on)
        elif word == "deleted":
            state = replace(state, deleted=on)
        elif word in {"super", "up"}:
            state = replace(state, raised=on and (word == "super" or number > 0))
        elif word == "plain":
            state = replace(state, hidden=False, deleted=False, raised=False)
        elif word == "uc":
            state = replace(state, fallbacks=number)
        else:
            state = replace(state, raised=False)
        self._state = state

    def _encode(self, word: str, number: int) -> None:
        """Take note of the code page, the document's or a font's."""
        if word == "ansicpg":
            self._encoding = _known(f"cp{number}")
        elif word == "f":
            self._font = number
        elif self._state.target == "fonts" and number in CODE_PAGES:
            self._fonts[self._font] = CODE_PAGES[number]
        encoding = self._fonts.get(self._font, self._encoding)
        self._state = replace(self._state, encoding=encoding)

    def _lay_out(self, word: str, number: int) -> None:
        """Take note of what kind of paragraph the text stands in."""
        if word == "s":
            self._style = number
        elif word == "pard":
            self._style, self._outline, self._in_row, self._is_item = 0, False, False, False
        elif word == "outlinelevel":
            self._outline = number < 9  # noqa: PLR2004 - from nine on it is the body
        elif word == "intbl":
            self._in_row = True
        elif word == "ls":
            self._is_item = number > 0
        elif word in {"cell", "nestcell"}:
            self._add(" | ")
        elif word == "row":
            self._in_row = False
            self._end_block(BlockKind.ITEM)

    def _add(self, text: str) -> None:
        state = self._state
        if text and state.target not in {_OUT, _SKIPPED} and not state.hidden and not state.deleted:
            self._runs.setdefault(state.target, Runs()).add(text, is_raised=state.raised)

    def _flush_bytes(self) -> None:
        sent, self._bytes = self._bytes, b""
        self._add(sent.decode(self._state.encoding, "replace"))

    def _end_paragraph(self) -> None:
        if self._in_row and self._state.target == "body":
            self._add(" ")
        else:
            self._end_block()

    def _end_block(self, kind: BlockKind | None = None) -> None:
        """End the block that is open where text goes now."""
        target = self._state.target
        text = self._take(target).strip(" |")
        if not text or target not in _BLOCKS:
            return
        name = self._styles.get(self._style, "")
        styled = next((kind for start, kind in _KINDS.items() if name.startswith(start)), None)
        outlined = BlockKind.HEADING if self._outline else None
        listed = BlockKind.ITEM if self._is_item else BlockKind.PARAGRAPH
        self.blocks[_BLOCKS[target]].append(TextBlock(kind or styled or outlined or listed, text))

    def _end_target(self, target: str) -> None:
        text = self._take(target).strip(" |;")
        if target == "styles":
            self._styles.setdefault(self._style, text.lower())
            self._style = 0
        elif target in {"author", "title"}:
            self.facts[target] = text
        elif text and target in _BLOCKS:
            self.blocks[_BLOCKS[target]].append(TextBlock(BlockKind.PARAGRAPH, text))

    def _take(self, target: str) -> str:
        """Return what was collected for a target; halves of a sign beyond UTF-16 are joined."""
        text = self._runs[target].take() if target in self._runs else ""
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


_FORMATTING = frozenset({"v", "deleted", "super", "up", "plain", "uc", "nosupersub", "sub", "dn"})


def parse(body: bytes, _hints: Hints) -> Draft:
    """Read rich text; its title is the one it states, or else its first heading."""
    reader = _Reader()
    reader.read(body.decode("latin-1"))
    blocks, notes = reader.blocks["body"], reader.blocks["notes"]
    title = reader.facts.get("title")
    if blocks and blocks[0].kind is BlockKind.HEADING:
        title = blocks.pop(0).text
    return Draft(
        first_blocks([*blocks, heading("Notes"), *notes] if notes else blocks),
        title=title,
        author=reader.facts.get("author"),
        notes=not_read({"embedded object": reader.objects}),
    )


def _known(encoding: str) -> str:
    with suppress(LookupError):
        return codecs.lookup(encoding).name
    return "cp1252"
