"""Paragraphs as the network reads them: word pieces with their places, long ones in windows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.article import Span
from corpus.encoder import BEGIN, END, Piece, Tokenizer

PIECES = 254
"""Word pieces in one window at most; with the two special ones 256."""

CONTEXT = 64
"""Word pieces of a long paragraph that a window shares with each neighbour: about two sentences."""

SENTENCE_ENDS = frozenset([".", "?", "!"])


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """A paragraph, or a part of a long one, in word pieces.

    `ids` are the pieces' numbers, a special one at either end. `starts` and `ends` are their places
    in the whole text, both 0 for the special ones. Cues count only among the pieces of `own`; the
    others are context, and belong to a neighbour.
    """

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    own: range

    def __len__(self) -> int:
        """Count the pieces, special ones included."""
        return len(self.ids)


def windows(tokenizer: Tokenizer, text: str, paragraphs: Sequence[Span]) -> list[Window]:
    """Return the windows of each paragraph, in reading order. `paragraphs` are spans of `text`."""
    special = (tokenizer.numbers[BEGIN], tokenizer.numbers[END])
    made = []
    for start, end in paragraphs:
        pieces = tokenizer(text[start:end])
        spelled = [tokenizer.vocabulary[piece.number] for piece in pieces]
        made += [_window(pieces, start, owned, special) for owned in owned_ranges(spelled)]
    return made


def owned_ranges(pieces: Sequence[str]) -> Iterator[range]:
    """Divide a paragraph's pieces among windows, at sentence ends where there are any.

    A paragraph that fits one window gets one. Each range leaves room for the context around it.
    """
    first = 0
    while len(pieces) - first > (PIECES if not first else PIECES - CONTEXT):
        furthest = first + PIECES - 2 * CONTEXT
        nearest = first + CONTEXT
        ends = (at for at in range(furthest, nearest, -1) if pieces[at - 1] in SENTENCE_ENDS)
        after = next(ends, furthest)
        yield range(first, after)
        first = after
    if pieces:
        yield range(first, len(pieces))


def _window(pieces: Sequence[Piece], offset: int, owned: range, special: tuple[int, int]) -> Window:
    """Cut out the owned pieces with their context, between the two special pieces."""
    first = max(0, owned.start - CONTEXT)
    table = np.array(pieces[first : first + PIECES], dtype=np.int64)
    return Window(
        ids=np.concatenate([special[:1], table[:, 0], special[1:]]),
        starts=np.concatenate([[0], table[:, 1] + offset, [0]]),
        ends=np.concatenate([[0], table[:, 2] + offset, [0]]),
        own=range(owned.start - first + 1, owned.stop - first + 1),
    )
