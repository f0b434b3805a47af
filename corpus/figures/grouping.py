"""Which figures are of the same thing: only those of which that is sure.

A wrong one beside the others would be half a truth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.figures.context import PEOPLE, Context, context_of
from corpus.figures.figure import Figure

MOST_DAYS = 60
"""Days between two articles on one matter, at most."""

SHARED_OF_TITLES = 2
"""Telling terms that the titles of two articles on one matter have in common, at least."""

TOLD_OF_MEASURES = 2
"""Telling terms that clauses with a measure have in common, at least: "the bridge cost $3 million"."""

Group = Sequence[Figure]
"""Figures of the same thing, the newest first; one alone where no other surely is."""


@dataclass(frozen=True, slots=True)
class Found:
    """The figures found about something, and whether there may be more in what was not looked in."""

    groups: Sequence[Group]
    may_be_more: bool


def grouped(figures: Iterable[Figure]) -> list[Group]:
    """Put figures of the same thing together: those with most sources first, then the newest first.

    All members of a group are of the same thing, each compared with each. What a source gives in the
    same words twice in one article stands there once.
    """
    groups: list[list[Context]] = []
    by_kind: dict[tuple[str, str], list[list[Context]]] = defaultdict(list)
    for figure in figures:
        context = context_of(figure)
        keys = [(context.kind, term) for term in context.told | context.which]
        near = {id(group): group for key in keys for group in by_kind[key]}
        fitting = (group for group in near.values() if all(of_same(context, o) for o in group))
        group = next(fitting, None)
        if group is None:
            group = []
            groups.append(group)
        group.append(context)
        for key in keys:
            if not any(group is each for each in by_kind[key]):
                by_kind[key].append(group)
    made = [_newest_first([context.figure for context in group]) for group in groups]
    by_date = sorted(made, key=lambda group: _day(group[0]), reverse=True)
    return sorted(by_date, key=lambda group: -len(sources_of(group)))


def sources_of(group: Iterable[Figure]) -> set[object]:
    """Return who gives figures: names, and articles for those that are an article's own."""
    return {figure.owner or figure.article.id for figure in group}


def of_same(one: Context, other: Context) -> bool:
    """Tell whether two figures surely count the same thing."""
    return (
        one.kind == other.kind != ""
        and _can_be_compared(one, other)
        and one.altered == other.altered
        and not (one.dates and other.dates and one.dates.isdisjoint(other.dates))
        and _same_which(one, other)
        and _same_told(one, other)
    )


def _can_be_compared(one: Context, other: Context) -> bool:
    first, second = one.figure, other.figure
    if one.negated or other.negated or not (first.says_what_is and second.says_what_is):
        return False
    if first.article.id == second.article.id and first.owner == second.owner:
        # who gives two numbers in one article gives them for two things
        return first.quantity.numbers == second.quantity.numbers and first.place != second.place
    return first.quantity.is_like(second.quantity)


def _same_which(one: Context, other: Context) -> bool:
    """Tell whether the same of the kind are counted: "North Korean troops", and not all troops."""
    return one.which <= other.which | other.told and other.which <= one.which | one.told


def _same_told(one: Context, other: Context) -> bool:
    """Tell whether the clauses tell the same of it; what one leaves out is the other's topic."""
    mine = (one.told | one.names) - other.told - other.names - other.which
    others = (other.told | other.names) - one.told - one.names - one.which
    told, which = one.told & other.told, one.which & other.which
    if (mine and others) or not (told if one.kind == PEOPLE else told | which):
        return False
    is_within_one = one.figure.article.id == other.figure.article.id
    if one.is_measure and (
        mine or others or not _say_of_what(one, other, within_one=is_within_one)
    ):
        return False
    if not (mine <= other.given and others <= one.given):
        return False
    if is_within_one:
        return bool(told) or not (mine or others)
    return _are_on_one_matter(one, other)


def _say_of_what(one: Context, other: Context, *, within_one: bool) -> bool:
    """Tell whether two measures have the same thing named with them, which all measures need."""
    told = one.told & other.told
    if within_one:
        return len(told) >= TOLD_OF_MEASURES
    return bool(told & (one.names & other.names | one.given & other.given))


def _are_on_one_matter(one: Context, other: Context) -> bool:
    """Tell whether two articles tell of one event."""
    days = one.figure.article.published, other.figure.article.published
    if days[0] and days[1] and abs((days[0] - days[1]).days) > MOST_DAYS:
        return False
    return len(one.topic & other.topic) >= SHARED_OF_TITLES


def _newest_first(figures: Iterable[Figure]) -> Group:
    once = {
        (figure.owner, figure.written.lower(), figure.article.id, figure.is_denied): figure
        for figure in figures
    }
    in_order = sorted(once.values(), key=lambda figure: (figure.paragraph, figure.number))
    return sorted(in_order, key=_day, reverse=True)


def _day(figure: Figure) -> date:
    return figure.article.published or date.min
