"""Keeping together, on a phone's short lines, what is read together: "26 October 2024", "¶ 7"."""

from __future__ import annotations

NO_BREAK = "\u00a0"
"""The space at which no line ends."""

DOT = f" ·{NO_BREAK}"
"""Between the facts of a line. Where the line must end there, the dot begins the next one."""


def unbroken(text: str) -> str:
    """Write a few words so that they stay on one line."""
    return text.replace(" ", NO_BREAK)


def paragraph_mark(number: int) -> str:
    """Write the number of a paragraph, from 1: "¶ 7"."""
    return unbroken(f"¶ {number}")
