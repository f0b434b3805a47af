"""The other side of what an answer shows: who says something else of the same thing.

Claims are brought together by topic: those of the paragraphs around what is shown, and of those
found for the question. Each is compared with each that is shown; vetoes and learnt weights decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import NamedTuple

from corpus.answering.answer import Disagreement, Passage, Side
from corpus.article import overlap
from corpus.contradictions.comparison import Topic, measure
from corpus.contradictions.pointing import pointed_at
from corpus.contradictions.statement import Statement, said_in, statements_in
from corpus.contradictions.weighing import BAR, chance
from corpus.stance import Stance

Place = tuple[str, int]
"""An article's id, and the number of one of its paragraphs, from 1."""

AROUND = 3
"""Paragraphs before and after what is shown whose statements are compared with it."""

MOST_SHOWN = 4
MOST_DENIALS = 8
MOST_OTHERS = 60
"""Statements that are compared at most: so many pairs take about 10 ms."""

COMPARED = frozenset(
    {
        Stance.ASSERTS,
        Stance.ACCUSES,
        Stance.BELIEVES,
        Stance.HEDGES,
        Stance.DENIES,
        Stance.DOUBTS,
        Stance.PROMISES,
        Stance.UNSTATED,
    }
)
"""Stances of a source that says what is so."""


class Compared(NamedTuple):
    """A statement that is shown, another source's, and what is measured of the two."""

    shown: Statement
    other: Statement
    measured: Mapping[str, float]


def compare(
    question: str,
    shown: Sequence[Passage],
    found: Mapping[Place, float],
    passage_at: Callable[[Place], Passage],
    *,
    asks_who_denies: bool = False,
) -> Iterator[Compared]:
    """Compare what the highlights of the first of `shown` tell with what other sources say near by, and of it.

    `found` gives the paragraphs found for the question with their confidence, from 0 to 1.
    `passage_at` makes a passage of a paragraph. Who asks who denies it wants any denial there is:
    then all that is found is compared with all that stands before it.
    """
    told = list(islice(_told(shown[:1]), MOST_SHOWN))
    others = list(islice(_others(told, found, passage_at), MOST_OTHERS))
    if asks_who_denies:
        told = [each for each in others if each.is_denied or each.negates][:MOST_DENIALS]
    topic = Topic.of(question, [*told, *others])
    meant = {other: pointed_at(other, [*told, *others]) for other in others}
    for one, other in product(told, others):
        if not is_same_source(one, other):
            read = found.get(other.place[:2], 0.0)
            is_meant = one in meant[other] or other in pointed_at(one, others)
            measured = measure(one, other, topic, read=read, is_meant=is_meant)
            yield Compared(one, other, measured)


def disagreements(compared: Iterable[Compared]) -> list[Disagreement]:
    """Choose the pairs that disagree: one for each paragraph shown, in that order."""
    likeliest: dict[Place, tuple[float, Compared]] = {}
    for each in compared:
        likely, place = chance(each.measured), each.shown.place[:2]
        if likely >= BAR and (place not in likeliest or likely > likeliest[place][0]):
            likeliest[place] = likely, each
    once: dict[tuple[str, int, int], Disagreement] = {}
    for _, each in likeliest.values():
        if not {each.shown.place, each.other.place} & once.keys():
            once[each.other.place] = Disagreement(_side(each.shown), _side(each.other))
    return list(once.values())


_NOTHING = said_in("nothing none nobody anything anyone")


def is_same_source(one: Statement, other: Statement) -> bool:
    """Tell whether one source makes both, or one stands in the other, or passes it on."""
    if one.place == other.place and (one.claim is None or other.claim is None):
        return True
    if not one.claim or not other.claim:
        return False
    if one.source and other.source and (one.source <= other.source or other.source <= one.source):
        return True
    if one.claim.source in other.claim.relays or other.claim.source in one.claim.relays:
        return True
    return one.place[:2] == other.place[:2] and any(
        overlap(mine, others)
        for mine in one.claim.spans.content
        for others in other.claim.spans.content
    )


def _told(shown: Iterable[Passage]) -> Iterator[Statement]:
    for passage in shown:
        yield from filter(_is_comparable, statements_in(passage, passage.highlights))


def _others(
    told: Sequence[Statement],
    found: Iterable[Place],
    passage_at: Callable[[Place], Passage],
) -> Iterator[Statement]:
    """Return the statements near those told, then those of the paragraphs found."""
    near = [
        (one.place[0], number)
        for one in told
        for number in _around(one.place[1], len(one.passage.article.paragraphs))
    ]
    for place in dict.fromkeys([*near, *found]):
        yield from filter(_is_comparable, statements_in(passage_at(place)))


def _around(number: int, last: int) -> list[int]:
    """Return the numbers of the paragraphs around one, the nearest first."""
    reach = range(max(1, number - AROUND), min(last, number + AROUND) + 1)
    return sorted(reach, key=lambda other: abs(other - number))


def _is_comparable(statement: Statement) -> bool:
    """Tell whether a statement says that something is so or not."""
    if statement.says <= _NOTHING and not statement.quantities and not statement.is_denied:
        return False
    return statement.claim is None or statement.claim.stance in COMPARED


def _side(statement: Statement) -> Side:
    return Side(statement.passage, statement.span, statement.claim)


def with_other_sides(
    passages: Sequence[Passage], found: Sequence[Disagreement], limit: int
) -> tuple[Passage, ...]:
    """Put the other side's passage right after the one it is against, `limit` passages in all.

    Where a side stands in a passage that is shown already, its sentence is highlighted there.
    """
    ordered: dict[Place, Passage] = {}
    places = {(passage.article.id, passage.paragraph) for passage in passages}
    beside = [each.shown.passage for each in found if each.shown.place not in places]
    for passage in [*beside, *passages]:
        place = passage.article.id, passage.paragraph
        ordered.setdefault(place, passage)
        for each in found:
            if each.shown.place == place and each.other.place not in ordered:
                there = {(p.article.id, p.paragraph): p for p in passages}
                ordered[each.other.place] = there.get(each.other.place, each.other.passage)
    spans = [(side.place, side.span) for each in found for side in (each.shown, each.other)]
    return tuple(
        _highlighting(passage, [span for at, span in spans if at == place])
        for place, passage in list(ordered.items())[:limit]
    )


def _highlighting(passage: Passage, spans: Sequence[tuple[int, int]]) -> Passage:
    new = [s for s in spans if not any(overlap(s, shown) for shown in passage.highlights)]
    return (
        replace(passage, highlights=tuple(sorted({*passage.highlights, *new}))) if new else passage
    )
