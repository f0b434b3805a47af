"""What a statement that names nothing itself is about: "he denies that", "no sign of these troops"."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.contradictions.statement import Statement, said_in

MOST_TOLD = 1
"""Terms with a meaning of their own that a statement has at most which points back and says no more."""

BACK = 1
"""Paragraphs before its own in which what it points at stands, at most."""

_NOTICED = said_in(
    "see sign evidence trace indication proof find notice true hear claim report explanation figure "
    "number sum accusation allegation suggestion story idea criticism blame put know close wrong"
)
"""What was noticed or not is said by the others of the words."""


def is_named(one: Statement, other: Statement) -> bool:
    """Tell whether `other` points at a thing that `one`, before it, has: "no sign of these troops"."""
    named = other.says - _NOTICED
    return other.points_back and bool(named) and named <= one.says and _is_before(one, other)


def is_unnoticed(one: Statement, other: Statement) -> bool:
    """Tell whether `other` says no more than that nothing was seen of what its paragraph told."""
    is_here = one.place[:2] == other.place[:2] and _is_before(one, other)
    return other.points_back and other.says <= _NOTICED and is_here


def is_meant(one: Statement, other: Statement, around: Sequence[Statement]) -> bool:
    """Tell whether `other` says nothing but of `one`, which stands before it: "they deny that".

    That is the nearest claim of another source: all that this source says in that paragraph.
    `around` are the statements near by.
    """
    told = other.says - _NOTICED - other.names
    if not other.points_back or len(told) > MOST_TOLD or not one.claim:
        return False
    before = [each for each in around if each.claim and _is_before(each, other)]
    before = [each for each in before if told <= each.says] or before
    if not any(each.place == one.place and each.claim == one.claim for each in before):
        return False
    nearest = max(before, key=lambda each: each.place)
    return one.place[:2] == nearest.place[:2] and one.source == nearest.source


def _is_before(one: Statement, other: Statement) -> bool:
    return (
        one.place[0] == other.place[0]
        and 0 <= other.place[1] - one.place[1] <= BACK
        and (one.place < other.place or _is_earlier_within(one, other))
        and one.source != other.source
    )


def _is_earlier_within(one: Statement, other: Statement) -> bool:
    """Tell whether of two claims in one sentence the first stands before the second."""
    if one.place != other.place or not one.claim or not other.claim:
        return False
    return one.claim.spans.content[0][0] < other.claim.spans.content[0][0]
