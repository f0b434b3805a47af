"""Whose claims they are, in lines: who, office, through whom, how firmly, and the words if asked."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.fitting import fitted_line
from bot.cards.unbroken import DOT
from bot.quoting import harmless
from bot.wording import PROBABLY, content_words, owner, quote_marked
from corpus.claims import Claim

ROOM_FOR_NAME = 100
ROOM_FOR_ROLE = ROOM_FOR_RELAYS = 80
ROOM_FOR_CONTENT = 220
"""About two lines on a phone for who it is, and three for what they said."""


def claim_lines(claims: Sequence[Claim], text: str) -> str:
    """Write claims with their contents; a source with several is named once, above them.

    `text` is what the claims' spans are offsets into.
    """
    by_source: dict[str, list[Claim]] = {}
    for claim in claims:
        by_source.setdefault(owner(claim, text).name, []).append(claim)
    return "\n".join(_lines(name, of_source) for name, of_source in by_source.items())


def claim_line(claim: Claim, text: str) -> str:
    """Write "— **who**, role · via relay · *stance*"."""
    return f"— {_source(claim, text)}{_role(claim)}{relays(claim)}{DOT}{stance(claim)}"


def shortest_claim_line(claim: Claim, text: str) -> str:
    """Write "— **who** · *stance*", for where there is little room."""
    return f"— {_source(claim, text)}{DOT}{stance(claim)}"


def relays(claim: Claim) -> str:
    """Write through whom a claim came, with the dot before it, or nothing."""
    named = fitted_line(", ".join(claim.relays), ROOM_FOR_RELAYS)
    return f"{DOT}via {named}" if named else ""


def stance(claim: Claim) -> str:
    """Write how firmly a claim is made."""
    return f"*{harmless(claim.stance)}*"


def caution_for_all(claims: Sequence[Claim]) -> str:
    """Give "probably " to stand before a name under which no claim surely belongs, or nothing."""
    return "" if any(claim.is_sure for claim in claims) else PROBABLY


def caution_for_one(claim: Claim, claims: Sequence[Claim]) -> str:
    """Give "probably " to stand before a claim less sure than others under the name, or nothing."""
    return "" if claim.is_sure or caution_for_all(claims) else PROBABLY


def _lines(name: str, claims: Sequence[Claim]) -> str:
    role = next(filter(None, map(_role, claims)), "")
    whose = f"— {caution_for_all(claims)}**{fitted_line(name, ROOM_FOR_NAME)}**{role}"
    if len(claims) == 1:
        (claim,) = claims
        return f"{whose}{relays(claim)}{DOT}{stance(claim)}{DOT}{_content(claim)}"
    lines = [
        f"{caution_for_one(claim, claims)}{stance(claim)}{relays(claim)}{DOT}{_content(claim)}"
        for claim in claims
    ]
    return "\n".join([whose, *lines])


def _source(claim: Claim, text: str) -> str:
    who = owner(claim, text)
    return f"{who.caution}**{fitted_line(who.name, ROOM_FOR_NAME)}**"


def _role(claim: Claim) -> str:
    return f", {fitted_line(claim.role, ROOM_FOR_ROLE)}" if claim.role else ""


def _content(claim: Claim) -> str:
    words = content_words(claim)
    opening, closing = quote_marked(words)
    return f"{opening}{fitted_line(words, ROOM_FOR_CONTENT)}{closing}"
