"""How the figures of two statements stand to one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from math import inf, log

from corpus.answering.reader import Reading
from corpus.contradictions.quantities import YEAR, Quantity, quantities
from corpus.contradictions.statement import Statement

BEFORE_ANSWER = 12
"""Characters before the words that answer in which their figure may begin: "some 3,000 | people"."""

GREATEST = 1e12
LEAST = 1e-3
"""Figures are taken for these where they are more or less, so that their logarithms can be compared."""


class Units(Enum):
    """How what two quantities count stands to one another, the most alike first."""

    SAME = "same"
    THINGS = "both count things"
    BARE = "one is bare"
    OTHER = "other"


def units(a: Quantity, b: Quantity) -> Units:
    """Tell how what two quantities count stands to one another."""
    if a.unit != b.unit and a.counted and b.counted:
        return Units.OTHER
    if YEAR in (a.unit, b.unit) and a.unit != b.unit:
        return Units.OTHER
    if not a.counted or not b.counted:
        return Units.BARE
    return Units.SAME if a.unit or set(a.counted) & set(b.counted) else Units.THINGS


@dataclass(frozen=True, slots=True)
class Figures:
    """Whether figures of two texts differ that count the same, or may count it, and whether some agree.

    `differ_somewhat` tells whether such differ as two sources' figures of one thing do, at most
    MOST_TIMES; `times` is the logarithm of how many times the one is the other, of the nearest two.
    Years are left out.
    """

    differ: bool
    may_differ: bool
    differ_somewhat: bool
    agree: bool
    times: float

    @classmethod
    def of(cls, mine: Sequence[Quantity], others: Sequence[Quantity]) -> Figures:
        """Compare all of the one with all of the other."""
        pairs = [(a, b, units(a, b)) for a in mine for b in others if YEAR not in (a.unit, b.unit)]
        alike = [(a, b, how) for a, b, how in pairs if how is not Units.OTHER]
        agree = any(a.agrees_with(b) for a, b, how in alike if how is not Units.THINGS)
        differing = [] if agree else [each for each in alike if not each[0].agrees_with(each[1])]
        return cls(
            differ=any(how is Units.SAME for _, _, how in differing),
            may_differ=bool(differing),
            differ_somewhat=any(a.is_like(b) for a, b, _ in differing),
            agree=agree,
            times=min((abs(_size(a) - _size(b)) for a, b, _ in alike), default=0.0),
        )


def _size(quantity: Quantity) -> float:
    number = quantity.least if quantity.most == inf else quantity.most
    return log(min(max(number, LEAST), GREATEST))


def years_differ(mine: Sequence[Quantity], others: Sequence[Quantity]) -> bool:
    """Tell whether both name years, and none of them is the same."""
    dated = [(a, b) for a in mine for b in others if a.unit == b.unit == YEAR]
    return bool(dated) and not any(a.agrees_with(b) for a, b in dated)


def answering(statement: Statement, reading: Reading) -> list[Quantity]:
    """Return the quantities in a statement's sentence that the reader takes for the answer."""
    if not reading.words:
        return []
    start, end = reading.words
    found = quantities(statement.sentence)
    return [each for each in found if start - BEFORE_ANSWER <= each.start < end]
