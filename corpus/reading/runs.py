"""Runs of text, some of them raised, joined to one text."""

from __future__ import annotations

from itertools import groupby

from corpus.reading.raised import raised

_BEFORE = 10
"""Characters before raised text that decide how it is written."""


class Runs:
    """Collects the runs of one block, in which programs may part even a word or a raised figure."""

    def __init__(self) -> None:
        self._runs: list[tuple[bool, str]] = []

    def add(self, text: str, *, is_raised: bool = False) -> None:
        """Add a run."""
        if text:
            self._runs.append((is_raised, text))

    def take(self) -> str:
        """Return the text of the runs, and begin anew."""
        text = ""
        for is_raised, runs in groupby(self._runs, key=lambda run: run[0]):
            joined = "".join(words for _, words in runs)
            text += raised(joined, text[-_BEFORE:]) if is_raised else joined
        self._runs.clear()
        return text
