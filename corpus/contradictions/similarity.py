"""How near words are in meaning, by the word vectors that the networks share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus.encoder import MODEL, load_tokenizer
from corpus.encoder.network import load_word_vectors

Vectors = NDArray[np.float32]

ALIKE = 0.4
"""Cosine from which two words are taken for forms or kinds of one thing: "strike", "strikers"."""

_REMEMBERED = 2**13
"""Terms kept with their vectors: 13 MB."""


def far_from(terms: Iterable[str], others: frozenset[str]) -> list[str]:
    """Return those of some terms that are like none of the others."""
    left = sorted(terms)
    if not left or not others:
        return left
    cosines = _stacked(left) @ _stacked(sorted(others)).T
    nearest = cosines.max(axis=1)
    return [term for term, cosine in zip(left, nearest, strict=True) if cosine < ALIKE]


def nearness(terms: Iterable[str], others: frozenset[str]) -> float:
    """Return the mean, over some terms, of how like the likest of the others is, from 0 to 1.

    Without terms or others it is 0.
    """
    left = sorted(terms)
    if not left or not others:
        return 0.0
    cosines = _stacked(left) @ _stacked(sorted(others)).T
    nearest = np.where([term in others for term in left], 1.0, cosines.max(axis=1))
    return float(np.clip(nearest, 0.0, 1.0).mean())


def similar(some: frozenset[str], others: frozenset[str]) -> float:
    """Return the cosine of the sums of two sets' vectors; 0 where one is empty."""
    if not some or not others:
        return 0.0
    mine, theirs = (_stacked(sorted(terms)).sum(axis=0) for terms in (some, others))
    return float(mine @ theirs / ((np.linalg.norm(mine) * np.linalg.norm(theirs)) or 1.0))


def _stacked(terms: Iterable[str]) -> Vectors:
    return np.stack([_vector(term) for term in terms])


@lru_cache(_REMEMBERED)
def _vector(term: str) -> Vectors:
    """Return the mean of a term's pieces, less what all have in common, of length 1."""
    pieces = [piece.number for piece in load_tokenizer(MODEL)(term)]
    if not pieces:
        return np.zeros_like(_common())
    vector = load_word_vectors(MODEL)[np.array(pieces)].mean(axis=0) - _common()
    return np.asarray(vector / (np.linalg.norm(vector) or 1.0), np.float32)


@cache
def _common() -> Vectors:
    """Return the mean of all word vectors."""
    kept = load_word_vectors(MODEL)
    return np.asarray((kept.rounded * kept.scales[:, None]).mean(axis=0), np.float32)
