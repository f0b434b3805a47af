"""Learn when a source is against another: `python -m corpus.learning other-side FILE…`.

Prints `WEIGHTS` and `BIAS` of `corpus/contradictions/weighing.py`, and what is reached on cases that are left
out. `other_side_cases` says what a FILE is.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus import Corpus
from corpus.contradictions.weighing import is_vetoed, weighed
from corpus.learning.held_out import fold
from corpus.learning.other_side_cases import Case, read_cases
from corpus.learning.regression import fit_logistic

PENALTY = 1.5
"""How much a weight's square costs."""

FOLDS = 5
"""Parts into which articles are divided to measure; each is left out of learning in turn."""

BARS = (0.3, 0.4, 0.5, 0.6, 0.7)

Floats = NDArray[np.float64]


class Rows(NamedTuple):
    """The pairs of a case that no veto keeps apart, as measured, and which are against each other."""

    name: str
    has_other_side: bool
    names: list[str]
    measured: Floats
    against: list[bool]


def main(arguments: Sequence[str]) -> None:
    """Learn from files, and print what is reached on what is left out, and the weights."""
    parser = argparse.ArgumentParser(
        prog="python -m corpus.learning other-side", description=__doc__
    )
    parser.add_argument("files", nargs="+", type=Path, help="cases")
    rows = [rows for path in parser.parse_args(arguments).files for rows in read_rows(path)]
    for line in _left_out(rows):
        print(line)
    names = next(each.names for each in rows if each.names)
    weights, bias = _fit(rows)
    rounded = dict(zip(names, weights.round(2).tolist(), strict=True))
    print("corpus/contradictions/weighing.py: WEIGHTS =", rounded, "BIAS =", round(bias, 2))


def read_rows(path: Path) -> list[Rows]:
    """Measure the pairs of every case of a file whose question is answered."""
    corpora: dict[int, Corpus] = {}
    rows = []
    for case in read_cases(path):
        if path.suffix == ".jsonl" and not case.right:
            continue
        key = id(case.articles)
        corpora.setdefault(key, Corpus(case.articles))
        rows.append(_rows(case, corpora[key]))
    return rows


def _rows(case: Case, corpus: Corpus) -> Rows:
    pairs = [each for each in corpus.compare(case.question) if not is_vetoed(each.measured)]
    measured = [weighed(each.measured) for each in pairs]
    return Rows(
        case.articles[0].id,
        bool(case.beside or case.other),
        list(measured[0]) if measured else [],
        np.array([list(each.values()) for each in measured]),
        [case.is_against(each.shown, each.other) for each in pairs],
    )


def _fit(rows: Sequence[Rows]) -> tuple[Floats, float]:
    telling = [each for each in rows if each.against]
    return fit_logistic(
        np.concatenate([each.measured for each in telling]),
        [against for each in telling for against in each.against],
        penalty=PENALTY,
        with_bias=True,
    )


def _left_out(rows: Sequence[Rows]) -> list[str]:
    """Tell for each bar how many other sides are shown, rightly and wrongly."""
    shown: list[tuple[float, bool]] = []
    for part in range(FOLDS):
        weights, bias = _fit([each for each in rows if fold(each.name, FOLDS) != part])
        for each in rows:
            if fold(each.name, FOLDS) == part and each.against:
                scores = each.measured @ weights + bias
                best = int(np.argmax(scores))
                shown.append((float(1 / (1 + np.exp(-scores[best]))), each.against[best]))
    there = sum(each.has_other_side for each in rows)
    lines = [f"{len(rows)} questions, {there} with another side"]
    for bar in BARS:
        right = sum(against for chance, against in shown if chance >= bar)
        wrong = sum(not against for chance, against in shown if chance >= bar)
        lines.append(f"bar {bar}: {right} right, {wrong} wrong")
    return lines
