"""A question and a passage side by side, as the reader's network takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from corpus.encoder import BEGIN, END, Piece, Pieces, Tokenizer

LONGEST_QUESTION = 48
"""Word pieces of a question that are read; what is longer was not learnt from."""

LONGEST_PASSAGE = 110
"""Word pieces of a passage that are read, what stands over it among them."""

LONGEST_OVER = 32
"""Word pieces that are read of what stands over a passage."""

MOST_CUT = 4_000
"""Characters of a text that are cut into pieces: so many pieces have about 500, and a hostile
sentence half a million."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One question and one passage in word pieces: `[CLS] question [SEP] over passage [SEP]`.

    What stands over the passage, if anything, begins at number `second`, the passage itself at
    `first`; `places` are the characters of its pieces in it.
    """

    ids: Pieces
    second: int
    first: int
    places: NDArray[np.int64]

    @property
    def segments(self) -> Pieces:
        """The passage with what is over it is BERT's second segment, its last piece included."""
        return (np.arange(len(self.ids)) >= self.second).astype(np.int64)


def rows_of(
    tokenizer: Tokenizer, question: str, passages: Sequence[str], over: Sequence[str] = ()
) -> list[Row]:
    """Cut a question and its passages into rows; `over` stands over each passage, if given."""
    begin, end = tokenizer.numbers[BEGIN], tokenizer.numbers[END]
    asked = tokenizer(question[:MOST_CUT])[:LONGEST_QUESTION]
    head = [begin, *(piece.number for piece in asked), end]
    above = [[piece.number for piece in tokenizer(text[:MOST_CUT])] for text in over]
    return [
        _row(head, context[:LONGEST_OVER], tokenizer(passage[:MOST_CUT]), end)
        for passage, context in zip(passages, above or repeat([]), strict=bool(above))
    ]


def _row(head: list[int], context: list[int], passage: list[Piece], end: int) -> Row:
    table = np.array(passage[: LONGEST_PASSAGE - len(context)], np.int64).reshape(-1, 3)
    before = [*head, *context]
    ids = np.array([*before, *table[:, 0], end], np.int64)
    return Row(ids, len(head), len(before), table[:, 1:])
