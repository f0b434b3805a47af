"""What speaks for and against a question being answered in a paragraph that was read.

Each piece of evidence is a number for each paragraph; `confidence` weighs them. They say what a
reader who learnt from made-up questions misses on those that people ask: that the asked speaker says
nothing here, that the likeliest words are no number where one is asked for, that what is asked
stands here in no words at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from corpus.answering import word_codes as codes
from corpus.answering.asked_claims import AskedClaims
from corpus.answering.candidate_words import Floats
from corpus.answering.coded_words import encode
from corpus.answering.features import FEATURES
from corpus.answering.kinds import Kind
from corpus.answering.question import Search
from corpus.answering.reader import Reading
from corpus.answering.reader.likeness import likenesses
from corpus.article import Span, overlap
from corpus.claims import Claim
from corpus.languages.english.document import Document
from corpus.languages.english.meanings import meaning

OF_WORDS = ("covered", "sentence", "answer", "exact", "counted", "early", "title", "neighbours")
"""The features of words that are evidence too."""

EVIDENCE = (
    *OF_WORDS,
    "relevance",  # the reader's logit of the paragraph's answering
    "holds",  # the reader's logit of its really holding the answer
    "margin",  # by how much the likeliest words exceed no words
    "alike",  # the share of the question that stands here, words of like meaning counted in part
    "fits",  # whether the likeliest words are of the asked kind
    "misfits",  # whether they are not, though that kind can be told
    "anything",  # whether no kind can be told from the question
    "speaker",  # whether it asks what somebody says
    "elsewhere",  # whether that somebody speaks, but not here
    "nowhere",  # whether that somebody speaks in nothing read
    "unsaid",  # whether nothing is asked but what that somebody says, who speaks in nothing read
    "teller",  # whether, asked who did something, the likeliest words are who tells of it
)

_SHOWN_BY = {
    Kind.NUMBER: codes.NUMBER | codes.YEAR,
    Kind.MONEY: codes.NUMBER | codes.MONEY | codes.PRICED,
    Kind.PERCENTAGE: codes.NUMBER | codes.PERCENT,
    Kind.DATE: codes.NUMBER | codes.YEAR | codes.DATE,
    Kind.PLACE: codes.CAPITAL,
    Kind.PERSON: codes.CAPITAL,
    Kind.NAME: codes.CAPITAL,
}
"""The traits by which a word is known for one of the kind."""


class Read(NamedTuple):
    """A paragraph that was read: its features, its reading, and its claims if they are known.

    The reading's words, and the claims' spans, are characters of `document`'s text.
    """

    features: Floats
    reading: Reading
    document: Document
    claims: Sequence[Claim] | None


def weigh(search: Search, asked_claims: AskedClaims, read: Sequence[Read]) -> Floats:
    """Return a row for each paragraph, and a column for each of EVIDENCE.

    Where no claims are known, nobody is taken to be silent.
    """
    speaks = [_speaks(asked_claims, each.claims) for each in read]
    rows = np.zeros((len(read), len(EVIDENCE)))
    for row, each, here in zip(rows, read, speaks, strict=True):
        fits = _fits(search.question.kinds, each)
        asked = bool(asked_claims.source) and here is not None
        row[:] = [
            *(each.features[FEATURES.index(name)] for name in OF_WORDS),
            each.reading.relevance,
            each.reading.holds,
            each.reading.margin,
            _alike(search, each),
            fits is True,
            fits is False,
            search.question.kinds == {Kind.ANYTHING},
            asked,
            asked and not here and any(speaks),
            asked and not any(speaks),
            asked and not any(speaks) and _asks_what_is_said(search),
            _is_teller(search, asked_claims, each),
        ]
    return rows


def _speaks(asked_claims: AskedClaims, claims: Sequence[Claim] | None) -> bool | None:
    """Tell whether the asked speaker makes one of the claims; None where they are not known."""
    if claims is None:
        return None
    return bool(asked_claims.source) and any(map(asked_claims.is_of_source, claims))


def _asks_what_is_said(search: Search) -> bool:
    """Tell whether the question asks for no other kind of answer: no date, no figure, no yes or no."""
    return search.question.kinds == {Kind.ANYTHING} and not search.question.is_yes_or_no


def _alike(search: Search, read: Read) -> float:
    """Return the share of the question's weight that the paragraph holds, in these words or like ones."""
    question = search.question
    held = {meaning(word.term) for word in read.document.words}
    likeness = likenesses(question.forms, read.reading.pieces)
    likeness[[meaning(term) in held for term in question.terms]] = 1.0
    weights = np.array([search.weights[term] for term in question.terms])
    return float(likeness @ weights / weights.sum())


def _fits(kinds: frozenset[Kind], read: Read) -> bool | None:
    """Tell whether the likeliest words are of an asked kind; None where that cannot be told."""
    shown_by = [_SHOWN_BY[kind] for kind in kinds if kind in _SHOWN_BY]
    if not shown_by or not read.reading.words:
        return None
    start, end = read.reading.words
    likeliest = read.document.text[max(start - 1, 0) : end]  # with the sign of a currency
    traits = codes.traits(encode(Document.of_paragraph(likeliest)))
    return any(bool((traits & np.uint16(shown)).any()) for shown in shown_by)


def _is_teller(search: Search, asked_claims: AskedClaims, read: Read) -> bool:
    """Tell whether the likeliest words name whose claim it is, where that was not asked.

    "Who set the fire?" is not answered by who says that it was set.
    """
    words = read.reading.words
    if Kind.PERSON not in search.question.kinds or asked_claims.is_about_claims or not words:
        return False
    return any(_touches(words, claim.spans.source) for claim in read.claims or ())


def _touches(words: Span, spans: Sequence[Span]) -> bool:
    return any(overlap(words, span) for span in spans)
