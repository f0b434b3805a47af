"""English words of ours in what somebody reads in another language."""

from __future__ import annotations

from string import Formatter

from babel.messages import Catalog
from babel.messages.pofile import read_po

from tests.bot.locales.messages import ROOT

LEAST = 9
"""Characters of a piece of a text by which it is known."""


def english_in(shown: str, language: str = "de") -> list[str]:
    """List the texts of ours that stand in English in what is shown.

    They are known by their longest piece without values; a single word, by its line.
    """
    with (ROOT / "bot" / "locales" / f"{language}.po").open("rb") as file:
        catalogue: Catalog = read_po(file)
    lines = set(shown.splitlines())
    return [
        piece
        for message in catalogue
        if message.id and message.id != message.string and not message.context
        if (piece := _piece(message.id)) and piece in (shown if " " in piece else lines)
    ]


def _piece(text: object) -> str:
    """Return the longest piece of a text that is long enough; a word alone is the whole text."""
    first = text[-1] if isinstance(text, (list, tuple)) else text
    pieces = (written.strip() for written, *_ in Formatter().parse(str(first)))
    longest = max(pieces, key=len, default="")
    if longest == first and " " not in longest:
        return longest
    return longest if len(longest) >= LEAST and " " in longest else ""
