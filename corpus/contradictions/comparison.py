"""Why one statement is against another of the same thing, if it is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import product

from corpus.contradictions.asked import Asked
from corpus.contradictions.figures import Units, units
from corpus.contradictions.pointing import is_meant, is_named, is_unnoticed
from corpus.contradictions.similarity import far_from
from corpus.contradictions.statement import Statement, said_in
from corpus.languages.english.meanings import OPPOSITES
from corpus.stance import Stance

NEAR = 1
"""Paragraphs between a claim and its answer, at most, where their words do not tie them together."""

MOST_NEW = 4
"""Telling terms that a figure's statement may have which the other and the question lack."""


SHARED = 0.34
"""Share of the terms of one of the two that the other must have, to speak of the same thing."""

SHARED_IF_NEGATED = 0.6
"""That share where the one says that something is so, and the other that it is not."""

LEAST_ELSEWHERE = 2
"""Terms that figures of two articles must have in common, at least."""

LEAST_DENIED = 2
"""Terms of what is denied that the other must have, at least, if it has so many."""

LEAST_SAID = 3
LEAST_IF_OPPOSED = 2
"""Terms that both must have, at least, for that share to tell anything."""

_ACCUSING = said_in("accuse allege blame sue charge complain")

COUNTING = said_in(
    "number figure toll count estimate total sum record report reckon calculate measure list put "
    "value people person close"
)
"""Words that say no more than that there is a figure."""

FEW_NEW = {Units.SAME: 3, Units.THINGS: 2, Units.BARE: 2}
"""So many where nothing else ties it to the other than that it stands near, by their units."""


class Reason(StrEnum):
    """What makes one statement the other side of another; the surest first."""

    DENIAL = "denies it"
    FIGURES = "gives another figure"
    NEGATION = "says that it is not so"
    ANSWER = "is who is accused"


def reason_for(
    one: Statement, other: Statement, asked: Asked, others: Sequence[Statement]
) -> Reason | None:
    """Tell why one of two statements of different sources is against the other; None where it is not.

    `others` are the statements that stand around.
    """
    if one.place[0] == other.place[0] and other.place < one.place:
        one, other = other, one
    if _are_of_different_things(one, other, asked):
        return None
    if _denies(one, other, others):
        return Reason.DENIAL
    if asked.is_for_figure and _gives_another_figure(one, other, asked, others):
        return Reason.FIGURES
    if _is_contrary(one, other):
        return Reason.NEGATION
    return Reason.ANSWER if _answers_accusation(one, other, others) else None


def _are_of_different_things(one: Statement, other: Statement, asked: Asked) -> bool:
    """Tell whether names, dates or the words beside a thing tell the two apart."""
    new = other.names - one.terms - one.source - asked.terms
    lost = one.names - other.terms - other.source
    if new and lost:
        return True
    if is_another(one, other) or (one.is_of_speaker and other.is_of_speaker):
        return True
    return not asked.is_for_date and bool(
        one.dates and other.dates and one.dates.isdisjoint(other.dates)
    )


def _denies(one: Statement, other: Statement, others: Sequence[Statement]) -> bool:
    if one.is_denied == other.is_denied:
        return False
    denial, held = (other, one) if other.is_denied else (one, other)
    if is_meant(held, denial, others) or is_named(held, denial):
        return True
    if held.negates:
        return False
    known = denial.says & held.says
    is_of_it = bool(known) and len(known) >= min(len(denial.says), LEAST_DENIED)
    return _is_near(one, other) and is_of_it and len(known) >= SHARED * len(denial.says)


def _gives_another_figure(
    one: Statement, other: Statement, asked: Asked, others: Sequence[Statement]
) -> bool:
    alike = _figures(one, other)
    if alike is None or other.others - one.others - asked.terms - {"new", "old"}:
        return False
    if is_meant(one, other, others):
        return True
    if one.claim is None or other.claim is None:
        return False
    known = one.terms | one.source | other.source | asked.terms
    both = (other.says & one.says) - COUNTING
    least = LEAST_ELSEWHERE if one.place[0] != other.place[0] else int(alike is Units.THINGS)
    if len(both) < least:
        return False
    new = far_from(other.says - known - COUNTING, known)
    if _is_near(one, other) and len(new) <= FEW_NEW[alike]:
        return True
    is_tied = _shared(other.says - COUNTING, one.terms | asked.terms) >= SHARED
    return is_tied and len(new) <= MOST_NEW


def _is_contrary(one: Statement, other: Statement) -> bool:
    """Tell whether one says that something is so, and the other that it is not."""
    if one.claim is None or other.claim is None:
        return False
    are_opposed = is_opposed(one, other)
    if one.negates == other.negates and not are_opposed:
        return False
    if other.negates and (is_named(one, other) or is_unnoticed(one, other)):
        return True
    if Stance.PROMISES in (one.claim.stance, other.claim.stance):
        return False
    shorter, longer = sorted((one.says, other.says), key=len)
    least = LEAST_IF_OPPOSED if are_opposed else LEAST_SAID
    return len(shorter & longer) >= max(least, SHARED_IF_NEGATED * len(shorter))


def _answers_accusation(one: Statement, other: Statement, others: Sequence[Statement]) -> bool:
    """Tell whether the other's source is accused, and says this first after it."""
    if one.claim is None or other.claim is None or not other.source & one.says:
        return False
    between = (
        each
        for each in others
        if each.claim and each.source & one.says and one.place < each.place < other.place
    )
    if not _is_near(one, other) or next(between, None) is not None:
        return False
    if accuses(one):
        return True
    return bool((other.says & one.says) - other.source) and one.negates != other.negates


def accuses(statement: Statement) -> bool:
    """Tell whether a statement accuses somebody."""
    if statement.claim is not None and statement.claim.stance is Stance.ACCUSES:
        return True
    return bool(_ACCUSING & statement.terms)


def _is_near(one: Statement, other: Statement) -> bool:
    return one.place[0] == other.place[0] and abs(one.place[1] - other.place[1]) <= NEAR


def _shared(part: frozenset[str], whole: frozenset[str]) -> float:
    """Return the share of `part` that is in `whole`, or is like a term of it."""
    if not part:
        return 0.0
    return 1 - len(far_from(part - whole, whole)) / len(part)


def is_opposed(one: Statement, other: Statement) -> bool:
    """Tell whether one has a word, and the other its opposite."""
    pairs = product(one.says - other.says, other.says - one.says)
    return any(frozenset(pair) in OPPOSITES for pair in pairs)


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
    order = list(Units)
    for a, b in product(one.quantities, other.quantities):
        alike = units(a, b)
        if alike is Units.OTHER:
            continue
        if a.agrees_with(b) and alike is not Units.THINGS:
            return None
        is_closer = found is None or order.index(alike) < order.index(found)
        if not a.agrees_with(b) and a.is_like(b) and is_closer:
            found = alike
    return found
