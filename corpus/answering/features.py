"""What is measured of each paragraph that BM25 found, to put the best one first.

All paragraphs of a search are measured at once, on their tokens joined into one array. Shares are
of the question's weight: the sum of the idf of its terms.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.answering import tokens as token
from corpus.answering.kinds import Kind
from corpus.answering.question import Question
from corpus.answering.tokens import Tokens

Floats = NDArray[np.float64]
Integers = NDArray[np.integer[Any]]
Booleans = NDArray[np.bool_]

FEATURES = (
    "bm25",  # what BM25 gives it for the terms it holds, by the question's weight
    "covered",  # the share of the question that the paragraph holds
    "sentence",  # the share of what is asked that its best sentence holds
    "exact",  # the share it holds in the very form that was asked
    "related",  # the share it holds only by words that begin alike
    "adjacent",  # question words that stand together in both
    "near",  # question words within a few words of each other
    "answer",  # how near a word of the asked kind stands to the question's words
    "kind",  # whether it has a word of the asked kind at all
    "counted",  # whether a number stands before the thing counted
    "early",  # 1 for the article's first paragraph, falling
    "title",  # the share that the article's title holds
    "neighbours",  # the share that only the paragraphs around it hold
    "asks",  # whether it ends in a question itself: a teaser, a heading
)

_NEAR = 6
"""Words apart at most for two question words to count as near."""

_ADJACENT = 3
"""Words apart at most for two question words to count as standing together."""

_FADE = 4.0
"""Words after which a question word counts half for an answer."""

_BEFORE_COUNTED = 3
"""Words from a number to the thing counted at most: "1,500 North Korean troops"."""

_EARLY = 5.0
"""Paragraphs after which being early counts half."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph that BM25 found, or a piece of one, to be measured.

    `position` counts the article's pieces from 0, `paragraph` its paragraphs from 1.
    """

    article_id: str
    position: int
    paragraph: int
    score: float
    tokens: Tokens
    title: Tokens
    asks: bool


def best_first(candidates: Sequence[Candidate], scores: Floats) -> list[int]:
    """Order candidates by falling score; of several from one paragraph only the best is kept."""
    best: dict[tuple[str, int], int] = {}
    for row in np.argsort(-scores, kind="stable").tolist():
        best.setdefault((candidates[row].article_id, candidates[row].paragraph), row)
    return list(best.values())


class _Found:
    """The tokens of all candidates in a row, and which question term each one is."""

    def __init__(self, question: Question, arrays: Sequence[Tokens]) -> None:
        self.size = len(arrays)
        self.lengths = np.array([len(array) for array in arrays], np.int64)
        self.ends = np.cumsum(self.lengths)
        self.tokens = np.concatenate(arrays)
        self.owner = np.repeat(np.arange(self.size), self.lengths)
        self.traits = token.traits(self.tokens)
        hashes = token.term_hashes(self.tokens)
        asked = np.array([token.hash_of(term) for term in question.terms], np.uint32)
        self.term = _lookup(asked, hashes)
        is_long = [len(term) >= token.PREFIX for term in question.terms]
        alike = _lookup(token.prefix_hashes(asked[is_long]), token.prefix_hashes(hashes))
        self.related = np.where(self.term >= 0, self.term, _named(alike, np.flatnonzero(is_long)))

    def holds(self, groups: Integers, term: Integers, count: int, terms: int) -> Booleans:
        """Tell, for each of `count` groups of tokens, which of `terms` question terms it has."""
        held = np.zeros((count, terms), np.bool_)
        at = np.flatnonzero(term >= 0)
        held[groups[at], term[at]] = True
        return held

    def has(self, trait: int) -> Booleans:
        """Mark the tokens with a trait."""
        return np.asarray((self.traits & np.uint16(trait)) != 0)


def measure(
    question: Question, candidates: Sequence[Candidate], idf: Mapping[str, float]
) -> Floats:
    """Give one row for each candidate and one column for each of FEATURES.

    `idf` gives each term of the question its weight, above 0.
    """
    weights = np.array([idf[term] for term in question.terms])
    weights /= weights.sum()
    found = _Found(question, [candidate.tokens for candidate in candidates])
    total = sum(idf[term] for term in question.terms)
    # BM25+ gives every paragraph each term's idf once, whether it holds the term or not
    gains = np.array([candidate.score for candidate in candidates]) - total
    held = found.holds(found.owner, found.term, found.size, len(weights))
    covered = held @ weights
    is_answer = _answers(question, found)
    columns = {
        "bm25": gains / total,
        "covered": covered,
        "sentence": _best_sentence(question, found, weights),
        "exact": _exact(question, found, weights),
        "related": found.holds(found.owner, found.related, found.size, len(weights)) @ weights
        - covered,
        **_pairs(question, found, weights),
        "answer": _answer_near(found, weights, is_answer),
        "kind": np.bincount(found.owner[is_answer], minlength=found.size) > 0,
        "counted": _counted(question, found),
        "early": 1 / (1 + np.array([c.paragraph - 1 for c in candidates]) / _EARLY),
        "title": _titles(question, candidates) @ weights,
        "neighbours": _with_neighbours(candidates, held) @ weights - covered,
        "asks": np.array([candidate.asks for candidate in candidates]),
    }
    return np.stack([np.asarray(columns[name], np.float64) for name in FEATURES], axis=1)


def _lookup(asked: NDArray[np.uint32], hashes: NDArray[np.uint32]) -> Integers:
    """Give the place of each hash in `asked`, -1 where it is not there."""
    if not len(asked):
        return np.full(len(hashes), -1)
    order = np.argsort(asked)
    places = order[np.searchsorted(asked, hashes, sorter=order).clip(max=len(asked) - 1)]
    return np.where(asked[places] == hashes, places, -1)


def _named(places: Integers, names: Integers) -> Integers:
    """Replace each place by the name that stands there, leaving -1."""
    if not len(names):
        return places
    return np.where(places >= 0, names[places], -1)


def _best_sentence(question: Question, found: _Found, weights: Floats) -> Floats:
    asked = weights * np.array(question.asking)
    asked = asked / asked.sum() if asked.any() else weights
    begins = found.has(token.FIRST)
    begins[(found.ends - found.lengths)[found.lengths > 0]] = True
    sentence = np.cumsum(begins) - 1
    count = int(begins.sum())
    held = found.holds(sentence, found.term, count, len(weights)) @ asked
    return _greatest(held, found.owner[begins], found.size)


def _exact(question: Question, found: _Found, weights: Floats) -> Floats:
    forms = np.array([token.form_hash_of(form) for form in question.forms], np.uint8)
    is_same = token.form_hashes(found.tokens) == forms[found.term]
    same = np.where(is_same, found.term, -1)
    return found.holds(found.owner, same, found.size, len(weights)) @ weights


def _pairs(question: Question, found: _Found, weights: Floats) -> dict[str, Floats]:
    """Look at question words that follow one another in a paragraph."""
    at = np.flatnonzero(found.term >= 0)
    left, right = at[:-1], at[1:]
    is_pair = (found.owner[left] == found.owner[right]) & (found.term[left] != found.term[right])
    left, right = left[is_pair], right[is_pair]
    gap = right - left
    places = np.array(question.places)
    asked_gap = places[found.term[right]] - places[found.term[left]]
    together = (gap == asked_gap) & (gap <= _ADJACENT)
    return {
        "adjacent": _pair_weights(found, weights, left[together], right[together]),
        "near": _pair_weights(found, weights, left[gap <= _NEAR], right[gap <= _NEAR]),
    }


def _pair_weights(found: _Found, weights: Floats, left: Integers, right: Integers) -> Floats:
    """Add up, for each candidate, the lesser weight of each distinct pair."""
    terms = len(weights)
    one, other = found.term[left], found.term[right]
    names = (found.owner[left] * terms + np.minimum(one, other)) * terms + np.maximum(one, other)
    names = np.array(sorted(set(names.tolist())), np.int64)
    lesser = np.minimum(weights[names // terms % terms], weights[names % terms])
    return np.asarray(np.bincount(names // terms**2, lesser, found.size), np.float64)


def _answers(question: Question, found: _Found) -> Booleans:
    """Mark the tokens that may be the answer, or a part of it: of the asked kind, and new."""
    marked = np.zeros(len(found.tokens), np.bool_)
    for kind in question.kinds:
        marked |= _of_kind(kind, found)
    return marked & (found.term < 0)


def _of_kind(kind: Kind, found: _Found) -> Booleans:
    has = found.has
    match kind:
        case Kind.NUMBER:
            marked = has(token.NUMBER) & ~has(token.YEAR)
        case Kind.MONEY:
            marked = has(token.MONEY) | has(token.PRICED)
        case Kind.PERCENTAGE:
            marked = has(token.PERCENT)
        case Kind.DATE:
            marked = has(token.YEAR) | has(token.DATE)
        case Kind.REASON:
            marked = has(token.REASON)
        case Kind.PLACE:
            before = has(token.PREPOSITION)
            marked = _names(found) & (_shifted(before, 1) | _shifted(before, 2))
        case Kind.PERSON | Kind.NAME:
            marked = _names(found)
        case Kind.ANYTHING:
            marked = ~has(token.COMMON)
    return marked


def _names(found: _Found) -> Booleans:
    """Mark capitals that are no dates; a sentence's first word needs another capital after it."""
    capital = found.has(token.CAPITAL) & ~found.has(token.COMMON) & ~found.has(token.DATE)
    return capital & (~found.has(token.FIRST) | _shifted(found.has(token.CAPITAL), -1))


def _shifted(marks: Booleans, by: int) -> Booleans:
    """Move marks `by` places to the right, or to the left where it is below 0."""
    moved = np.zeros_like(marks)
    if by > 0:
        moved[by:] = marks[:-by]
    else:
        moved[:by] = marks[-by:]
    return moved


def _answer_near(found: _Found, weights: Floats, is_answer: Booleans) -> Floats:
    """Give the most that the question's words weigh around one word that may be the answer."""
    at = np.flatnonzero(is_answer)
    if not len(at):
        return np.zeros(found.size)
    end = found.ends[found.owner[at]]
    start = end - found.lengths[found.owner[at]]
    weight_near = np.zeros(len(at))
    for term, weight in enumerate(weights):
        own = np.flatnonzero(found.related == term)
        if not len(own):
            continue
        after = np.searchsorted(own, at)
        left, right = own[(after - 1).clip(min=0)], own[after.clip(max=len(own) - 1)]
        to_left = np.where((after > 0) & (left >= start), at - left, np.inf)
        to_right = np.where((after < len(own)) & (right < end), right - at, np.inf)
        weight_near += weight / (1 + np.minimum(to_left, to_right) / _FADE)
    return _greatest(weight_near, found.owner[at], found.size)


def _counted(question: Question, found: _Found) -> Booleans:
    if question.counted not in question.terms:
        return np.zeros(found.size, np.bool_)
    counted = found.term == question.terms.index(question.counted)
    close = np.logical_or.reduce([_shifted(counted, -n) for n in range(1, _BEFORE_COUNTED + 1)])
    number = found.has(token.NUMBER) & ~found.has(token.YEAR) & (found.term < 0) & close
    return np.bincount(found.owner[number], minlength=found.size) > 0


def _titles(question: Question, candidates: Sequence[Candidate]) -> Booleans:
    """Tell which question terms each candidate's title has."""
    found = _Found(question, [candidate.title for candidate in candidates])
    return found.holds(found.owner, found.term, found.size, len(question.terms))


def _with_neighbours(candidates: Sequence[Candidate], held: Booleans) -> Booleans:
    """Add what the candidates just before and after each one hold; others are not looked at."""
    rows = {(c.article_id, c.position): row for row, c in enumerate(candidates)}
    together = held.copy()
    for (article_id, position), row in rows.items():
        for beside in (position - 1, position + 1):
            if (article_id, beside) in rows:
                together[row] |= held[rows[article_id, beside]]
    return together


def _greatest(values: Floats, owner: Integers, size: int) -> Floats:
    """Give the greatest value of each owner, 0 where it has none; no value is below 0."""
    greatest = np.zeros(size)
    np.maximum.at(greatest, owner, values)
    return greatest
