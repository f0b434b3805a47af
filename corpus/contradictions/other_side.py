"""The other side of what an answer shows: who says something else of the same thing.

Claims are brought together by topic: those of the paragraphs around what is shown, and of those
found for the question. Each is compared with what the best passage tells: by rules for who plainly
denies it, and by a judge that learnt what two answers of two sources to one question look like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import NamedTuple

from corpus.answering.answer import Disagreement, Passage, Side
from corpus.answering.reader import Reading
from corpus.article import Span, overlap
from corpus.contradictions.asked import Asked
from corpus.contradictions.comparison import Reason, reason_for
from corpus.contradictions.evidence import Heard, may_oppose, weigh
from corpus.contradictions.judge import BAR, BAR_BY_RULE, SUSPECTED, load_judge
from corpus.contradictions.similarity import nearness
from corpus.contradictions.statement import Statement, said_in, statements_in
from corpus.stance import Stance

Place = tuple[str, int]
"""An article's id, and the number of one of its paragraphs, from 1."""

Read = Callable[[str, Sequence[str]], Sequence[Reading]]
"""Reads a question with each of some texts: `Reader.read`."""

Pair = tuple[Statement, Statement]
"""What is told, and what another says."""

AROUND = 3
"""Paragraphs before and after what is shown whose statements are compared with it."""

MOST_SHOWN = 4
MOST_DENIALS = 8
MOST_OTHERS = 60
"""Statements that are compared at most, so that an answer's time is bounded."""

MOST_READ = 8
"""Sentences of others that are read with the question, those likeliest to speak of it."""

_COMPARED = frozenset(
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

_NOTHING = said_in("nothing none nobody anything anyone")


class Compared(NamedTuple):
    """The disagreement about what is shown, if there is one, and whether there may be one."""

    disagreements: tuple[Disagreement, ...]
    may_be_disputed: bool


def compare(
    question: str,
    shown: Sequence[Passage],
    found: Iterable[Place],
    passage_at: Callable[[Place], Passage],
    read: Read | None,
    *,
    asks_who_denies: bool = False,
) -> Compared:
    """Look for who is against what the highlights of the first of `shown` tell.

    `found` are the paragraphs found for the question, best first; `passage_at` makes a passage of a
    paragraph. Without `read` only rules decide. Who asks who denies it wants any denial there is:
    then what is found is compared with all that stands around it, by the rules.
    """
    asked = Asked.of(question)
    told, others = statements_around(shown, found, passage_at)
    if asks_who_denies:
        told = [each for each in others if each.is_denied or each.negates][:MOST_DENIALS]
    if best := _by_rule(asked, told, others, every=asks_who_denies or not read):
        return Compared((_disagreement(*best),), may_be_disputed=True)
    if asks_who_denies or not read:
        return Compared((), may_be_disputed=True)
    judge = load_judge()
    judged = [
        (judge(weigh(asked, *pair, heard)), pair)
        for pair, heard in read_pairs(question, asked, told, others, read)
    ]
    judged.sort(key=lambda each: -each[0])
    for chance, pair in judged:
        if chance >= BAR or (chance >= BAR_BY_RULE and reason_for(*pair, asked, others)):
            return Compared((_disagreement(*pair),), may_be_disputed=True)
    return Compared((), any(chance >= SUSPECTED for chance, _ in judged))


def statements_around(
    shown: Sequence[Passage], found: Iterable[Place], passage_at: Callable[[Place], Passage]
) -> tuple[list[Statement], list[Statement]]:
    """Return what the first of `shown` tells, and what is compared with it."""
    told = list(islice(_told(shown[:1]), MOST_SHOWN))
    return told, list(islice(_others(told, found, passage_at), MOST_OTHERS))


def read_pairs(
    question: str, asked: Asked, told: Sequence[Statement], others: Sequence[Statement], read: Read
) -> list[tuple[Pair, Heard]]:
    """Return the pairs that may be two sides, with what the reader makes of their sentences."""
    pairs = [
        (one, other)
        for one, other in product(told, others)
        if _may_differ(one, other) and may_oppose(asked, one, other)
    ]
    pairs.sort(key=lambda pair: -_promise(asked, *pair))
    sentences = list(dict.fromkeys(other.sentence for _, other in pairs))[:MOST_READ]
    if not sentences:
        return []
    texts = list(dict.fromkeys([*sentences, *(one.sentence for one, _ in pairs)]))
    readings = dict(zip(texts, read(question, texts), strict=True))
    relevances = {text: readings[text].relevance for text in sentences}
    return [
        (
            pair,
            Heard(readings[pair[0].sentence], readings[pair[1].sentence], _best(relevances, pair)),
        )
        for pair in pairs
        if pair[1].sentence in relevances
    ]


def _best(relevances: Mapping[str, float], pair: Pair) -> float:
    """Return the greatest relevance but that of a pair's other; its own where there is no more."""
    own = pair[1].sentence
    return max((r for text, r in relevances.items() if text != own), default=relevances[own])


def _promise(asked: Asked, told: Statement, other: Statement) -> float:
    """Return how likely it looks, before reading, that the other speaks of what is told."""
    words = other.terms | other.source
    return nearness(asked.terms, words) + nearness(told.says, words) + (other.claim is not None)


def _by_rule(
    asked: Asked, told: Sequence[Statement], others: Sequence[Statement], *, every: bool
) -> Pair | None:
    """Return the pair with the surest reason; figures are a reason only where `every` rule counts."""
    best: tuple[Reason, Statement, Statement] | None = None
    told = sorted(told, key=lambda each: -len(each.terms & asked.terms))  # the first found is taken
    for one, other in product(told, others):
        if not _may_differ(one, other):
            continue
        reason = reason_for(one, other, asked, others)
        if reason is Reason.FIGURES and not every:
            continue
        if reason and (best is None or _order(reason) < _order(best[0])):
            best = reason, one, other
    return best and best[1:]


def _disagreement(one: Statement, other: Statement) -> Disagreement:
    if (other.is_denied, other.negates) > (one.is_denied, one.negates):
        one, other = other, one
    return Disagreement((_side(one), _side(other)))


def _order(reason: Reason) -> int:
    return list(Reason).index(reason)


def _may_differ(one: Statement, other: Statement) -> bool:
    """Tell whether two known sources say these, or one and the article."""
    claims = [each.claim for each in (one, other) if each.claim]
    if not claims or any(claim.source is None for claim in claims):
        return False
    return not _is_same_source(one, other)


def _is_same_source(one: Statement, other: Statement) -> bool:
    """Tell whether one source makes both, or one stands in the other, or passes it on."""
    if not one.claim or not other.claim:
        return one.place == other.place
    if one.source <= other.source or other.source <= one.source:
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
    told: Sequence[Statement], found: Iterable[Place], passage_at: Callable[[Place], Passage]
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
    return statement.claim is None or statement.claim.stance in _COMPARED


def _side(statement: Statement) -> Side:
    return Side(statement.passage, statement.span, statement.claim)


def with_other_sides(
    passages: Sequence[Passage],
    found: Sequence[Disagreement],
    limit: int,
    *,
    asks_who_denies: bool = False,
) -> tuple[Passage, ...]:
    """Put the other side's passage right after the one it is against, `limit` passages in all.

    Where it is asked who denies, who does stands first. Where a side stands in a passage that is
    shown already, its sentence is highlighted there.
    """
    there = {passage.place: passage for passage in passages}
    ordered: dict[Place, Passage] = {}
    if not asks_who_denies:
        ordered.update(list(there.items())[:1])
    for each in found:
        for side in each.sides:
            ordered.setdefault(side.place, there.get(side.place, side.passage))
    spans = [(side.place, side.span) for each in found for side in each.sides]
    return tuple(
        _highlighting(passage, [span for at, span in spans if at == place])
        for place, passage in list((ordered | there).items())[:limit]
    )


def _highlighting(passage: Passage, spans: Sequence[Span]) -> Passage:
    new = [s for s in spans if not any(overlap(s, shown) for shown in passage.highlights)]
    return (
        replace(passage, highlights=tuple(sorted({*passage.highlights, *new}))) if new else passage
    )
