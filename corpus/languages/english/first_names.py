"""Guess from its letters whether a word is a man's first name, a woman's or none: "Beatrix".

A logistic regression over groups of letters, hashed (Weinberger et al., 2009), so that no list of
names is needed. `python -m corpus.learning first_names` learns it and writes `first_names.npz`.
"""

from __future__ import annotations

import unicodedata
import zlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FILE = Path(__file__).with_suffix(".npz")

BUCKETS = 2**14
"""Weights of groups of letters; several groups may share one."""

GROUPS = range(2, 7)
"""Letters in a group, the marks of the beginning and the end of a word among them."""


class Chances(NamedTuple):
    """How likely a word is a man's first name, a woman's, and neither; they add up to 1."""

    he: float
    she: float
    neither: float


@cache
def chances_of(word: str) -> Chances:
    """Return what the letters of a word tell; accents and capitals do not count."""
    weights, always = _weights()
    scores = weights[buckets_of(word)].sum(axis=0) + always
    raised = np.exp(scores - scores.max())
    return Chances(*(raised / raised.sum()).tolist())


def may_be_first_name(word: str) -> bool:
    """Tell a word that is likelier a first name than none."""
    return chances_of(word).neither < 0.5  # noqa: PLR2004 - likelier than not


def buckets_of(word: str) -> list[int]:
    """Return the numbers of the weights that count for a word, each once."""
    marked = f"^{_plain(word)}$"
    groups = {
        marked[first : first + length]
        for length in GROUPS
        for first in range(len(marked) - length + 1)
    }
    return sorted({zlib.crc32(group.encode()) % BUCKETS for group in groups})


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _weights() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return a row of weights for each bucket, a column for each chance, and what always counts."""
    with np.load(FILE) as kept:
        return kept["rounded"] * kept["scale"], kept["always"]
