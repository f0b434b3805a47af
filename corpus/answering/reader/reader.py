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

OUTPUTS = ("answers", "answer begins", "answer ends", "holds whole", "holds first", "holds last")
"""What each output of a piece means. "answers" counts at a row's first piece only. The last three are
one judgement, whether the answer is really there: the sum of what a row's first piece gives, the first
piece of the likeliest answer, and its last."""

LONGEST_ANSWER = 24
"""Word pieces of an answer at most."""

SIGNS = CURRENCY_SIGNS | {"%"}
"""Signs that are part of an amount, whichever side of it they stand on."""

NO_MARGIN = -9.0
"""The margin where there are no words at all: about the least there is."""

SURE = 0.3
"""Chance from which an answer may be marked: of those that fit the question about 9 of 10 are right
(see RANKING.md)."""


class Reading(NamedTuple):
    """What was read in one passage.

    `relevance` is the logit of its answering, learnt from passages on other things; `holds` that of
    its holding the answer, learnt from passages about it that do not. `words` are the characters of
    the likeliest answer, None in a passage without words; `chance`, from 0 to 1, is theirs, `margin`
    by how much their logit exceeds that of no answer. `pieces` are the numbers of the pieces read,
    those over the passage among them.
    """

    relevance: float
    holds: float
    words: Span | None
    chance: float
    margin: float
    pieces: tuple[int, ...]

    @property
    def answer(self) -> Span | None:
        """The likeliest answer, None where it is not sure enough."""
        return self.words if self.chance >= SURE else None

    def moved(self, by: int) -> Reading:
        """Return the same reading with the words' characters counted from `by` earlier."""
        if not self.words:
            return self
        return self._replace(words=(self.words[0] + by, self.words[1] + by))


class Reader:
    """Reads passages; the model is loaded on first use. One may serve several threads at once."""

    def __init__(self, folder: Path = MODEL, *, at_once: int = 2) -> None:
        self.folder = folder
        self.network = Network("reader", folder)
        self._threads = ThreadPoolExecutor(at_once, "reader")

    def read(
        self, question: str, passages: Sequence[str], over: Sequence[str] = ()
    ) -> list[Reading]:
        """Read each passage with the question, some at once; same order as given.

        `over` is read before each passage, where it is given, and holds no answer.
        """
        rows = rows_of(load_tokenizer(self.folder), question, passages, over)
        return list(self._threads.map(self._read, rows, passages))

    def _read(self, row: Row, passage: str) -> Reading:
        return reading_of(row, passage, self.network(row.ids, row.segments[None])[0])[0]


def reading_of(row: Row, text: str, logits: Floats) -> tuple[Reading, tuple[int, int]]:
    """Read what the network gave for a row; with it the numbers of the answer's ends among its pieces."""
    by_output = dict(zip(OUTPUTS, logits.T, strict=True))
    relevance, whole = float(by_output["answers"][0]), float(by_output["holds whole"][0])
    if not len(row.places):
        return Reading(relevance, whole, None, 0.0, NO_MARGIN, ()), (0, 0)
    inside = slice(row.first, row.first + len(row.places))
    begins, ends = by_output["answer begins"], by_output["answer ends"]
    nothing = begins[0] + ends[0]
    chances = _chances(begins[inside], ends[inside], nothing)
    at = divmod(int(np.argmax(chances)), len(row.places))
    first, last = row.first + at[0], row.first + at[1]
    reading = Reading(
        relevance=relevance,
        holds=whole + float(by_output["holds first"][first] + by_output["holds last"][last]),
        words=whole_words(text, (int(row.places[at[0], 0]), int(row.places[at[1], 1]))),
        chance=float(chances[at]),
        margin=float(begins[first] + ends[last] - nothing),
        pieces=tuple(row.ids[row.second : inside.stop].tolist()),
    )
    return reading, (first, last)


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
