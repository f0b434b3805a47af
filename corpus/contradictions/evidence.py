"""What speaks for and against one statement being the other side of another.

Two sources that answer one question, and do not say the same, stand against one another. Whether
both answer it, whether they speak of the same thing and say the same is told by what the reader makes
of their sentences, and by words, names, figures, dates and denials. `judge` weighs it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import log
from typing import NamedTuple

from corpus.answering.kinds import Kind
from corpus.answering.reader import Reading
from corpus.contradictions.asked import Asked
from corpus.contradictions.comparison import accuses, is_another, is_opposed
from corpus.contradictions.figures import Figures, answering, years_differ
from corpus.contradictions.similarity import nearness, similar
from corpus.contradictions.statement import Statement

MOST_APART = 10
"""Paragraphs that stand between two articles, as it were."""

NO_ANSWER = -3.0
"""The reader's relevance from which a sentence begins to answer."""

_ABSOLUTE = frozenset(
    "all every no none nobody never nothing always each any single only ever half".split()  # noqa: SIM905
)
"""Words by which one statement leaves no room for the other: "nobody was paid", "each was paid"."""

_VAGUE = frozenset(
    "most many few several hundreds thousands dozens millions majority once".split()  # noqa: SIM905
)
"""Words that answer how many without a number."""

_PART = re.compile(
    r"\b(?:of|among|from)\s+(?:it|that|this|them|these|those|which|whom)\b", re.IGNORECASE
)
"""Words by which a statement tells of a part of what was told before."""


class Heard(NamedTuple):
    """What the reader makes of a pair's sentences, each read with the question.

    `best` is the greatest relevance among the other sentences that were read.
    """

    told: Reading
    other: Reading
    best: float


def may_oppose(asked: Asked, told: Statement, other: Statement) -> bool:
    """Tell whether the other can dispute what is told in answer to a question.

    A figure is disputed by another one that does not agree, or by "none" and "all"; what somebody says, by whom it is
    about, or by who says the contrary. Nobody disputes another's own affairs, nor what is told of
    another thing of the kind.
    """
    is_of_another = is_another(told, other) and not is_absolute(told, other)
    if (told.is_of_speaker and other.is_of_speaker) or is_of_another:
        return False
    figures = Figures.of(told.quantities, other.quantities)
    if asked.is_for_figure and figures.agree:
        return False
    both_have_some = told.quantities and other.quantities and not asked.is_for_date
    if asked.is_for_figure and both_have_some and not figures.differ_somewhat:
        return False
    if is_contrary(told, other) or is_absolute(told, other):
        return True
    if asked.is_for_figure and not (other.quantities or other.dates or _VAGUE & other.forms):
        return False
    return not asked.is_for_words or bool(other.source & (told.terms | asked.terms))


def is_contrary(told: Statement, other: Statement) -> bool:
    """Tell whether just one of two statements denies something, or says that it is not so."""
    return (told.is_denied or told.negates) != (other.is_denied or other.negates)


def is_absolute(told: Statement, other: Statement) -> bool:
    """Tell whether just one of two statements leaves no exception."""
    return bool(_ABSOLUTE & told.forms) != bool(_ABSOLUTE & other.forms)


def weigh(asked: Asked, told: Statement, other: Statement, heard: Heard) -> Mapping[str, float]:
    """Return the evidence by name; what is a yes or no is 1 or 0."""
    return {
        **_of_reading(told, other, heard),
        **_of_words(asked, told, other),
        **_of_figures(asked, told, other, heard),
        **_of_denial(asked, told, other),
        **_of_people(asked, told, other),
    }


def _of_reading(told: Statement, other: Statement, heard: Heard) -> dict[str, float]:
    mine, others = heard.told, heard.other
    words = [_answer(told, mine), _answer(other, others)]
    return {
        "answers": others.relevance,
        "answers less": mine.relevance - others.relevance,
        "answers best": others.relevance - heard.best,
        "claim answers": (other.claim is not None) * max(others.relevance - NO_ANSWER, 0),
        "both answer": min(mine.relevance, others.relevance),
        "holds": others.holds,
        "holds less": mine.holds - others.holds,
        "margin": others.margin,
        "margin less": mine.margin - others.margin,
        "same answer": bool(words[0]) and words[0] == words[1],
        "answer shared": len(words[0] & words[1]) / max(len(words[1]), 1),
    }


def _answer(statement: Statement, reading: Reading) -> frozenset[str]:
    start, end = reading.words or (0, 0)
    return frozenset(statement.sentence[start:end].lower().split())


def _of_words(asked: Asked, told: Statement, other: Statement) -> dict[str, float]:
    known = told.terms | told.source | asked.terms
    told_here = nearness(told.says, other.terms | other.source)
    elsewhere = told.place[0] != other.place[0]
    apart = MOST_APART if elsewhere else min(abs(told.place[1] - other.place[1]), MOST_APART)
    return {
        "asked here": nearness(asked.terms, other.terms | other.source),
        "told here": told_here,
        "known": nearness(other.says, known),
        "alike": similar(told.says, other.says),
        "common": log(1 + len(told.says & other.says)),
        "claim on it": told_here * (told.claim is not None and other.claim is not None),
        "length": log(1 + len(other.says)),
        "far": log(1 + apart),
        "near": not elsewhere and apart <= 1,
        "elsewhere": elsewhere,
        "follows": told.place < other.place,
        "new name": bool(other.names - known),
        "names differ": bool(other.names - known) and bool(told.names - other.terms - other.source),
        "another time": bool((other.others ^ told.others) - {"new", "old"}),
        "part": _is_part(told, other),
    }


def _is_part(told: Statement, other: Statement) -> bool:
    return bool(_PART.search(told.content) or _PART.search(other.content))


def _of_figures(asked: Asked, told: Statement, other: Statement, heard: Heard) -> dict[str, float]:
    all_there = Figures.of(told.quantities, other.quantities)
    marked = Figures.of(answering(told, heard.told), answering(other, heard.other))
    dates = bool(told.dates and other.dates and told.dates.isdisjoint(other.dates))
    dates = dates or years_differ(told.quantities, other.quantities)
    new = bool(other.names - told.terms - told.source - asked.terms)
    lost = bool(told.names - other.terms - other.source)
    is_of_it = (
        not (new and lost) and not dates and not (other.others ^ told.others) - {"new", "old"}
    )
    is_other_answer = asked.is_for_figure and marked.differ_somewhat
    return {
        "figures differ": all_there.differ,
        "figures may differ": all_there.may_differ,
        "figures agree": all_there.agree,
        "another figure": is_of_it and asked.is_for_figure and all_there.may_differ,
        "another answer": is_other_answer,
        "another answer of it": is_other_answer and is_of_it and not _is_part(told, other),
        "answers agree": marked.agree,
        "times": all_there.times,
        "figure missing": asked.is_for_figure and not other.quantities,
        "only told has one": bool(told.quantities) and not other.quantities,
        "dates differ": dates,
        "another date": dates and asked.is_for_date,
    }


def _of_denial(asked: Asked, told: Statement, other: Statement) -> dict[str, float]:
    contrary, absolute = is_contrary(told, other), is_absolute(told, other)
    told_here = nearness(told.says, other.terms | other.source)
    asked_here = nearness(asked.terms, other.terms | other.source)
    return {
        "denied": told.is_denied != other.is_denied,
        "negated": told.negates != other.negates,
        "opposed": is_opposed(told, other),
        "absolute": absolute,
        "contrary on it": contrary * told_here,
        "absolute on it": absolute * told_here,
        "contrary to the question": asked.is_yes_or_no * (contrary or absolute) * asked_here,
        "yes or no": asked.is_yes_or_no,
        "reason asked": asked.kind is Kind.REASON,
        "person asked": asked.kind is Kind.PERSON,
    }


def _of_people(asked: Asked, told: Statement, other: Statement) -> dict[str, float]:
    is_named = bool(other.source & (told.terms | asked.terms))
    return {
        "both claim": told.claim is not None and other.claim is not None,
        "speaker told of": is_named,
        "speaker asked about": bool(other.source & asked.terms),
        "accuses": accuses(told),
        "accused answers": accuses(told) and is_named,
        "of speaker": other.is_of_speaker,
        "quoted": other.claim is not None and other.claim.quoted,
    }
