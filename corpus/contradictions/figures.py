# ruff: noqa: SIM905 - long lists of words read better as text
"""Tell whether two statements give numbers for the same thing that cannot both be true."""

from __future__ import annotations

import re

from corpus.contradictions.own_affairs import count_their_own, is_another
from corpus.contradictions.quantities import Quantity
from corpus.contradictions.statement import Statement, differ
from corpus.languages.english.forms import term_of
from corpus.languages.english.meanings import meaning
from corpus.languages.english.numbers import WRITTEN

SHARE_OF_SHORTER = 0.6
SHARE_OF_LONGER = 0.5
"""The shares of the words beside a number that both must have, to be about the same thing."""

LEAST_HELD = 2
"""So many words of a short content are enough where a long one has all of them."""

SHARE_IF_MONEY = 0.75
"""A sum is known by the words beside it alone: it counts nothing."""

_PART = re.compile(r"\b(?P<part>\w+) of (?:the|an?|this|that|its|their|his|her)\s+(?P<whole>\w+)")
"""A part by its whole: "the doors of the tunnel"."""

_CLOSER = re.compile(
    rf"{WRITTEN}\s+(?:(?!\w+ed\b)\w+\s+){{1,2}}"
    r"(?:in|at|from|near|on|across|aged|under|over|without|with)\s+(?:the\s+)?(\w+)"
)
"""What tells more closely which are counted: "80,000 cars in Europe"."""

_REGIONS = frozenset(
    meaning(term_of(word))
    for word in "north south east west northern southern eastern western capital province region "
    "district county".split()
)
"""Words for a part of a country."""

_OTHER_COUNT = frozenset(
    map(
        term_of,
        "treated admitted received examined interviewed buried identified counted average median "
        "daily annual additional another further extra new each half "
        "initial".split(),
    )
)
"""Words that tell another count: "it had treated 34 people injured in the crash", "4 a day"."""


def figures_differ(one: Statement, other: Statement) -> bool:
    """Tell whether both give numbers for the same thing and no two of these agree."""
    if one.is_against or other.is_against or one.is_apart_from(other):
        return False
    if count_their_own(one, other) or _are_of_other_times(one, other):
        return False
    if is_another(one.claim) != is_another(other.claim):
        return False
    if (one.terms ^ other.terms) & _OTHER_COUNT:
        return False
    pairs = [
        (a, b)
        for a in one.quantities
        for b in other.quantities
        if _same_thing(a, b, one.terms, other.terms)
    ]
    if any(_is_of_part(one, a, other, b) or _is_of_part(other, b, one, a) for a, b in pairs):
        return False
    return bool(pairs) and not any(a.agrees_with(b) for a, b in pairs)


def _are_of_other_times(one: Statement, other: Statement) -> bool:
    """Tell whether the figures are of other times: where no date tells, when they were said does.

    "300 had died" in May and "900 had died" in October are both true.
    """
    if one.times and one.times == other.times:
        return False
    return differ(one.times | one.said, other.times | other.said)


def _is_of_part(part: Statement, a: Quantity, whole: Statement, b: Quantity) -> bool:
    """Tell whether the smaller figure may be of a part of what the larger is of.

    It has a place, a time or a part that the other lacks. What follows in the same passage may
    leave out the place and the time that was just told.
    """
    if a.least > b.most:
        return False
    content = part.claim.content
    if any(
        meaning(term_of(match["part"])) in part.terms - whole.terms
        and meaning(term_of(match["whole"])) in whole.terms
        for match in _PART.finditer(content)
    ):
        return True
    closer = {meaning(term_of(word)) for word in _CLOSER.findall(content)}
    if any(term in part.terms or term.isdecimal() for term in closer - whole.terms):
        return True
    if a.is_money and part.terms > whole.terms:
        return True
    where = part.names | (part.terms & _REGIONS)
    return part.passage != whole.passage and bool(where - whole.terms or part.times - whole.times)


def _same_thing(a: Quantity, b: Quantity, a_terms: frozenset[str], b_terms: frozenset[str]) -> bool:
    """Tell whether two quantities count the same, and nothing tells them apart."""
    a_kind, b_kind = ({meaning(term) for term in q.counted} for q in (a, b))
    if differ(a_kind, b_kind) or _may_be_part(a, a_kind, b, b_kind):
        return False
    if not _is_said_of_same(a, a_terms, b, b_terms):
        return False
    a_beside, b_beside = a_terms - a_kind, b_terms - b_kind
    is_counted = a.counted[-1][0].isalnum()
    share = SHARE_OF_SHORTER if is_counted else SHARE_IF_MONEY
    shorter, longer = sorted((a_beside, b_beside), key=len)
    if is_counted and shorter <= longer and len(shorter) >= LEAST_HELD:
        return True
    return len(a_beside & b_beside) >= max(1, share * len(shorter), SHARE_OF_LONGER * len(longer))


def _may_be_part(a: Quantity, a_kind: set[str], b: Quantity, b_kind: set[str]) -> bool:
    """Tell whether what is named more closely may be a part of the other."""
    if a_kind == b_kind:
        return False
    part, whole = (a, b) if len(a_kind) > len(b_kind) else (b, a)
    return part.least <= whole.most


def _is_said_of_same(
    a: Quantity, a_terms: frozenset[str], b: Quantity, b_terms: frozenset[str]
) -> bool:
    """Tell whether what follows the one number is spoken of beside the other."""
    a_says, b_says = meaning(a.predicate), meaning(b.predicate)
    if "percent" in a.counted:  # "of voters" is what makes it a share
        return {a_says, b_says} - {""} <= a_terms & b_terms
    return not a_says or not b_says or a_says in b_terms or b_says in a_terms
