"""How much of a question candidates hold, and how close together its words stand there."""

from __future__ import annotations

import numpy as np

from corpus.answering import word_codes as codes
from corpus.answering.candidate_words import CandidateWords, Floats, Integers, greatest
from corpus.answering.question import Question

_ADJACENT = 3
"""Words apart at most for two question words to count as standing together."""


def best_sentence(question: Question, found: CandidateWords, weights: Floats) -> Floats:
    """Return the share of what is asked that each candidate's best sentence holds."""
    asked = weights * np.array(question.asking)
    asked = asked / asked.sum() if asked.any() else weights
    begins = found.has(codes.FIRST)
    begins[(found.ends - found.lengths)[found.lengths > 0]] = True
    sentence = np.cumsum(begins) - 1
    count = int(begins.sum())
    held = found.held_in(sentence, count, found.term) @ asked
    return greatest(held, found.owner[begins], found.size)


def exact(question: Question, found: CandidateWords, weights: Floats) -> Floats:
    """Return the share of the question that each candidate holds in the very form asked."""
    forms = np.array([codes.form_hash_of(form) for form in question.forms], np.uint8)
    is_same = codes.form_hashes(found.codes) == forms[found.term]
    same = np.where(is_same, found.term, -1)
    return found.holds(same) @ weights


def side_by_side(question: Question, found: CandidateWords, weights: Floats) -> Floats:
    """Weigh the question words that stand together in the candidate as they do in the question."""
    at = np.flatnonzero(found.term >= 0)
    left, right = at[:-1], at[1:]
    is_pair = (found.owner[left] == found.owner[right]) & (found.term[left] != found.term[right])
    left, right = left[is_pair], right[is_pair]
    gap = right - left
    places = np.array(question.places)
    asked_gap = places[found.term[right]] - places[found.term[left]]
    is_adjacent = (gap == asked_gap) & (gap <= _ADJACENT)
    return _pair_weights(found, weights, left[is_adjacent], right[is_adjacent])


def _pair_weights(
    found: CandidateWords, weights: Floats, left: Integers, right: Integers
) -> Floats:
    """Add up, for each candidate, the lesser weight of each distinct pair."""
    terms = len(weights)
    one, other = found.term[left], found.term[right]
    names = (found.owner[left] * terms + np.minimum(one, other)) * terms + np.maximum(one, other)
    names = np.array(sorted(set(names.tolist())), np.int64)
    lesser = np.minimum(weights[names // terms % terms], weights[names % terms])
    return np.asarray(np.bincount(names // terms**2, lesser, found.size), np.float64)
