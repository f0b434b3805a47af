"""Lines that run from right to left: the order in which their runs and letters are read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LEFT_TO_RIGHT = re.compile(r"[A-Za-z\u00c0-\u024f]")

_SHAPED = re.compile("[\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]")
"""Letters in the shape that they have at their place in a word; the letter is the same."""

_LAST_ONLY = "ךםןףץةى"
"""Hebrew and Arabic letters that only end words."""

_WORD = re.compile("[\u0590-\u08ff]{2,}")

_FROM_THE_LEFT = re.compile(
    r"[0-9A-Za-z\u00c0-\u024f](?:[^\u0590-\u08ff]*[0-9A-Za-z\u00c0-\u024f%])?"
)
"""What runs from left to right inside such a line: figures, and words of other scripts."""


def is_right_to_left(text: str) -> bool:
    """Tell whether most letters of a text are of scripts that run from right to left."""
    found = len(_RIGHT_TO_LEFT.findall(text))
    return found > 0 and found > len(_LEFT_TO_RIGHT.findall(text))


def text_from_right(runs: Iterable[tuple[float, str]]) -> str:
    """Join the runs of a line from right to left; each comes with its place from the left.

    The run furthest right comes first. Runs that begin at one place are parts of one string, which
    lists them from left to right. Where no run holds a space, each of them is a word.
    """
    placed = sorted(enumerate(runs), key=lambda run: (-run[1][0], -run[0]))
    words: list[str] = []
    for _, (_, text) in placed:
        bare = text.strip()
        before, after = text[: text.index(bare)], text[text.index(bare) + len(bare) :]
        turned = not _RIGHT_TO_LEFT.search(bare)  # its ends are where they are seen, not read
        words.append(f"{after}{bare}{before}" if turned else text)
    spaced = any(" " in word for word in words)
    return ("" if spaced else " ").join(words)


def letters_in_order(lines: Iterable[str]) -> list[str]:
    """Return lines with the plain letters of shaped ones, turned round where they are backwards.

    Files store a word's letters from left to right or as they are read, and do not say which;
    letters that only end words do.
    """
    lines = list(lines)
    if not any(map(_RIGHT_TO_LEFT.search, lines)):
        return lines
    plain = [
        _SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), line) for line in lines
    ]
    words = [word for line in plain for word in _WORD.findall(line)]
    at_start = sum(word[0] in _LAST_ONLY for word in words)
    at_end = sum(word[-1] in _LAST_ONLY for word in words)
    if at_start <= at_end:
        return plain
    return [_backwards(line) if is_right_to_left(line) else line for line in plain]


def _backwards(line: str) -> str:
    """Turn a line round, except for what runs from left to right in it."""
    return _FROM_THE_LEFT.sub(lambda found: found[0][::-1], line[::-1])
