"""Whose claim it is, in a line: who, office, through whom, how firmly, and the words if asked."""

from __future__ import annotations

from bot.cards.fitting import fitted_line
from bot.quoting import harmless
from bot.wording import owner, quote_marked
from corpus.claims import Claim

ROOM_FOR_NAME = 100
ROOM_FOR_DETAILS = 120
ROOM_FOR_CONTENT = 220
"""About two lines on a phone for who it is, and three for what they said."""


def claim_line(claim: Claim, text: str, *, with_content: bool = False) -> str:
    """Write "— **who**, role · via relay · *stance*", and the content where it needs saying.

    `text` is what the claim's spans are offsets into.
    """
    who = owner(claim, text)
    name = fitted_line(who.name, ROOM_FOR_NAME)
    details = fitted_line(who.details, ROOM_FOR_DETAILS)
    space = " " if details.startswith("·") else ""
    line = f"— {who.caution}**{name}**{space}{details} · *{harmless(claim.stance)}*"
    return f"{line} · {content_of(claim)}" if with_content else line


def content_of(claim: Claim) -> str:
    """Write a claim's content in quotation marks, cut where it is long."""
    opening, closing = quote_marked(claim.content)
    return f"{opening}{fitted_line(claim.content, ROOM_FOR_CONTENT)}{closing}"
