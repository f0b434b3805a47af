"""What holds inside a group of rich text, until its closing brace."""

from __future__ import annotations

from dataclasses import dataclass, replace

OUT = "out"
"""The target of text that nobody sees."""

SKIPPED = ""
"""The target of text in destinations that a reader may skip; text boxes stand inside such."""

BODY, NOTES, BOX, STYLES, FONTS, INFO = "body", "notes", "box", "styles", "fonts", "info"
"""The other targets; besides them each fact about the file is one."""

FORMATTING = frozenset({"v", "deleted", "super", "up", "plain", "uc", "nosupersub", "sub", "dn"})
"""The control words that `State.formatted` knows."""


@dataclass(frozen=True, slots=True)
class State:
    """Where the text of a group goes (`target`), in which encoding it is, and how it looks.

    `fallbacks` is how many characters after a Unicode one stand in for it.
    """

    target: str = BODY
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    fallbacks: int = 1
    encoding: str = "cp1252"

    @property
    def is_seen(self) -> bool:
        """Whether text is kept at all."""
        return self.target not in {OUT, SKIPPED} and not self.hidden and not self.deleted

    def formatted(self, word: str, number: int | None) -> State:
        """Return the state after a control word of formatting; without a number it is on."""
        on = number != 0
        if word == "v":
            return replace(self, hidden=on)
        if word == "deleted":
            return replace(self, deleted=on)
        if word == "plain":
            return replace(self, hidden=False, deleted=False, raised=False)
        if word == "uc":
            return replace(self, fallbacks=number or 0)
        return replace(self, raised=(word == "super" and on) or (word == "up" and bool(number)))
