"""What of a question matters for who may dispute its answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.answering.kinds import Kind, kind_of
from corpus.answering.pasted import begins_with_verb
from corpus.contradictions.quantities import YEAR, quantities
from corpus.contradictions.statement import said_in

_ASKS_FIGURE = re.compile(
    r"\bhow (?:many|much|long|old|high|tall|far|big|large|fast|deep|well|often|heavy)\b|"
    r"\b(?:share|percent\w*|number|toll|price|cost|worth|when|year)\b",
    re.IGNORECASE,
)
_ASKS_WHEN = re.compile(r"\b(?:when|what (?:year|date|day|time))\b|\bhow old\b", re.IGNORECASE)
_ASKS_WORDS = re.compile(
    r"\bwhat (?:did|does|do|has|have|had) .{0,80}\b(?:say|said|think|thought|believe|write|written|complain|"
    r"praise|call|demand|tell|told)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for, and its telling terms by their meaning."""

    terms: frozenset[str]
    kind: Kind
    is_for_figure: bool
    is_for_date: bool
    is_for_words: bool
    is_yes_or_no: bool

    @classmethod
    def of(cls, question: str) -> Asked:
        """Read a question, or a statement that is to be checked."""
        return cls(
            terms=said_in(question),
            kind=kind_of(question),
            is_for_figure=bool(_ASKS_FIGURE.search(question))
            or any(q.unit != YEAR for q in quantities(question)),
            is_for_date=bool(_ASKS_WHEN.search(question)),
            is_for_words=bool(_ASKS_WORDS.search(question)),
            is_yes_or_no=begins_with_verb(question),
        )
