"""Whether words can be what a question asks for: of the asked kind, and about the thing it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.answering import word_codes as codes
from corpus.answering.coded_words import encode
from corpus.answering.kinds import Kind
from corpus.answering.question import Question
from corpus.article import Span
from corpus.languages.english import Word
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import meaning
from corpus.languages.english.numbers import CURRENCY_SIGNS

SHOWN_BY = {
    Kind.NUMBER: codes.NUMBER | codes.YEAR,
    Kind.MONEY: codes.NUMBER | codes.MONEY | codes.PRICED,
    Kind.PERCENTAGE: codes.NUMBER | codes.PERCENT,
    Kind.DATE: codes.NUMBER | codes.YEAR | codes.DATE,
    Kind.PLACE: codes.CAPITAL,
    Kind.PERSON: codes.CAPITAL,
    Kind.NAME: codes.CAPITAL,
}
"""The traits by which a word is known for one of the kind."""

_COUNTED_WITHIN = 6
"""Words after a number in which the thing counted stands: "three of the people in it were killed"."""

_REASON_BEFORE = 3
"""Words before a reason in which it is told to be one: "because of", "after", "in order to"."""

_OPENS_REASON = frozenset(["to", "for", "over"])
LEAST_OF_REASON = 2
"""Words of a reason at least."""

_PARTING = LEXICON.prepositions - {"of"}
_NAMES_NO_REASON = codes.CAPITAL | codes.NUMBER | codes.YEAR | codes.DATE
_TIMES = frozenset(
    meaning(term)
    for term in ("second", "minut", "hour", "day", "week", "month", "year", "decad", "centuri")
)
_LASTING = frozenset(["long", "old", "young", "often", "soon", "fast", "far", "much"])
"""Degrees that a time can answer: "how old", "how long"."""

_AMOUNTS = frozenset(["", "much", "far", "big", "large", "high", "low", "small"])
"""Degrees that money and shares can answer: "how high is the fine"."""

_DOES_WHAT = re.compile(
    r"\W*(?:and\s+)?(?:how\s+(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)\b"
    r"|what\b.*\b(?:do|doing|done|happen\w*)\W*$)",
    re.IGNORECASE | re.DOTALL,
)
"""Asks for an act or a way, which no name and no figure tells alone."""


def fits(question: Question, document: Document, answer: Span) -> bool | None:
    """Tell whether the characters `answer` of a text can be what is asked; None where nothing tells."""
    inside = document.words_in(*answer)
    if not inside:
        return None
    told = [_fits(kind, question, document, inside) for kind in question.kinds]
    known = [each for each in told if each is not None]
    return any(known) if known else None


def _fits(
    kind: Kind, question: Question, document: Document, inside: Sequence[Word]
) -> bool | None:
    match kind:
        case Kind.ANYTHING:
            asks_act = bool(_DOES_WHAT.match(question.text))
            told = False if asks_act and _only_names(document, inside) else None
        case Kind.REASON:
            told = _is_reason(document, inside)
        case Kind.NUMBER:
            told = _is_shown(kind, document, inside) and _counts(question, document, inside)
        case Kind.MONEY:
            is_money = _is_money(document, inside) or _is_bare(document, inside)
            told = is_money and _is_shown(kind, document, inside)
        case Kind.DATE:
            told = _is_shown(kind, document, inside) and not _is_as_of(document, inside)
        case _:
            told = _is_shown(kind, document, inside)
    return told


def _is_shown(kind: Kind, document: Document, inside: Sequence[Word]) -> bool:
    return bool((_traits(document, inside) & np.uint16(SHOWN_BY[kind])).any())


def _is_as_of(document: Document, inside: Sequence[Word]) -> bool:
    """Tell of a date that it only says how things stood: "as of 3 June"."""
    return [word.form_in(document.text) for word in _before(document, inside, 2)] == ["as", "of"]


def _counts(question: Question, document: Document, inside: Sequence[Word]) -> bool:
    """Tell whether a figure is of the unit, and of the thing, that is asked for."""
    degree = question.degree
    if degree == "many" and question.counted:
        return _is_of(question.counted, question, document, inside)
    if _is_money(document, inside) or _is_share(document, inside):
        return degree in _AMOUNTS
    return not _lasts(inside) or degree in _LASTING or not degree


def _is_of(counted: str, question: Question, document: Document, inside: Sequence[Word]) -> bool:
    """Tell whether a number counts the thing asked about, or at least no other one."""
    number = next((word for word in inside if _is_number(document, word)), inside[0])
    if _is_money(document, [number]):
        return counted in {word.term for word in _after(document, [number], 1)}
    following = _following(document, number)
    wanted = meaning(counted)
    if wanted in {meaning(word.term) for word in [*following, *_before(document, [number], 1)]}:
        return True
    form = _counted_next(document, following)
    if form is None:
        return True
    asked = question.forms[question.terms.index(counted)] if counted in question.terms else counted
    return LEXICON.is_somebody(form) and LEXICON.is_somebody(asked)


def is_of_same_or_nothing(question: Question, document: Document, number: Word) -> bool:
    """Tell whether a number counts the very thing asked about, or names none: "the union counts 412".

    A date's does not, nor that of a part: "two of them".
    """
    before, after = (
        {word.form_in(document.text) for word in beside}
        for beside in (_before(document, [number], 1), _after(document, [number], 1))
    )
    is_year = bool((_traits(document, [number]) & np.uint16(codes.YEAR)).any())
    if is_year or "of" in after or not LEXICON.dates.isdisjoint(before | after):
        return False
    following = _following(document, number)
    same = question.counted is not None and meaning(question.counted) in {
        meaning(word.term) for word in following
    }
    return same or _counted_next(document, following) is None


def _following(document: Document, number: Word) -> list[Word]:
    """Return the words after a number that say what it counts: up to a mark or a preposition."""
    following: list[Word] = []
    for word in _after(document, [number], _COUNTED_WITHIN):
        end = following[-1].end if following else number.end
        if document.text[end : word.start].strip() or word.form_in(document.text) in _PARTING:
            break
        following.append(word)
    return following


def _counted_next(document: Document, following: Sequence[Word]) -> str | None:
    """Return the word right after a number if it tells something; "41 of them" counts nothing else."""
    if not following or following[0].term in LEXICON.stop_words:
        return None
    return following[0].form_in(document.text)


def _is_number(document: Document, word: Word) -> bool:
    return bool((_traits(document, [word]) & np.uint16(codes.NUMBER)).any())


def _is_money(document: Document, inside: Sequence[Word]) -> bool:
    start, end = inside[0].start, inside[-1].end
    near = document.text[max(start - 1, 0) : end + 1]
    beside = [*inside, *_after(document, inside, 2)]
    return any(sign in near for sign in CURRENCY_SIGNS) or any(
        word.form_in(document.text) in LEXICON.currencies for word in beside
    )


def _is_bare(document: Document, inside: Sequence[Word]) -> bool:
    """Tell of a number that it is one of nothing: what it counts is left out."""
    return len(inside) == 1 and _counted_next(document, _following(document, inside[-1])) is None


def _is_share(document: Document, inside: Sequence[Word]) -> bool:
    end = inside[-1].end
    return "%" in document.text[inside[0].start : end + 1] or any(
        word.term in {"percent", "cent"} for word in [*inside, *_after(document, inside, 2)]
    )


def _lasts(inside: Sequence[Word]) -> bool:
    return any(meaning(word.term) in _TIMES for word in inside)


def _after(document: Document, inside: Sequence[Word], count: int) -> list[Word]:
    return [word for word in document.words if word.start >= inside[-1].end][:count]


def _before(document: Document, inside: Sequence[Word], count: int) -> list[Word]:
    return [word for word in document.words if word.end <= inside[0].start][-count:]


def _is_reason(document: Document, inside: Sequence[Word]) -> bool:
    """Tell whether words are told to be a reason; a lone name or figure is none."""
    if len(inside) < LEAST_OF_REASON or _only_names(document, inside):
        return False
    beside = [*_before(document, inside, _REASON_BEFORE), *inside]
    told = LEXICON.reasons.intersection(word.form_in(document.text) for word in beside)
    return bool(told) or inside[0].form_in(document.text) in _OPENS_REASON


def _only_names(document: Document, inside: Sequence[Word]) -> bool:
    """Tell whether words are nothing but names, figures and dates."""
    telling = [word for word in inside if word.term not in LEXICON.stop_words]
    return bool((_traits(document, telling) & np.uint16(_NAMES_NO_REASON)).all())


def _traits(document: Document, inside: Sequence[Word]) -> NDArray[np.uint16]:
    if not inside:
        return np.zeros(0, np.uint16)
    start, end = inside[0].start, inside[-1].end
    likeliest = document.text[max(start - 1, 0) : end]  # with the sign of a currency
    return codes.traits(encode(Document.of_paragraph(likeliest)))
