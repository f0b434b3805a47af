"""Pass 1: from each piece's cue tags to cues."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

POSSIBLE = 0.25
"""A piece less likely than this to be in a cue is in none."""

CANDIDATE = 0.45
"""A cue whose likeliest piece is less likely than this is none; pass 2 and the claim's confidence
choose among the others. On the tuning month .3 gives the same F1 as .45, takes a tenth more
time, and finds more that are wrong."""

SHARE = 0.5
"""A cue's pieces are at least this share as likely as its likeliest."""


BEGINS = 0.5
"""A piece this likely to begin a cue ends the cue before it."""

MOST = 24
"""Cues in one window at most, the likeliest: news has up to about ten, and each one costs a reading
of the window."""


class Cue(NamedTuple):
    """A cue's first piece, the one after its last, and how likely it is, from 0 to 1."""

    first: int
    after: int
    chance: float


def find_cues(logits: NDArray[np.float32], own: range) -> list[Cue]:
    """Find the candidates among the pieces of `own`, in order, from one window's tag logits.

    `logits` is (pieces, 3): outside, cue begins, cue goes on.
    """
    chances = np.exp(logits - logits.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    inside = 1 - chances[:, 0]
    found = []
    first = own.start
    while first < own.stop:
        if inside[first] < POSSIBLE:
            first += 1
            continue
        after = first + 1
        while after < len(inside) - 1 and inside[after] >= POSSIBLE and chances[after, 1] < BEGINS:
            after += 1
        found.append(_tightened(inside, first, after))
        first = after
    likely = [cue for cue in found if cue.chance >= CANDIDATE]
    likeliest = sorted(likely, key=lambda cue: -cue.chance)[:MOST]
    return sorted(likeliest)


def _tightened(inside: NDArray[np.float32], first: int, after: int) -> Cue:
    """Leave out the unlikely pieces at both ends."""
    likely = np.flatnonzero(inside[first:after] >= SHARE * inside[first:after].max())
    best = float(inside[first:after].max())
    return Cue(first + int(likely[0]), first + int(likely[-1]) + 1, best)
