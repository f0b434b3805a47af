"""The two halves: `open` may be read and learnt from, `blind` only counted."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.other_side.cases import Case, read_cases

HALVES = ("open", "blind")


def cases(half: str) -> list[Case]:
    """Read one half."""
    return list(read_cases(Path(__file__).with_name(f"{half}.txt")))
