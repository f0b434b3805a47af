"""Pass 2: from each piece's logits to one cue's source and content, scored as wholes."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.article import Span

LONGEST_SOURCE = 64
"""Pieces in a source at most."""

BORDER_WEIGHT = 0.5
"""How much a content's first and last piece count beside what lies between; tuned on held-out
articles."""

Floats = NDArray[np.float32]


class Parts(NamedTuple):
    """A cue's parts in pieces, ends exclusive; `source` is None where it has none.

    `claim` is the logit that the cue makes a claim, `source_chance` the probability of the source
    as chosen, `content_chance` the mean probability of the content's pieces.
    """

    source: Span | None
    content: list[Span]
    claim: float
    source_chance: float
    content_chance: float


def find_parts(logits: Floats, cue: Span) -> Parts:
    """Choose the best source and the best content outside the cue.

    `logits` is (pieces, 6): claim (read at the first piece), source begins, source ends, content,
    content begins, content ends.
    """
    free = np.ones(len(logits), dtype=bool)
    free[[0, -1]] = False
    free[slice(*cue)] = False
    source, source_chance = best_source(logits[:, 1], logits[:, 2], free)
    if source:
        free[slice(*source)] = False
    content = best_content(logits[:, 3], logits[:, 4], logits[:, 5], free)
    inside = np.concatenate([logits[slice(*span), 3] for span in content] or [np.full(1, -9.0)])
    sure = float((1 / (1 + np.exp(-inside))).mean())
    return Parts(source, content, float(logits[0, 0]), source_chance, sure)


def best_source(begins: Floats, ends: Floats, free: NDArray[np.bool_]) -> tuple[Span | None, float]:
    """Find the likeliest stretch of free pieces, or None where no source is likelier.

    The chance of a stretch is its first piece's chance to begin times its last one's to end; the
    first special piece stands for no source (as in reading comprehension: Devlin et al., 2019).
    """
    allowed = free.copy()
    allowed[0] = True
    first = softmax(np.where(allowed, begins, -np.inf))
    last = softmax(np.where(allowed, ends, -np.inf))
    none = float(first[0] * last[0])
    chances = np.triu(np.outer(first, last))
    chances -= np.triu(chances, LONGEST_SOURCE)
    blocked = np.cumsum(~free)
    chances[blocked[:, None] != blocked[None, :]] = 0
    chances[0] = 0
    start, end = divmod(int(chances.argmax()), len(first))
    best = float(chances[start, end])
    return (None, none) if none >= best else ((start, end + 1), best)


def best_content(
    inside: Floats, begins: Floats, ends: Floats, free: NDArray[np.bool_]
) -> list[Span]:
    """Find the stretches of free pieces whose scores add up to most (Viterbi, 1967).

    A stretch scores the sum of its pieces' logits, and of its borders' logits weighted. There is
    always at least one stretch where any piece is free.
    """
    gain = np.where(free, inside, -np.inf)
    opening = BORDER_WEIGHT * begins
    closing = BORDER_WEIGHT * ends
    outside_best, inside_best = 0.0, -np.inf
    outside_from: list[bool] = []
    inside_from: list[bool] = []
    for piece, open_gain, close_gain in zip(
        gain.tolist(), opening.tolist(), closing.tolist(), strict=True
    ):
        starts = outside_best + open_gain
        inside_from.append(inside_best >= starts)
        stays = max(inside_best, starts) + piece
        closed = stays + close_gain
        outside_from.append(closed > outside_best)
        outside_best, inside_best = max(outside_best, closed), stays
    return _traced(outside_from, inside_from) or _best_piece(gain)


def _traced(outside_from: list[bool], inside_from: list[bool]) -> list[Span]:
    """Walk back from the last piece: which stretches led to the best score."""
    found: list[Span] = []
    end = 0
    for at in range(len(outside_from) - 1, -1, -1):
        if not end and outside_from[at]:
            end = at + 1
        if end and not inside_from[at]:
            found.append((at, end))
            end = 0
    return found[::-1]


def _best_piece(gain: Floats) -> list[Span]:
    """Fall back on the one likeliest piece; none where no piece is free."""
    best = int(gain.argmax())
    return [(best, best + 1)] if np.isfinite(gain[best]) else []


def softmax(scores: Floats) -> Floats:
    """Turn scores into probabilities that add up to 1."""
    raised: Floats = np.exp(scores - scores.max())
    shares: Floats = raised / raised.sum()
    return shares
