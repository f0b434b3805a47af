"""Paragraphs as the network reads them: word pieces with their places, long ones in windows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from corpus.article import Span
from corpus.encoder import BEGIN, END, number_of, readable

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
    """Give the windows of each paragraph, in reading order. `paragraphs` are spans of `text`."""
    texts = [readable(text[start:end]) for start, end in paragraphs]
    encodings = tokenizer.encode_batch(texts, add_special_tokens=False)
    special = (number_of(tokenizer, BEGIN), number_of(tokenizer, END))
    return [
        _window(encoding, start, owned, special)
        for (start, _), encoding in zip(paragraphs, encodings, strict=True)
        for owned in owned_ranges(encoding.tokens)
    ]


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


def _window(encoding: Encoding, offset: int, owned: range, special: tuple[int, int]) -> Window:
    """Cut out the owned pieces with their context, between the two special pieces."""
    first = max(0, owned.start - CONTEXT)
    last = min(len(encoding.ids), first + PIECES)
    places = np.array(encoding.offsets[first:last], dtype=np.int64).reshape(-1, 2) + offset
    return Window(
        ids=np.array([special[0], *encoding.ids[first:last], special[1]], dtype=np.int64),
        starts=np.concatenate([[0], places[:, 0], [0]]),
        ends=np.concatenate([[0], places[:, 1], [0]]),
        own=range(owned.start - first + 1, owned.stop - first + 1),
    )
