"""Lines that run from right to left: the order in which their runs and letters are read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Protocol, TypeVar

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LEFT_TO_RIGHT = re.compile(r"[A-Za-z\u00c0-\u024f]")

_SHAPED = re.compile("[\ufb1d-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]")
"""Letters in the shape that they have at their place in a word; the letter is the same."""

_LAST_ONLY = "ךםןףץةى"
"""Hebrew and Arabic letters that only end words."""

_WORD = re.compile("[\u0590-\u08ff]{2,}")


class _Placed(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def x(self) -> float: ...


_Run = TypeVar("_Run", bound=_Placed)


def is_right_to_left(text: str) -> bool:
    """Tell whether most letters of a text are of scripts that run from right to left."""
    found = len(_RIGHT_TO_LEFT.findall(text))
    return found > 0 and found > len(_LEFT_TO_RIGHT.findall(text))


def in_reading_order(runs: list[_Run]) -> list[_Run]:
    """Return a line's runs in the order in which they are read.

    Of a line from right to left the run furthest right comes first. Runs that begin at one place
    are parts of one string, which lists them from left to right.
    """
    if not is_right_to_left("".join(run.text for run in runs)):
        return runs
    numbered = sorted(enumerate(runs), key=lambda placed: (-placed[1].x, -placed[0]))
    return [run for _, run in numbered]


def letters_in_order(lines: Iterable[str]) -> list[str]:
    """Return lines with the plain letters of shaped ones, turned round where they are backwards.

    Files store a word's letters from left to right or as they are read, and do not say which;
    letters that only end words do.
    """
    plain = [
        _SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), line) for line in lines
    ]
    words = [word for line in plain for word in _WORD.findall(line)]
    at_start = sum(word[0] in _LAST_ONLY for word in words)
    at_end = sum(word[-1] in _LAST_ONLY for word in words)
    if at_start <= at_end:
        return plain
    return [_WORD.sub(lambda found: found[0][::-1], line) for line in plain]
