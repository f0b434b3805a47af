"""How nearly a passage says the words of a question, in other words: "hurt" beside "injured"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.encoder import MODEL, load_tokenizer
from corpus.encoder.network import load_word_vectors

Floats = NDArray[np.float32]

MOST_WORDS = 4_096
"""Words whose vectors are kept for the next question, 6 MB with all their pieces."""


def likenesses(forms: Sequence[str], pieces: Sequence[int]) -> NDArray[np.float64]:
    """Return for each word of a question how like it the likest of a passage's pieces is.

    The cosine of the networks' word vectors, from -1 to 1; of a word in several pieces the mean of
    theirs. `pieces` are the passage's numbers; without any, all is 0.
    """
    if not pieces:
        return np.zeros(len(forms))
    passage = _directions(np.unique(pieces))
    return np.array([float((_word(form) @ passage.T).max(axis=1).mean()) for form in forms])


@lru_cache(MOST_WORDS)
def _word(form: str) -> Floats:
    """Return the directions of a word's pieces; one of no direction where it has none."""
    numbers = [piece.number for piece in load_tokenizer(MODEL)(form)]
    return (
        _directions(np.array(numbers)) if numbers else np.zeros((1, len(_mean(MODEL))), np.float32)
    )


def _directions(numbers: NDArray[np.int64]) -> Floats:
    """Return word vectors, of length 1, from the mean of all: they point away from one another."""
    vectors = load_word_vectors(MODEL)[numbers] - _mean(MODEL)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, np.finfo(np.float32).tiny))


@cache
def _mean(folder: Path) -> Floats:
    vectors = load_word_vectors(folder)
    return np.asarray((vectors.rounded * vectors.scales[:, None]).mean(axis=0))
