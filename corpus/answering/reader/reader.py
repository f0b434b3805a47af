"""The reader: a small encoder that reads a question and a passage together.

It labels words that are there and cannot write any. For each passage it gives how likely it answers
(Nogueira and Cho, 2019: a question and a passage in one row) and the words in it that do, or none
(Devlin et al., 2019: their answer spans with SQuAD 2.0's "no answer" at the first piece).
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.answering.reader.rows import Row, rows_of
from corpus.article import Span, overlap
from corpus.encoder import MODEL, Network, load_tokenizer
from corpus.languages.english import words
from corpus.languages.english.numbers import CURRENCY_SIGNS

Floats = NDArray[np.float32]

OUTPUTS = ("answers", "answer begins", "answer ends")
"""What each output of a piece means; the first counts at a row's first piece only."""

LONGEST_ANSWER = 24
"""Word pieces of an answer at most."""

SIGNS = CURRENCY_SIGNS | {"%"}
"""Signs that are part of an amount, whichever side of it they stand on."""

SURE = 0.6
"""Chance from which an answer is marked: then about 4 of 5 are right (see RANKING.md)."""


class Reading(NamedTuple):
    """What was read in one passage.

    `relevance` is the logit of its answering. `answer` are the characters of the likeliest answer,
    None where it is not sure enough; `chance`, from 0 to 1, is that answer's in any case.
    """

    relevance: float
    answer: Span | None
    chance: float

    def moved(self, by: int) -> Reading:
        """Return the same reading with the answer's characters counted from `by` earlier."""
        if not self.answer:
            return self
        return self._replace(answer=(self.answer[0] + by, self.answer[1] + by))


class Reader:
    """Reads passages; the model is loaded on first use. One may serve several threads at once."""

    def __init__(self, folder: Path = MODEL, *, at_once: int = 2) -> None:
        self.folder = folder
        self.network = Network("reader", folder)
        self._threads = ThreadPoolExecutor(at_once, "reader")

    def read(self, question: str, passages: Sequence[str]) -> list[Reading]:
        """Read each passage with the question, some at once; same order as given."""
        rows = rows_of(load_tokenizer(self.folder), question, passages)
        return list(self._threads.map(self._read, rows, passages))

    def _read(self, row: Row, passage: str) -> Reading:
        return _reading(row, passage, self.network(row.ids, row.segments[None])[0])


def _reading(row: Row, text: str, logits: NDArray[np.float32]) -> Reading:
    relevance = float(logits[0, OUTPUTS.index("answers")])
    if not len(row.places):
        return Reading(relevance, None, 0.0)
    begins, ends = (logits[:, OUTPUTS.index(name)] for name in ("answer begins", "answer ends"))
    inside = slice(row.first, row.first + len(row.places))
    chances = _chances(begins[inside], ends[inside], begins[0] + ends[0])
    first, last = divmod(int(np.argmax(chances)), len(row.places))
    chance = float(chances[first, last])
    if chance < SURE:
        return Reading(relevance, None, chance)
    pieces = int(row.places[first, 0]), int(row.places[last, 1])
    return Reading(relevance, whole_words(text, pieces), chance)


def _chances(begins: Floats, ends: Floats, nothing: np.float32) -> Floats:
    """Return the chance of each first and last piece; what is left to 1 is that of no answer."""
    sums = begins[:, None] + ends[None, :]
    places = np.arange(len(begins))
    length = places[None, :] - places[:, None]
    sums = np.where((length >= 0) & (length < LONGEST_ANSWER), sums, -np.inf)
    most = max(float(nothing), float(sums.max()))
    shares = np.exp(sums - most)
    return np.asarray(shares / (shares.sum() + np.exp(nothing - most)))


def whole_words(text: str, span: Span) -> Span:
    """Widen a span to the whole words it touches, with a currency's or a percent sign beside them.

    A span that touches no word stays as it is.
    """
    touched = [word for word in words(text) if overlap((word.start, word.end), span)]
    if not touched:
        return span
    start, end = touched[0].start, touched[-1].end
    return start - (text[start - 1 : start] in SIGNS), end + (text[end : end + 1] in SIGNS)
