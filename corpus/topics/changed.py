"""Who changed what they said: the same source, of the same thing, in two articles of two days.

In doubt nothing has changed: a change that is none would be told of a real person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.answering.answer import Passage
from corpus.claims import Stance, claims_within
from corpus.contradictions.comparison import is_another, is_opposed
from corpus.contradictions.figures import Units, units
from corpus.contradictions.quantities import YEAR, Quantity
from corpus.contradictions.statement import Statement, said_in, statements_in
from corpus.languages.english import terms
from corpus.languages.english.lexicon import LEXICON
from corpus.topics.placed import PlacedClaim

MOST_COMPARED = 60
"""Claims of one source that are compared with one another, the newest."""

LEAST_SHARED = 2
"""Telling terms that both must have, at least, to speak of the same thing."""

SHARED = 0.75
"""Share of the longer one's telling terms that the other must have too."""

SHARED_WITH_FIGURES = 0.6
"""That share where both give one figure, of what is counted in the same words."""

_STANDS_FOR_IT = frozenset(
    {Stance.ASSERTS, Stance.PROMISES, Stance.BELIEVES, Stance.ACCUSES, Stance.UNSTATED}
)
_STANDS_AGAINST_IT = frozenset({Stance.DENIES, Stance.DOUBTS})

_INTENDING = said_in("plan intend intention decide decision consider propose expect go want")
"""Words that say no more than that something is to be: "has no plans to close"."""

_AT_ENDS = " ,.;:“”‘’\"'"

_SEVERAL_CLAUSES = re.compile(
    r"[,;:—–]|\b(?:and|but|or|because|although|though|unless|until|whether|if|when|while|which|who|"
    r"where|could|might|may|should|must|only)\b",
    re.IGNORECASE,
)
"""Where a negation may be of another clause than the one compared, or nothing is stated outright."""


@dataclass(frozen=True)
class _Said:
    """A claim of a source whose earlier and later ones are compared."""

    placed: PlacedClaim

    @cached_property
    def terms(self) -> frozenset[str]:
        """Its telling terms, by meaning."""
        return said_in(self.placed.claim.content)

    @cached_property
    def statement(self) -> Statement | None:
        """What it states, if that can be compared."""
        claim, article, number, _ = self.placed
        text = article.paragraphs[number - 1].text
        start = article.paragraph_starts[number - 1]
        there = claims_within([claim], article.text, start, start + len(text))
        passage = Passage(article, number, text, 0.0, 0.0, (), (), tuple(there))
        return next((each for each in statements_in(passage) if each.claim), None)

    @cached_property
    def is_for_it(self) -> bool | None:
        """Whether its source holds its content to be so, or not; None where it is neither."""
        statement = self.statement
        if statement is None or statement.claim is None:
            return None
        stance = statement.claim.stance
        is_against = stance in _STANDS_AGAINST_IT
        if not (is_against or stance in _STANDS_FOR_IT) or statement.is_against != is_against:
            return None
        if _SEVERAL_CLAUSES.search(statement.content.strip(_AT_ENDS)):
            return None
        return statement.negates == is_against


def with_changes(claims: Sequence[PlacedClaim]) -> list[PlacedClaim]:
    """Tell each claim of one source, the newest first, from what the source said before it changed.

    The latest earlier claim of the same thing decides: one that says the same ends the search.
    """
    days = {placed.article.published for placed in claims}
    if len(days - {None}) < 2:  # noqa: PLR2004 - a change needs two days
        return list(claims)
    said = [_Said(placed) for placed in claims[:MOST_COMPARED]]
    changed = [
        newer.placed._replace(changed_from=_before(newer, said[at + 1 :]))
        for at, newer in enumerate(said)
    ]
    return [*changed, *claims[MOST_COMPARED:]]


def _before(newer: _Said, older: Sequence[_Said]) -> PlacedClaim | None:
    for each in older:
        if _may_be_compared(each, newer):
            differs = _differs(each, newer)
            if differs is not None:
                return each.placed if differs else None
    return None


def _may_be_compared(older: _Said, newer: _Said) -> bool:
    """Tell whether two claims are surely of one source, on two days, and share some words."""
    one, other = older.placed, newer.placed
    if not (one.article.published and other.article.published):
        return False
    return (
        one.article.published < other.article.published
        and one.claim.is_sure
        and other.claim.is_sure
        and len(older.terms & newer.terms) >= LEAST_SHARED
        and _have_common_role(one.claim.role, other.claim.role)
        and _is_named(one)
        and _is_named(other)
    )


def _have_common_role(one: str | None, other: str | None) -> bool:
    """Tell whether two roles may be of one person: they share a word, or one is not told."""
    return not one or not other or bool(said_in(one) & said_in(other))


def _is_named(placed: PlacedClaim) -> bool:
    """Tell whether the source is called by a name, as "police" and "a spokesman" are not.

    Within a sentence names are written with a capital, and so all articles on one know whom they mean.
    """
    capital = [word for word in (placed.claim.source or "").split() if word[:1].isupper()]
    if len(capital) > 1:
        return True
    within = re.compile(rf"[a-z0-9,;] {re.escape(capital[0])}\b") if capital else None
    return bool(within and within.search(placed.article.text))


def _differs(older: _Said, newer: _Said) -> bool | None:
    """Tell whether two claims say different things of the same; None where that cannot be told."""
    one, other = older.statement, newer.statement
    if one is None or other is None or _are_of_different_things(one, other):
        return None
    figures = _figures(one, other)
    if figures:
        return not figures[0].agrees_with(figures[1])
    if one.quantities or other.quantities:
        return None
    if older.is_for_it is None or newer.is_for_it is None:
        return None
    mine, others = _core(one), _core(other)
    are_opposed = is_opposed(one, other)
    shared = len(mine & others) + are_opposed
    if shared < LEAST_SHARED or shared < SHARED * max(len(mine), len(others)):
        return None
    return (older.is_for_it != newer.is_for_it) != are_opposed


def _are_of_different_things(one: Statement, other: Statement) -> bool:
    """Tell whether names, dates or the words beside a thing tell the two apart."""
    new = other.names - one.terms - one.source
    lost = one.names - other.terms - other.source
    if (new and lost) or is_another(one, other) or one.others != other.others:
        return True
    mine, others = _dates(one), _dates(other)
    return bool(mine and others and mine.isdisjoint(others))


def _dates(statement: Statement) -> frozenset[str]:
    """Return the dates of what is said, without those of the saying: "said on Monday"."""
    when = statement.claim.when if statement.claim else None
    return statement.dates - set((when or "").lower().split())


def _core(statement: Statement) -> frozenset[str]:
    """Return the telling terms of a content, without dates and without words of intending."""
    dates = frozenset(terms(" ".join(LEXICON.days | LEXICON.months)))
    return statement.says - dates - _INTENDING


def _figures(one: Statement, other: Statement) -> tuple[Quantity, Quantity] | None:
    """Return the only figure of each, where both count the same in nearly the same words."""
    if one.is_denied or other.is_denied or one.negates or other.negates:
        return None
    mine, others = ([q for q in each.quantities if q.unit != YEAR] for each in (one, other))
    if len(mine) != 1 or len(others) != 1:
        return None
    if units(mine[0], others[0]) is not Units.SAME or not mine[0].is_like(others[0]):
        return None
    said, too = _core(one), _core(other)
    shared = len(said & too)
    enough = max(LEAST_SHARED, SHARED_WITH_FIGURES * max(len(said), len(too)))
    return (mine[0], others[0]) if shared >= enough else None
