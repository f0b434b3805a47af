"""What a corpus measures and reads of the paragraphs it finds for a question, to learn from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus import Corpus
from corpus.answering.asked_claims import read_asked_claims
from corpus.answering.features import Candidate

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


def measured(corpus: Corpus, question: str, gold: set[tuple[str, int]]) -> Measured | None:
    """Measure all that BM25 finds; None where it finds fewer than FEWEST.

    `gold` are the paragraphs that answer, as article id and number from 1.
    """
    found = corpus.find(corpus.prepare(question))
    if len(found.candidates) < FEWEST:
        return None
    return Measured(found.measured, np.zeros(0), _rows_in(gold, found.candidates))


def measured_and_read(corpus: Corpus, question: str, gold: set[tuple[str, int]]) -> Measured | None:
    """Measure as `measured` does, and keep the best paragraphs by their words, which were read.

    The corpus must have a reader.
    """
    search = corpus.prepare(question)
    found = corpus.find(search)
    if len(found.candidates) < FEWEST:
        return None
    ranked = corpus.rank(search, found, read_asked_claims(question), finds_claims=False).paragraphs
    rows, readings, candidates = zip(
        *((each.measured, each.reading, each.candidate) for each in ranked if each.reading),
        strict=True,
    )
    relevances = np.array([reading.relevance for reading in readings])
    return Measured(np.stack(rows), relevances, _rows_in(gold, candidates))


def _rows_in(gold: set[tuple[str, int]], candidates: Sequence[Candidate]) -> list[int]:
    return [n for n, c in enumerate(candidates) if (c.article_id, c.paragraph) in gold]
