"""The words of many paragraphs in a row, and which of a question's terms each of them is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.answering import word_codes as codes
from corpus.answering.question import Question
from corpus.answering.word_codes import WordCodes

Floats = NDArray[np.float64]
Integers = NDArray[np.integer[Any]]
Booleans = NDArray[np.bool_]


class CandidateWords:
    """The words of all candidates in a row, and which question term each one is.

    `owner` is the number of each word's candidate, from 0; `term` that of the question term it is,
    -1 for none; `related` that of the term it is or begins like. `ends` are the numbers after each
    candidate's last word.
    """

    def __init__(self, question: Question, arrays: Sequence[WordCodes]) -> None:
        self.size = len(arrays)
        self.terms = len(question.terms)
        self.lengths = np.array([len(array) for array in arrays], np.int64)
        self.ends = np.cumsum(self.lengths)
        self.codes = np.concatenate(arrays)
        self.owner = np.repeat(np.arange(self.size), self.lengths)
        self.traits = codes.traits(self.codes)
        hashes = codes.term_hashes(self.codes)
        asked = np.array([codes.hash_of(term) for term in question.terms], np.uint32)
        self.term = _lookup(asked, hashes)
        is_long = [len(term) >= codes.PREFIX for term in question.terms]
        alike = _lookup(codes.prefix_hashes(asked[is_long]), codes.prefix_hashes(hashes))
        self.related = np.where(self.term >= 0, self.term, _named(alike, np.flatnonzero(is_long)))

    def holds(self, term: Integers) -> Booleans:
        """Tell for each candidate which question terms it has; `term` is each word's, or -1."""
        return self.holds_by_group(self.owner, self.size, term)

    def holds_by_group(self, groups: Integers, count: int, term: Integers) -> Booleans:
        """Tell the same for each of `count` groups; `groups` has the number of each word's."""
        holds = np.zeros((count, self.terms), np.bool_)
        at = np.flatnonzero(term >= 0)
        holds[groups[at], term[at]] = True
        return holds

    def has_trait(self, trait: int) -> Booleans:
        """Mark the words with a trait."""
        return np.asarray((self.traits & np.uint16(trait)) != 0)

    def have_any(self, marks: Booleans) -> Booleans:
        """Tell which candidates have a marked word."""
        return np.bincount(self.owner[marks], minlength=self.size) > 0


def greatest(values: Floats, owner: Integers, size: int) -> Floats:
    """Return the greatest value of each owner, 0 where it has none; no value is below 0."""
    most = np.zeros(size)
    np.maximum.at(most, owner, values)
    return most


def _lookup(asked: NDArray[np.uint32], hashes: NDArray[np.uint32]) -> Integers:
    """Return the place of each hash in `asked`, -1 where it is not there."""
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
