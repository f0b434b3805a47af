"""Learn to guess first names: `python -m corpus.learning first_names NAMES WORDS`.

Writes `first_names.npz` beside `corpus/languages/english/first_names.py`, and prints how often what is
left out of learning is told right.

- NAMES has a first name a line with two numbers, parted by tabs: how common it is for men, for women.
- WORDS has words that are no first names, one a line.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from corpus.languages.english.first_names import BUCKETS, FILE, buckets_of
from corpus.learning.held_out import fold

HE, SHE, NEITHER = range(3)

STRENGTH = 0.5
"""How much the examples count beside the weights' squares (scikit-learn's C)."""

FEWEST = 0.08
"""Share of a name's bearers from which it counts for a gender."""

MOST = 6.0
"""How much the commonest name counts at most; a rare one counts 1."""

OF_WORDS = 1.5
"""How much a word counts that is no name."""

FOLDS = 10
"""Parts into which the words are divided to measure: one is left out."""


def main(arguments: Sequence[str]) -> None:
    """Measure on a tenth that is left out, then learn from everything and write it."""
    parser = argparse.ArgumentParser(
        prog="python -m corpus.learning first_names", description=__doc__
    )
    parser.add_argument("names", type=Path)
    parser.add_argument("words", type=Path)
    given = parser.parse_args(arguments)
    words, kinds, counts = read(given.names, given.words)
    rows = matrix(words)
    left_out = np.array([fold(word, FOLDS) == 0 for word in words])
    model = fit(rows[~left_out], kinds[~left_out], counts[~left_out])
    told = model.predict_proba(rows[left_out])
    named = kinds[left_out] != NEITHER
    right = (told[:, HE] > told[:, SHE]) == (kinds[left_out] == HE)
    print(f"gender of names: {np.average(right[named], weights=counts[left_out][named]):.3f}")
    print(f"name or none: {((told[:, NEITHER] < told[:, :2].sum(axis=1)) == named).mean():.3f}")
    write(fit(rows, kinds, counts))


def read(names: Path, words: Path) -> tuple[list[str], NDArray[np.int64], NDArray[np.float64]]:
    """Return words, what each is, and how much it counts; a name of both genders stands there twice."""
    read: list[tuple[str, int, float]] = []
    for line in names.read_text(encoding="utf-8").splitlines():
        name, *common = line.split("\t")
        each = [float(number) for number in common]
        for kind, bearers in zip((HE, SHE), each, strict=True):
            share = bearers / sum(each)
            if share > FEWEST:
                count = min(1 + np.log1p(sum(each)) / 2, MOST) * share
                read.append((name, kind, float(count)))
    no_names = words.read_text(encoding="utf-8").split()
    read += [(word, NEITHER, OF_WORDS) for word in no_names]
    texts, kinds, counts = zip(*read, strict=True)
    return [*texts], np.array(kinds), np.array(counts)


def matrix(words: Sequence[str]) -> csr_matrix:
    """Return a row for each word, with 1 in each bucket that counts for it."""
    rows = [buckets_of(word) for word in words]
    ends = np.cumsum([0, *map(len, rows)])
    places = np.concatenate(rows)
    return csr_matrix((np.ones(len(places)), places, ends), shape=(len(words), BUCKETS))


def fit(
    rows: csr_matrix, kinds: NDArray[np.int64], counts: NDArray[np.float64]
) -> LogisticRegression:
    """Fit the regression of three kinds."""
    model = LogisticRegression(C=STRENGTH, max_iter=200)
    model.fit(rows, kinds, counts)
    return model


def write(model: LogisticRegression, file: Path = FILE) -> None:
    """Write the weights in int8, with one scale."""
    scale = np.float32(np.abs(model.coef_).max() / 127)
    rounded = np.round(model.coef_.T / scale).astype(np.int8)
    np.savez_compressed(
        file, rounded=rounded, scale=scale, always=model.intercept_.astype(np.float32)
    )
