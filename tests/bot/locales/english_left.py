"""English words of ours in what somebody reads in another language."""

from __future__ import annotations

from string import Formatter

from babel.messages import Catalog
from babel.messages.pofile import read_po

from tests.bot.locales.messages import ROOT

LEAST = 9
"""Characters of a piece of a text by which it is known."""


def english_in(shown: str, language: str = "de") -> list[str]:
    """List the texts of ours whose longest piece stands in English in what is shown."""
    with (ROOT / "bot" / "locales" / f"{language}.po").open("rb") as file:
        catalogue: Catalog = read_po(file)
    return [piece for message in catalogue if (piece := _piece(message.id)) and piece in shown]


def _piece(text: object) -> str:
    """Return the longest piece of a text that has two words and no values, or nothing."""
    first = text[-1] if isinstance(text, (list, tuple)) else text
    pieces = (written.strip() for written, *_ in Formatter().parse(str(first)))
    longest = max(pieces, key=len, default="")
    return longest if len(longest) >= LEAST and " " in longest else ""
