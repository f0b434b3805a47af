"""What is measured of two statements to tell whether one is against the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import product
from math import log

from corpus.contradictions.quantities import YEAR, Quantity, quantities
from corpus.contradictions.similarity import far_from
from corpus.contradictions.statement import Statement, said_in
from corpus.languages.english.meanings import OPPOSITES
from corpus.stance import Stance

NEAR = 3
"""Paragraphs within which an answer to what was said stands, mostly."""

MOST_NEW = 6
"""New terms that are counted at most."""

_ACCUSING = said_in("accuse allege blame sue fine charge complain")

_COUNTING = said_in(
    "number figure toll count counted estimate total sum record recorded report reckon calculate "
    "measure measured list put value estimates estimated counts people person"
)
"""Words that say no more than that there is a figure."""

_ASKS_FIGURE = re.compile(
    r"\bhow (?:many|much|long|old|high|tall|far|big|large|fast|deep|well|often|heavy)\b|"
    r"\b(?:share|percent\w*|number|toll|price|cost|worth|when|year)\b",
    re.IGNORECASE,
)


_ASKS_WHEN = re.compile(r"\b(?:when|what (?:year|date|day|time))\b|\bhow old\b", re.IGNORECASE)


class Units(Enum):
    """How what two quantities count stands to one another."""

    SAME = "same"
    THINGS = "both count things"
    BARE = "one is bare"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Topic:
    """What is asked, and how often each term stands among the statements that are compared."""

    asked: frozenset[str]
    asks_figure: bool
    asks_when: bool
    frequencies: Mapping[str, int]
    statements: int

    @classmethod
    def of(cls, question: str, statements: Sequence[Statement]) -> Topic:
        """Weigh terms by how few of the statements hold them."""
        counts = Counter(term for each in statements for term in each.terms)
        return cls(
            asked=said_in(question),
            asks_figure=bool(_ASKS_FIGURE.search(question) or quantities(question)),
            asks_when=bool(_ASKS_WHEN.search(question)),
            frequencies=counts,
            statements=len(statements),
        )

    def share(self, part: frozenset[str], whole: frozenset[str]) -> float:
        """Return how much of `whole` is in `part` too, from 0 to 1; 0 where there is nothing."""
        return self._weight(part & whole) / self._weight(whole) if whole else 0.0

    def _weight(self, terms: Iterable[str]) -> float:
        return sum(log(1 + (self.statements + 1) / (1 + self.frequencies.get(t, 0))) for t in terms)


def measure(
    shown: Statement, other: Statement, topic: Topic, *, read: float, is_meant: bool
) -> dict[str, float]:
    """Measure how `other` stands to `shown`; in one article, the later to the earlier one.

    `read` is how sure the reader is that its paragraph answers the question, from 0 to 1;
    `is_meant` tells whether one of the two only points back at the other.
    """
    if shown.place[0] == other.place[0] and other.place < shown.place:
        shown, other = other, shown
    figures = _figures(shown, other) if topic.asks_figure else None
    known = shown.terms | topic.asked | shown.source | other.source
    new = far_from(other.says - known - _COUNTING, known)
    left = [t for t in shown.says - other.terms - other.source if t in topic.asked]
    apart = abs(shown.place[1] - other.place[1])
    same_article = shown.place[0] == other.place[0]
    new_names = other.names - shown.terms - shown.source - topic.asked
    lost_names = shown.names - other.terms - other.source
    accuses = bool(shown.claim and shown.claim.stance is Stance.ACCUSES)
    against = shown.is_against != other.is_against
    return {
        "same units": float(figures is Units.SAME),
        "things": float(figures is Units.THINGS),
        "bare": float(figures is Units.BARE),
        "against": float(against),
        "denies": float(other.is_denied != shown.is_denied),
        "negates": float(other.negates and not shown.negates),
        "opposed": float(is_opposed(shown, other)),
        "points back": float(other.points_back),
        "denies it": float(is_meant and other.is_denied != shown.is_denied),
        "figure of it": float(is_meant and bool(shown.quantities and other.quantities)),
        "accused speaks": float(bool(other.source & shown.terms)),
        "accuses": float(accuses or bool(_ACCUSING & shown.terms)),
        "answers source": float(bool(shown.source & other.terms)),
        "own voice": float(other.claim is None or shown.claim is None),
        "nobody's": float(_are_nobodys(shown, other)),
        "new names": float(bool(new_names)),
        "names differ": float(bool(new_names and lost_names)),
        "another": float(is_another(shown, other)),
        "each of its own": float(shown.is_of_speaker and other.is_of_speaker),
        "dates differ": float(_are_of_other_dates(shown, other) and not topic.asks_when),
        "other time": float(bool(other.others - shown.others - topic.asked)),
        "new": min(len(new), MOST_NEW) / MOST_NEW,
        "left": min(len(left), MOST_NEW) / MOST_NEW,
        "covered": topic.share(other.terms, shown.terms),
        "covers": topic.share(shown.terms | topic.asked, other.says),
        "asked": topic.share(other.terms | other.source, topic.asked),
        "read": read,
        "other article": float(not same_article),
        "same paragraph": float(same_article and apart == 0),
        "next paragraph": float(same_article and apart == 1),
        "near": float(same_article and 1 < apart <= NEAR),
    }


def _are_nobodys(one: Statement, other: Statement) -> bool:
    """Tell whether the article makes both, or a claim has no known source."""
    claims = [each.claim for each in (one, other) if each.claim]
    return not claims or any(claim.source is None for claim in claims)


def is_opposed(one: Statement, other: Statement) -> bool:
    """Tell whether one has a word, and the other its opposite."""
    pairs = product(one.says - other.says, other.says - one.says)
    return any(frozenset(pair) in OPPOSITES for pair in pairs)


def _are_of_other_dates(one: Statement, other: Statement) -> bool:
    return bool(one.dates and other.dates) and one.dates.isdisjoint(other.dates)


def is_another(one: Statement, other: Statement) -> bool:
    """Tell whether a thing that both name is another one in each: the old bridge, the new bridge."""
    for term in one.which.keys() & other.which.keys():
        mine, others = one.which[term] - other.terms, other.which[term] - one.terms
        if mine and others and not (one.which[term] & other.which[term]):
            return True
    return False


def _figures(one: Statement, other: Statement) -> Units | None:
    """Tell what the figures count that differ, the most alike; None where none do or some agree."""
    found = None
    for a, b in product(one.quantities, other.quantities):
        alike = units(a, b)
        if alike is Units.OTHER:
            continue
        if a.agrees_with(b) and alike is not Units.THINGS:
            return None
        order = list(Units)
        if not a.agrees_with(b) and a.is_like(b) and (found is None or order.index(alike) < order.index(found)):
            found = alike
    return found


def units(a: Quantity, b: Quantity) -> Units:
    """Tell how what two quantities count stands to one another."""
    if a.unit != b.unit and a.counted and b.counted:
        return Units.OTHER
    if YEAR in (a.unit, b.unit) and a.unit != b.unit:
        return Units.OTHER
    if not a.counted or not b.counted:
        return Units.BARE
    return Units.SAME if a.unit or set(a.counted) & set(b.counted) else Units.THINGS
