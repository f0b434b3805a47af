"""A question and a passage side by side, as the reader's network takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.encoder import BEGIN, END, Piece, Pieces, Tokenizer

LONGEST_QUESTION = 48
"""Word pieces of a question that are read; what is longer was not learnt from."""

LONGEST_PASSAGE = 110
"""Word pieces of a passage that are read."""

MOST_CUT = 4_000
"""Characters of a text that are cut into pieces: so many pieces have about 500, and a hostile
sentence half a million."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One question and one passage in word pieces: `[CLS] question [SEP] passage [SEP]`.

    The passage's pieces begin at number `first`; `places` are their characters in it.
    """

    ids: Pieces
    first: int
    places: NDArray[np.int64]

    @property
    def segments(self) -> Pieces:
        """The passage is BERT's second segment, its last piece included."""
        return (np.arange(len(self.ids)) >= self.first).astype(np.int64)


def rows_of(tokenizer: Tokenizer, question: str, passages: Sequence[str]) -> list[Row]:
    """Cut a question and its passages into rows."""
    begin, end = tokenizer.numbers[BEGIN], tokenizer.numbers[END]
    asked = tokenizer(question[:MOST_CUT])[:LONGEST_QUESTION]
    head = [begin, *(piece.number for piece in asked), end]
    return [_row(head, tokenizer(passage[:MOST_CUT]), end) for passage in passages]


def _row(head: list[int], passage: list[Piece], end: int) -> Row:
    table = np.array(passage[:LONGEST_PASSAGE], np.int64).reshape(-1, 3)
    return Row(np.array([*head, *table[:, 0], end], np.int64), len(head), table[:, 1:])
