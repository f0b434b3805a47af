"""A made-up corpus of any size: words as frequent as in a language, paragraphs as long as news."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

VOCABULARY = 200_000
"""Different words: about what six million words of news hold, names and misprints included."""

ZIPF_SHIFT = 2.7
"""Mandelbrot's correction for the commonest words."""

MEDIAN_LENGTH, LENGTH_SPREAD, SHORTEST, LONGEST = 55, 0.5, 5, 250
"""Words in a paragraph: log-normal, the mean near 62."""

QUERY_RANKS = (30, 30_000)
"""Ranks of a question's words, even on a logarithmic scale: the commonest are stop words."""

QUERY_LENGTHS = (3, 8)

Document = list[str]

_SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]


def word(rank: int) -> str:
    """Spell the word of a rank: each its own, the common ones short."""
    syllables = []
    while rank >= 0:
        rank, syllable = divmod(rank, len(_SYLLABLES))
        syllables.append(_SYLLABLES[syllable])
        rank -= 1
    return "".join(syllables)


WORDS = [word(rank) for rank in range(VOCABULARY)]


def documents(count: int, seed: int = 1) -> Iterator[Document]:
    """Write paragraphs; the same seed gives the same ones."""
    random = np.random.default_rng(seed)
    frequencies = np.cumsum(1 / (np.arange(VOCABULARY) + ZIPF_SHIFT))
    for _ in range(count):
        length = random.lognormal(np.log(MEDIAN_LENGTH), LENGTH_SPREAD)
        drawn = random.random(int(np.clip(length, SHORTEST, LONGEST))) * frequencies[-1]
        yield [WORDS[rank] for rank in np.searchsorted(frequencies, drawn).tolist()]


def queries(count: int, seed: int = 2) -> list[Document]:
    """Ask questions that mix common and rare words, none twice in one."""
    random = np.random.default_rng(seed)
    low, high = np.log(QUERY_RANKS)
    fewest, most = QUERY_LENGTHS
    return [
        [
            WORDS[rank]
            for rank in dict.fromkeys(
                np.exp(random.uniform(low, high, random.integers(fewest, most + 1))).astype(int)
            )
        ]
        for _ in range(count)
    ]
