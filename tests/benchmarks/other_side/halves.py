"""The two halves: `open` may be read and learnt from, `blind` only counted."""

from __future__ import annotations

from pathlib import Path

from corpus.learning.other_side import OPEN, Case, read_cases

HALVES = {"open": OPEN, "blind": Path(__file__).with_name("blind")}


def cases(half: str) -> list[Case]:
    """Read one half."""
    return list(read_cases(HALVES[half]))
