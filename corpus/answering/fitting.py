"""Whether words can be what a question asks for: of the asked kind, and about the thing it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

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

_NAMES_NO_REASON = codes.CAPITAL | codes.NUMBER | codes.YEAR | codes.DATE
_TIMES = frozenset(
    meaning(term) for term in ("second", "minut", "hour", "day", "week", "month", "year", "decad", "centuri")
)
_LASTING = frozenset(["long", "old", "young", "often", "soon", "fast", "far", "many", "much", "few"])
"""Degrees that a time can answer: "how old", "how long"."""

_HOW = re.compile(r"\bhow\s+(\w+)", re.IGNORECASE)
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
    if kind is Kind.REASON:
        return _is_reason(document, inside)
    if kind is Kind.ANYTHING:
        return False if _DOES_WHAT.match(question.text) and _only_names(document, inside) else None
    traits = _traits(document, inside)
    if not (traits & np.uint16(SHOWN_BY[kind])).any():
        return False
    if kind is Kind.NUMBER:
        return _counts(question, document, inside)
    if kind is Kind.MONEY:
        return _is_money(document, inside) or not (_is_share(document, inside) or _lasts(inside))
    if kind is Kind.DATE:
        return not _before(document, inside, 2)[-2:] == ["as", "of"]
    return True


def _counts(question: Question, document: Document, inside: Sequence[Word]) -> bool:
    """Tell whether a figure is of the unit, and of the thing, that is asked for."""
    how = _HOW.search(question.text)
    degree = how[1].lower() if how else ""
    if degree not in {"", "much"} and (_is_money(document, inside) or _is_share(document, inside)):
        return question.counted is not None and question.counted in {w.term for w in inside}
    counted = question.counted
    is_time = counted is not None and meaning(counted) in _TIMES
    if _lasts(inside) and not (is_time or (degree in _LASTING and counted is None)):
        return degree == ""
    if degree != "many" or counted is None or is_time:
        return True
    return _is_of(counted, question, document, inside)


def _is_of(counted: str, question: Question, document: Document, inside: Sequence[Word]) -> bool:
    """Tell whether what follows a number is the thing counted, or nothing that is another."""
    number = next((w for w in inside if _traits(document, [w])[0] & codes.NUMBER), inside[0])
    after = [w for w in document.words if w.start >= number.end][:_COUNTED_WITHIN]
    wanted = meaning(counted)
    following: list[Word] = []
    for word in after:
        end = following[-1].end if following else number.end
        if document.text[end : word.start].strip():
            break
        following.append(word)
    if any(meaning(word.term) == wanted for word in following):
        return True
    if _before_term(document, number) == wanted:
        return True
    telling = [w for w in following[:2] if w.term not in LEXICON.stop_words]
    if not telling or telling[0] is not following[0]:
        return True
    form = document.text[telling[0].start : telling[0].end].lower()
    asked = question.forms[question.terms.index(counted)] if counted in question.terms else counted
    return LEXICON.is_somebody(form) and (asked in {"people", "persons"} or LEXICON.is_somebody(asked))


def _before_term(document: Document, word: Word) -> str:
    before = [each for each in document.words if each.end <= word.start][-1:]
    return meaning(before[0].term) if before else ""


def _is_money(document: Document, inside: Sequence[Word]) -> bool:
    start, end = inside[0].start, inside[-1].end
    near = document.text[max(start - 1, 0) : end + 1]
    beside = [*inside, *_after(document, inside, 2)]
    return any(sign in near for sign in CURRENCY_SIGNS) or any(
        document.text[w.start : w.end].lower() in LEXICON.currencies for w in beside
    )


def _is_share(document: Document, inside: Sequence[Word]) -> bool:
    end = inside[-1].end
    return "%" in document.text[inside[0].start : end + 1] or any(
        word.term in {"percent", "cent"} for word in [*inside, *_after(document, inside, 2)]
    )


def _lasts(inside: Sequence[Word]) -> bool:
    return any(meaning(word.term) in _TIMES for word in inside)


def _after(document: Document, inside: Sequence[Word], count: int) -> list[Word]:
    return [word for word in document.words if word.start >= inside[-1].end][:count]


def _before(document: Document, inside: Sequence[Word], count: int) -> list[str]:
    before = [word for word in document.words if word.end <= inside[0].start][-count:]
    return [document.text[word.start : word.end].lower() for word in before]


def _is_reason(document: Document, inside: Sequence[Word]) -> bool:
    """Tell whether words are told to be a reason; a lone name or figure is none."""
    said = [document.text[word.start : word.end].lower() for word in inside]
    if len(said) < 2 or _only_names(document, inside):
        return False
    beside = [*_before(document, inside, _REASON_BEFORE), *said]
    return bool(LEXICON.reasons.intersection(beside)) or said[0] in {"to", "for", "over"}


def _only_names(document: Document, inside: Sequence[Word]) -> bool:
    """Tell whether words are nothing but names, figures and dates."""
    telling = [word for word in inside if word.term not in LEXICON.stop_words]
    return bool((_traits(document, telling) & np.uint16(_NAMES_NO_REASON)).all())


def _traits(document: Document, inside: Sequence[Word]) -> np.ndarray:
    if not inside:
        return np.zeros(0, np.uint16)
    start, end = inside[0].start, inside[-1].end
    likeliest = document.text[max(start - 1, 0) : end]  # with the sign of a currency
    return codes.traits(encode(Document.of_paragraph(likeliest)))
