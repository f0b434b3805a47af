"""A corpus that tells what it measured and read of each paragraph it found, to learn from."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus import Corpus
from corpus.answering.features import Candidate, best_first, measure
from corpus.answering.ranking import CANDIDATES, READ, scores

Floats = NDArray[np.float64]

FEWEST = 2
"""Paragraphs found for a question at least: a choice among fewer teaches nothing."""


class Measured(NamedTuple):
    """What was measured of the paragraphs found for one question, one row a candidate.

    `rows` has one column for each of `corpus.answering.features.FEATURES`. `relevances` are the
    reader's logits, none where nothing was read. `gold` are the rows that answer.
    """

    rows: Floats
    relevances: Floats
    gold: list[int]


class MeasuredCorpus(Corpus):
    """Finds as `Corpus` does, and gives the numbers by which it ranks."""

    def measured(self, question: str, gold: set[tuple[str, int]]) -> Measured | None:
        """Measure all that BM25 finds; None where it finds fewer than FEWEST.

        `gold` are the paragraphs that answer, as article id and number from 1.
        """
        if not (found := self._found(question)):
            return None
        candidates, rows = found
        return Measured(rows, np.zeros(0), _rows_in(gold, candidates))

    def read(self, question: str, gold: set[tuple[str, int]]) -> Measured | None:
        """Measure as `measured` does, and read the best paragraphs by their words, best first."""
        if not (found := self._found(question)):
            return None
        candidates, rows = found
        order = best_first(candidates, scores(rows))[:READ]
        best = [candidates[row] for row in order]
        asked = self._read(question)
        readings = self._readings(asked, best, self._weights(asked.terms))
        relevances = np.array([reading.relevance for reading in readings])
        return Measured(rows[order], relevances, _rows_in(gold, best))

    def _found(self, question: str) -> tuple[list[Candidate], Floats] | None:
        asked = self._read(question)
        matches = self._index.top(asked.terms, CANDIDATES)
        if len(matches) < FEWEST:
            return None
        candidates = [self._candidate(match) for match in matches]
        return candidates, measure(asked, candidates, self._weights(asked.terms))


def _rows_in(gold: set[tuple[str, int]], candidates: list[Candidate]) -> list[int]:
    return [n for n, c in enumerate(candidates) if (c.article_id, c.paragraph) in gold]
