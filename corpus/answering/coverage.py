"""How much of a question candidates hold, and how close together its words stand there."""

from __future__ import annotations

import numpy as np

from corpus.answering import word_codes as codes
from corpus.answering.candidate_words import CandidateWords, Floats, Integers, greatest
from corpus.answering.question import Question

_ADJACENT = 3
"""Words apart at most for two question words to count as standing together."""


def best_sentence(question: Question, words: CandidateWords, weights: Floats) -> Floats:
    """Return the share of what is asked that each candidate's best sentence holds."""
    asked = weights * np.array(question.asking)
    asked = asked / asked.sum() if asked.any() else weights
    begins = words.has_trait(codes.FIRST)
    begins[(words.ends - words.lengths)[words.lengths > 0]] = True
    sentence = np.cumsum(begins) - 1
    count = int(begins.sum())
    shares = words.holds_by_group(sentence, count, words.term) @ asked
    return greatest(shares, words.owner[begins], words.size)


def exact(question: Question, words: CandidateWords, weights: Floats) -> Floats:
    """Return the share of the question that each candidate holds in the very form asked."""
    forms = np.array([codes.form_hash_of(form) for form in question.forms], np.uint8)
    is_same = codes.form_hashes(words.codes) == forms[words.term]
    same = np.where(is_same, words.term, -1)
    return words.holds(same) @ weights


def side_by_side(question: Question, words: CandidateWords, weights: Floats) -> Floats:
    """Weigh the question words that stand together in the candidate as they do in the question."""
    at = np.flatnonzero(words.term >= 0)
    left, right = at[:-1], at[1:]
    is_pair = (words.owner[left] == words.owner[right]) & (words.term[left] != words.term[right])
    left, right = left[is_pair], right[is_pair]
    gap = right - left
    places = np.array(question.places)
    asked_gap = places[words.term[right]] - places[words.term[left]]
    is_adjacent = (gap == asked_gap) & (gap <= _ADJACENT)
    return _pair_weights(words, weights, left[is_adjacent], right[is_adjacent])


def _pair_weights(
    words: CandidateWords, weights: Floats, left: Integers, right: Integers
) -> Floats:
    """Add up, for each candidate, the lesser weight of each distinct pair."""
    terms = len(weights)
    one, other = words.term[left], words.term[right]
    names = (words.owner[left] * terms + np.minimum(one, other)) * terms + np.maximum(one, other)
    names = np.array(sorted(set(names.tolist())), np.int64)
    lesser = np.minimum(weights[names // terms % terms], weights[names % terms])
    return np.asarray(np.bincount(names // terms**2, lesser, words.size), np.float64)
