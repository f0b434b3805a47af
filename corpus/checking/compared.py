"""Compare a statement with what an answer's passages say: the same, something else, or both.

In doubt there is no verdict: the passages then stand for themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.answering.answer import Answer, Passage, Side
from corpus.article import Article
from corpus.contradictions.comparison import is_another, is_opposed
from corpus.contradictions.figures import Units, units
from corpus.contradictions.quantities import YEAR, Quantity
from corpus.contradictions.similarity import far_from
from corpus.contradictions.statement import Statement, statements_in, terms_of
from corpus.stance import Stance

ABOUT = 0.5
"""Share of a statement's words that a sentence must tell too, to speak of the same thing."""

_HELD = frozenset({Stance.ASSERTS, Stance.BELIEVES, Stance.ACCUSES, Stance.UNSTATED})
"""Stances of a source that holds what it says to be so."""


class Verdict(StrEnum):
    """How the articles stand to a statement; the value is what people are shown."""

    SAME = "The articles say the same"
    DIFFERS = "The articles say otherwise"
    DISPUTED = "Disputed"
    UNSPOKEN = "The articles do not speak of it"
    OPEN = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement, how the articles stand to it, and by which of their sentences.

    `sides` are the sentences that decide, two where they dispute it. `stated` and `told` are the
    figures or names that differ, as written; "" where it is something else.
    """

    statement: str
    verdict: Verdict
    sides: tuple[Side, ...] = ()
    stated: str = ""
    told: str = ""


def check(statement: str, answer: Answer) -> Checked:
    """Compare a statement with the answer that it gets when it is asked as a question."""
    stated = next(iter(statements_in(_as_passage(statement))), None)
    told = list(_told(answer))
    if stated is None or not told:
        return Checked(statement, Verdict.UNSPOKEN)
    best = max(told, key=lambda each: _covered(stated, each))
    if _covered(stated, best) < ABOUT:
        return Checked(statement, Verdict.UNSPOKEN)
    for each in answer.disagreements:
        if (best.place[:2], best.span) in ((side.place, side.span) for side in each.sides):
            return Checked(statement, Verdict.DISPUTED, each.sides)
    compared = _compared(statement, stated, best)
    if compared.verdict is Verdict.SAME and answer.may_be_disputed:
        return replace(compared, verdict=Verdict.OPEN)
    return compared


def _as_passage(text: str) -> Passage:
    return Passage(Article.from_paragraphs("", [text]), 1, text, 0.0, 0.0, (), (), ())


def _told(answer: Answer) -> Iterator[Statement]:
    for passage in answer.passages:
        yield from statements_in(passage)


def _covered(stated: Statement, told: Statement) -> float:
    """Return the share of the statement's words that a sentence tells, from 0 to 1."""
    if not stated.says:
        return 0.0
    missing = far_from(stated.says - told.terms - told.source, told.terms | told.source)
    return 1 - len(missing) / len(stated.says)


def _compared(statement: str, stated: Statement, told: Statement) -> Checked:
    side = (Side(told.passage, told.span, told.claim),)
    if is_another(stated, told):
        return Checked(statement, Verdict.OPEN, side)
    if figures := _figures(stated, told):
        mine, theirs = figures
        if not mine.agrees_with(theirs):
            return Checked(
                statement,
                Verdict.DIFFERS,
                side,
                mine.written_in(stated.content),
                theirs.written_in(told.content),
            )
    if stated.negates != (told.negates != told.is_against) or is_opposed(stated, told):
        return Checked(statement, Verdict.DIFFERS, side)
    verdict = Verdict.SAME if _says_all_of(stated, told) else Verdict.OPEN
    return Checked(statement, verdict, side)


def _says_all_of(stated: Statement, told: Statement) -> bool:
    """Tell whether each telling word and figure of the statement is told too, words in its order.

    In another order they may say another thing: "Oda sued the mayor", "the mayor sued Oda".
    """
    if told.claim and told.claim.stance not in _HELD:
        return False
    figures = (any(mine.agrees_with(q) for q in told.quantities) for mine in stated.quantities)
    there = iter(terms_of(told.sentence))
    return all(figures) and all(term in there for term in terms_of(stated.content))


def _figures(stated: Statement, told: Statement) -> tuple[Quantity, Quantity] | None:
    """Return a figure of each that count the same, such as differ first; None where none do.

    A year that both have dates what is said, and is only compared where nothing else is.
    """
    pairs: list[tuple[Quantity, Quantity]] = []
    for mine in stated.quantities:
        alike = [(mine, b) for b in told.quantities if units(mine, b) in (Units.SAME, Units.BARE)]
        pairs += sorted(alike, key=lambda pair: not pair[0].agrees_with(pair[1]))[:1]
    return min(pairs, key=lambda p: (p[0].unit == YEAR, p[0].agrees_with(p[1])), default=None)
