"""Words that may be the answer: of the kind that is asked for, and near the question's words."""

from __future__ import annotations

import numpy as np

from corpus.answering import word_codes as codes
from corpus.answering.candidate_words import Booleans, CandidateWords, Floats, greatest
from corpus.answering.kinds import Kind
from corpus.answering.question import Question

_FADE = 4.0
"""Words after which a question word counts half for an answer."""

_BEFORE_COUNTED = 3
"""Words from a number to the thing counted at most: "1,500 North Korean troops"."""


def may_answer(question: Question, words: CandidateWords) -> Booleans:
    """Mark the words that may be the answer, or a part of it: of the asked kind, and new."""
    marked = np.zeros(len(words.codes), np.bool_)
    for kind in question.kinds:
        marked |= _of_kind(kind, words)
    return marked & (words.term < 0)


def weight_near(words: CandidateWords, weights: Floats, is_answer: Booleans) -> Floats:
    """Return the most that the question's words weigh around one word that may be the answer."""
    at = np.flatnonzero(is_answer)
    if not len(at):
        return np.zeros(words.size)
    end = words.ends[words.owner[at]]
    start = end - words.lengths[words.owner[at]]
    near = np.zeros(len(at))
    for term, weight in enumerate(weights):
        of_term = np.flatnonzero(words.related == term)
        if not len(of_term):
            continue
        after = np.searchsorted(of_term, at)
        left, right = of_term[(after - 1).clip(min=0)], of_term[after.clip(max=len(of_term) - 1)]
        to_left = np.where((after > 0) & (left >= start), at - left, np.inf)
        to_right = np.where((after < len(of_term)) & (right < end), right - at, np.inf)
        near += weight / (1 + np.minimum(to_left, to_right) / _FADE)
    return greatest(near, words.owner[at], words.size)


def number_before(question: Question, words: CandidateWords) -> Booleans:
    """Tell which candidates have a number before the thing counted."""
    if question.counted not in question.terms:
        return np.zeros(words.size, np.bool_)
    counted = words.term == question.terms.index(question.counted)
    close = np.logical_or.reduce([_shifted(counted, -n) for n in range(1, _BEFORE_COUNTED + 1)])
    number = words.has_trait(codes.NUMBER) & ~words.has_trait(codes.YEAR) & (words.term < 0) & close
    return words.have_any(number)


def _of_kind(kind: Kind, words: CandidateWords) -> Booleans:
    has = words.has_trait
    match kind:
        case Kind.NUMBER:
            marked = has(codes.NUMBER) & ~has(codes.YEAR)
        case Kind.MONEY:
            marked = has(codes.MONEY) | has(codes.PRICED)
        case Kind.PERCENTAGE:
            marked = has(codes.PERCENT)
        case Kind.DATE:
            marked = has(codes.YEAR) | has(codes.DATE)
        case Kind.REASON:
            marked = has(codes.REASON)
        case Kind.PLACE:
            before = has(codes.PREPOSITION)
            marked = _names(words) & (_shifted(before, 1) | _shifted(before, 2))
        case Kind.PERSON | Kind.NAME:
            marked = _names(words)
        case Kind.ANYTHING:
            marked = ~has(codes.COMMON)
    return marked


def _names(words: CandidateWords) -> Booleans:
    """Mark capitals that are no dates; a sentence's first word needs another capital after it."""
    capital = (
        words.has_trait(codes.CAPITAL)
        & ~words.has_trait(codes.COMMON)
        & ~words.has_trait(codes.DATE)
    )
    return capital & (~words.has_trait(codes.FIRST) | _shifted(words.has_trait(codes.CAPITAL), -1))


def _shifted(marks: Booleans, by: int) -> Booleans:
    """Move marks `by` places to the right, or to the left where it is below 0."""
    moved = np.zeros_like(marks)
    if by > 0:
        moved[by:] = marks[:-by]
    else:
        moved[:by] = marks[-by:]
    return moved
