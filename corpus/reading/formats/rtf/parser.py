"""Rich text: every word that is seen, and the facts that the file states.

This is our own code: striprtf, the library there is, shows hidden and deleted text, and leaves out
footnotes, text boxes and what makes a figure raised.
"""

from __future__ import annotations

import codecs
import re
from contextlib import suppress
from dataclasses import replace

from corpus.reading.draft import BlockKind, Draft, Hints, first_blocks, heading
from corpus.reading.formats.rtf.blocks import Blocks
from corpus.reading.formats.rtf.state import (
    BOX,
    FONTS,
    FORMATTING,
    INFO,
    NOTES,
    OUT,
    SKIPPED,
    STYLES,
    State,
)
from corpus.reading.formats.rtf.words import BLOCK_ENDS, CODE_PAGES, SIGNS, UNSEEN
from corpus.reading.unreadable import not_read

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,40})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n\x00]+"
    r"|([^\\{}\r\n\x00]+)",
    re.DOTALL,
)

_TARGETS = {
    "fonttbl": FONTS,
    "stylesheet": STYLES,
    "info": INFO,
    "footnote": NOTES,
    "shptxt": BOX,
}
"""Where the text of the destinations that are read goes."""

_FACTS = frozenset({"author", "title"})


def parse(body: bytes, _hints: Hints) -> Draft:
    """Read rich text; its title is its first heading, or else the one that it states."""
    reader = _Reader()
    reader.read(body.decode("latin-1"))
    read = reader.blocks
    title = read.facts.get("title")
    if read.body and read.body[0].kind is BlockKind.HEADING:
        title = read.body.pop(0).text
    return Draft(
        first_blocks([*read.body, *([heading("Notes"), *read.notes] if read.notes else [])]),
        title=title or None,
        author=read.facts.get("author") or None,
        notes=not_read({"embedded object": reader.objects}),
    )


class _Reader:
    """Reads the tokens of one file; `objects` is how many it holds that are not read."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self.objects = 0
        self._state = State()
        self._groups: list[State] = []
        self._bytes = b""
        self._to_skip = 0  # characters that stand in for a Unicode one
        self._begins = False  # whether the group has just been opened
        self._font = 0
        self._fonts: dict[int, str] = {}
        self._encoding = self._state.encoding

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
                if self._state.target != OUT:
                    self._state = replace(self._state, target=SKIPPED)
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
        self._flush_bytes()
        self.blocks.end_block(self._state.target)

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
            if ended != self._state.target or ended == STYLES:
                self.blocks.end_target(ended)

    def _word(self, word: str, number: int | None, *, begins: bool) -> None:
        self._flush_bytes()
        if word == "u" and number is not None:
            self._add(chr(number % 0x10000))
            self._to_skip = self._state.fallbacks
        elif word in SIGNS:
            if not self._skips(1):
                self._add(SIGNS[word])
        elif word in BLOCK_ENDS:
            self.blocks.end_paragraph(self._state)
        elif begins and (word in UNSEEN or word in _TARGETS or word in _FACTS):
            self._state = replace(self._state, target=self._target(word))
            self.objects += word == "objdata"
        elif word in FORMATTING:
            self._state = self._state.formatted(word, number)
        elif word in {"ansicpg", "f", "fcharset"}:
            self._encode(word, number or 0)
        else:
            self.blocks.lay_out(word, number or 0, self._state)

    def _target(self, word: str) -> str:
        """Return where the text of a destination that begins goes."""
        around = self._state.target
        if word in _FACTS:
            return word if around == INFO else OUT
        return OUT if around == OUT else _TARGETS.get(word, OUT)

    def _encode(self, word: str, number: int) -> None:
        """Take note of the code page, the document's or a font's."""
        if word == "ansicpg":
            self._encoding = _known(f"cp{number}")
        elif word == "f":
            self._font = number
        elif self._state.target == FONTS and number in CODE_PAGES:
            self._fonts[self._font] = CODE_PAGES[number]
        encoding = self._fonts.get(self._font, self._encoding)
        self._state = replace(self._state, encoding=encoding)

    def _add(self, text: str) -> None:
        self.blocks.add(text, self._state)

    def _flush_bytes(self) -> None:
        sent, self._bytes = self._bytes, b""
        self._add(sent.decode(self._state.encoding, "replace"))


def _known(encoding: str) -> str:
    with suppress(LookupError):
        return codecs.lookup(encoding).name
    return "cp1252"
