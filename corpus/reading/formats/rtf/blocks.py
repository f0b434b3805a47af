"""The blocks of rich text: what text was collected for each target, and in which paragraphs."""

from __future__ import annotations

from corpus.reading.draft import BlockKind, TextBlock
from corpus.reading.formats.rtf.state import BODY, BOX, NOTES, STYLES, State
from corpus.reading.runs import Runs

_KINDS = {"heading": BlockKind.HEADING, "title": BlockKind.HEADING, "caption": BlockKind.CAPTION}
"""What the names of styles begin with, and what kind of block that is."""

_BODY_LEVEL = 9
"""The outline level from which a paragraph is no heading."""


class Blocks:
    """Collects text; `body` and `notes` are the blocks, `facts` what the file says of itself."""

    def __init__(self) -> None:
        self.body: list[TextBlock] = []
        self.notes: list[TextBlock] = []
        self.facts: dict[str, str] = {}
        self._lists = {BODY: self.body, BOX: self.body, NOTES: self.notes}
        self._runs: dict[str, Runs] = {}
        self._style = 0
        self._styles: dict[int, str] = {}
        self._outlined = self._in_row = self._is_item = False

    def add(self, text: str, state: State) -> None:
        """Add text, unless it is not seen."""
        if text and state.is_seen:
            self._runs.setdefault(state.target, Runs()).add(text, is_raised=state.raised)

    def lay_out(self, word: str, number: int, state: State) -> None:
        """Take note of what kind of paragraph the text stands in; pass other words over."""
        if word == "s":
            self._style = number
        elif word == "pard":
            self._style, self._outlined, self._in_row, self._is_item = 0, False, False, False
        elif word == "outlinelevel":
            self._outlined = number < _BODY_LEVEL
        elif word == "intbl":
            self._in_row = True
        elif word == "ls":
            self._is_item = number > 0
        elif word in {"cell", "nestcell"}:
            self.add(" | ", state)
        elif word == "row":
            self._in_row = False
            self.end_block(state.target, BlockKind.ITEM)

    def end_paragraph(self, state: State) -> None:
        """End a paragraph; those in a cell of a table are one."""
        if self._in_row and state.target == BODY:
            self.add(" ", state)
        else:
            self.end_block(state.target)

    def end_block(self, target: str, kind: BlockKind | None = None) -> None:
        """End the block that is open for a target."""
        text = self._take(target)
        if text and target in self._lists:
            self._lists[target].append(TextBlock(kind or self._kind(), text))

    def end_target(self, target: str) -> None:
        """Take what is left of a target whose group has ended."""
        if target in self._lists:
            self.end_block(target, BlockKind.PARAGRAPH)
        elif target == STYLES:
            self._styles.setdefault(self._style, self._take(target).strip(" ;").lower())
            self._style = 0
        else:
            self.facts[target] = self._take(target)

    def _kind(self) -> BlockKind:
        name = self._styles.get(self._style, "")
        styled = next((kind for start, kind in _KINDS.items() if name.startswith(start)), None)
        outlined = BlockKind.HEADING if self._outlined else None
        return styled or outlined or (BlockKind.ITEM if self._is_item else BlockKind.PARAGRAPH)

    def _take(self, target: str) -> str:
        """Return what was collected for a target; halves of a sign beyond UTF-16 are joined."""
        text = self._runs[target].take() if target in self._runs else ""
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip(" |")
