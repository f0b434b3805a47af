"""What kind of answer a question asks for: a number, a date, a person, a reason."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """The kind of thing that answers a question."""

    PERCENTAGE = "percentage"
    MONEY = "money"
    DATE = "date"
    NUMBER = "number"
    PLACE = "place"
    PERSON = "person"
    REASON = "reason"
    NAME = "name"
    ANYTHING = "anything"


_WHAT = r"\b(?:what|which)\s+"
_PLACES = (
    "country|countries|city|cities|state|states|place|location|town|village|region|county|district|"
    "continent|island|province|nation|river|area"
)
_PEOPLE = (
    "person|man|woman|people|leader|actor|actress|president|minister|singer|author|artist|player|"
    "king|queen|politician|lawmaker|senator|candidate|official|general|scientist|director|"
    "spokes(?:man|woman|person)|team|company|band|group|agency|organi[sz]ation|university"
)
_TIMES = "year|date|day|month|century|decade|time|season|era|period"
_MEASURES = (
    "number|population|age|amount|size|temperature|distance|speed|score|rate|height|length|total"
)
_DEGREES = "many|much|old|long|far|tall|high|big|large|often|fast|deep|wide|hot|cold|heavy"
_PRICES = "cost|price|paid|pays?|worth|spen[dt]|salary|fined|raised?|earn(?:ed|s)?|revenue|budget"

_ASKED_BY = (
    (
        Kind.PERCENTAGE,
        rf"{_WHAT}(?:percent|share|proportion|fraction)|\bpercentage\b|how many percent",
    ),
    (
        Kind.MONEY,
        rf"\bhow much (?:money\b|.{{0,60}}\b(?:{_PRICES})\b)|{_WHAT}.{{0,60}}\b(?:{_PRICES})\b",
    ),
    (Kind.DATE, rf"\bwhen\b|{_WHAT}(?:\w+ )?(?:{_TIMES})s?\b|how long ago"),
    (
        Kind.NUMBER,
        rf"\bhow (?:{_DEGREES})\b|{_WHAT}(?:(?:is|was|are|were) the )?(?:\w+ )?(?:{_MEASURES})\b",
    ),
    (Kind.PLACE, rf"\bwhere\b|{_WHAT}(?:\w+ )?(?:{_PLACES})\b"),
    (Kind.PERSON, rf"\bwho(?:m|se)?\b|{_WHAT}(?:[\w-]+ ){{0,3}}(?:{_PEOPLE})s?\b"),
    (Kind.REASON, rf"\bwhy\b|how come|{_WHAT}(?:\w+ ){{0,3}}(?:reason|cause|purpose)|what caused"),
    (Kind.NAME, r"\bwhich\b|\bnames?\b|\bwhat .{0,30}\b(?:called|named)\b"),
)
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _ASKED_BY)
_COUNTED = re.compile(
    r"\b(?:how (?:many|much)|what (?:number|percentage) of)\s+(?:of\s+(?:the\s+)?)?(\w+)"
)

LONGEST_LOOKED_AT = 400
"""Characters of one asking sentence that are looked at; a real question is shorter."""


def kind_of(asking: str) -> Kind:
    """Tell what kind of answer one sentence asks for; the first pattern that fits decides.

    "how much did it cost" is money rather than a number, "which year" a date rather than a name.
    """
    asking = asking[:LONGEST_LOOKED_AT].lower()
    return next((kind for kind, pattern in _PATTERNS if pattern.search(asking)), Kind.ANYTHING)


def counted_in(asking: str) -> str | None:
    """Return the word for what is counted: "troops" in "how many troops are in Kursk"."""
    match = _COUNTED.search(asking[:LONGEST_LOOKED_AT].lower())
    return match.group(1) if match else None
