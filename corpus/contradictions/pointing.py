"""What a statement that names nothing itself is about: "he denies that", "she put it at 40"."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.contradictions.statement import Statement

MOST_TELLING = 3
"""Telling terms that a statement has at most which points back and says no more."""

BACK = 1
"""Paragraphs before its own in which what it points at stands, at most."""


def pointed_at(statement: Statement, ordered: Sequence[Statement]) -> list[Statement]:
    """Return the claims that a statement is about if it only points back: the nearest before it.

    `ordered` are statements of its article, among others, in any order. All claims of the nearest
    sentence with another source count, and those this source makes in the same paragraph.
    """
    if not (statement.points_back and len(statement.says) <= MOST_TELLING):
        return []
    before = [
        each
        for each in ordered
        if each.claim
        and each.source != statement.source
        and each.place[0] == statement.place[0]
        and 0 <= statement.place[1] - each.place[1] <= BACK
        and each.place < statement.place
    ]
    if not before:
        return []
    nearest = max(before, key=lambda each: each.place)
    return [
        each
        for each in before
        if each.place == nearest.place
        or (each.place[1] == nearest.place[1] and each.source == nearest.source)
    ]
