"""What speaks for and against a question being answered in a paragraph that was read.

Each piece of evidence is a number for each paragraph; `confidence` weighs them. They say what a
reader who learnt from made-up questions misses on those that people ask: that the asked speaker says
nothing here, that the likeliest words are no number where one is asked for, that what is asked
stands here in no words at all.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import numpy as np

from corpus.answering.asked_claims import AskedClaims
from corpus.answering.candidate_words import Floats
from corpus.answering.displaced import is_another_thing, is_other_measure
from corpus.answering.features import FEATURES
from corpus.answering.fitting import fits
from corpus.answering.kinds import Kind
from corpus.answering.premise import is_missing, is_turned_round
from corpus.answering.question import Search
from corpus.answering.reader import Reading
from corpus.answering.reader.likeness import likenesses
from corpus.article import Span, overlap
from corpus.claims import Claim
from corpus.languages.english import Word
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import country_stem, meaning

OF_WORDS = ("covered", "sentence", "answer", "exact", "counted", "early", "title", "neighbours")
"""The features of words that are evidence too."""

EVIDENCE = (
    *OF_WORDS,
    "relevance",  # the reader's logit of the paragraph's answering
    "holds",  # the reader's logit of its really holding the answer
    "margin",  # by how much the likeliest words exceed no words
    "alike",  # the share of the question that stands here, words of like meaning counted in part
    "around",  # the same share, with what stands in the title and the paragraph before
    "unnamed",  # whether a name of the question stands in none of these
    "contrary",  # whether the sentence of the likeliest words has the contrary of a word asked
    "displaced",  # whether that sentence tells what is asked of another thing, or another measure
    "fits",  # whether the likeliest words are of the asked kind
    "misfits",  # whether they are not, or are of another thing than the one counted
    "anything",  # whether no kind can be told from the question
    "speaker",  # whether it asks what somebody says
    "elsewhere",  # whether that somebody speaks, but not here
    "nowhere",  # whether that somebody speaks in nothing read
    "unsaid",  # whether nothing is asked but what that somebody says, who speaks in nothing read
    "untold",  # the share that stands not here of what somebody is asked to say something about
    "teller",  # whether, asked who did something, the likeliest words are who tells of it
)


class Read(NamedTuple):
    """A paragraph that was read: its features, its reading, and its claims if they are known.

    The reading's words, and the claims' spans, are characters of `document`'s text. `title` and
    `before` are the terms of the title and of the paragraph before.
    """

    features: Floats
    reading: Reading
    document: Document
    claims: Sequence[Claim] | None
    title: frozenset[str]
    before: frozenset[str]


def weigh(
    search: Search, asked_claims: AskedClaims, names: Collection[str], read: Sequence[Read]
) -> Floats:
    """Return a row for each paragraph, and a column for each of EVIDENCE.

    `names` are the terms of the question that are names. Where no claims are known, nobody is taken to be silent.
    """
    speaks = [_speaks(asked_claims, each.claims) for each in read]
    known = {meaning(word.term) for each in read for word in each.document.words}
    rows = np.zeros((len(read), len(EVIDENCE)))
    for row, each, here in zip(rows, read, speaks, strict=True):
        words = each.reading.words
        fit = fits(search.question, each.document, words) if words else None
        there = {meaning(word.term) for word in each.document.words}
        near = there | {meaning(term) for term in each.title | each.before}
        likeness = likenesses(search.question.forms, each.reading.pieces)
        asked = bool(asked_claims.source) and here is not None
        row[:] = [
            *(each.features[FEATURES.index(name)] for name in OF_WORDS),
            each.reading.relevance,
            each.reading.holds,
            each.reading.margin,
            _share(search, _alike(search, likeness, there)),
            _share(search, _alike(search, likeness, near)),
            any(is_missing(name, near) for name in names),
            _is_contrary(search, each, near),
            fit is True and _is_displaced(search, each, known),
            fit is True,
            fit is False,
            search.question.kinds == {Kind.ANYTHING},
            asked,
            asked and not here and any(speaks),
            asked and not any(speaks),
            asked and not any(speaks) and _asks_what_is_said(search),
            _untold(search, asked_claims, _alike(search, likeness, there)),
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


def _alike(search: Search, likeness: Floats, there: Collection[str]) -> Floats:
    """Return for each term of the question how surely a text holds it, in these words or like ones."""
    held = [meaning(term) in there for term in search.question.terms]
    return np.where(held, 1.0, likeness)


def _share(search: Search, held: Floats) -> float:
    """Return the share of the question's weight that is held."""
    weights = np.array([search.weights[term] for term in search.question.terms])
    return float(held @ weights / weights.sum())


def _untold(search: Search, asked_claims: AskedClaims, held: Floats) -> float:
    """Return the share that is not held of what the asked speaker speaks about; 0 without either."""
    question = search.question
    weights = np.array(
        [
            0.0 if _asks_who_says(asked_claims, term, form) else search.weights[term]
            for term, form in zip(question.terms, question.forms, strict=True)
        ]
    )
    if not asked_claims.source or not weights.any():
        return 0.0
    return float((1 - held) @ weights / weights.sum())


def _asks_who_says(asked_claims: AskedClaims, term: str, form: str) -> bool:
    """Tell of a word of the question that it names the speaker, or that somebody speaks."""
    is_speaker = country_stem(meaning(term)) in asked_claims.source
    return is_speaker or form in LEXICON.generic_words or LEXICON.verb(form) is not None


def _is_contrary(search: Search, read: Read, near: Collection[str]) -> bool:
    """Tell whether the likeliest words stand with the contrary of what is asked."""
    return any(is_turned_round(search.question, sentence, near) for sentence in _likeliest(read))


def _is_displaced(search: Search, read: Read, known: AbstractSet[str]) -> bool:
    """Tell whether the likeliest words are of another thing than asked about, or another measure.

    A thing that the paragraph or the title names is there; that the one before names it is not enough.
    """
    if not read.reading.words:
        return False
    if is_other_measure(search.question, read.document, read.reading.words):
        return True
    here = {meaning(term) for term in read.title.union(w.term for w in read.document.words)}
    return any(
        is_another_thing(search.question, sentence, read.document.text, here, known)
        for sentence in _likeliest(read)
    )


def _likeliest(read: Read) -> list[Sequence[Word]]:
    """Return the words of each sentence in which the likeliest words stand."""
    words = read.reading.words
    return [
        read.document.words_in(*span)
        for span in read.document.sentences
        if words and overlap(span, words)
    ]


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
