"""Learn the weights of ranking by words from questions with marked answers, and print them.

    python -m tests.benchmarks.fit_ranking ../shared/data/questions/*.jsonl

The files are as `retrieval.py` describes. Half of each, chosen by a hash of the article's or the
corpus' name, is learnt from; the other half is left for reporting.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.answering.features import FEATURES, measure
from corpus.answering.question import read_question
from corpus.answering.ranking import CANDIDATES, WEIGHTS
from corpus.learning.reader.examples import corpus_of, read_corpora

Floats = NDArray[np.float64]

QUESTIONS = 700
"""Questions taken from each file and kind of task at most; more change nothing but the time."""

NEWS = 2.0
"""The weight of a file of news beside the others: it is what the bot is for."""

PENALTY = 0.01
"""How much a weight's square costs; features are scaled to a deviation of 1 first."""

STEPS = 30
"""Newton's method has settled long before."""


class Asked(NamedTuple):
    """What was measured for one question: rows are candidates, `gold` the numbers of those that answer."""

    measured: Floats
    gold: list[int]
    weight: float


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn the weights of ranking by words.")
    parser.add_argument("files", nargs="+", type=Path)
    asked = [row for path in parser.parse_args().files for row in read(path)]
    ranking = fit_ranking(asked)
    print("ranking", {name: round(float(ranking[n]), 2) for n, name in enumerate(WEIGHTS)})


def is_learnt_from(name: str) -> bool:
    """Tell whether an article or a corpus belongs to the half that is learnt from."""
    return blake2b(name.encode(), digest_size=1).digest()[0] % 2 == 0


def read(path: Path) -> Iterator[Asked]:
    """Ask the questions of one file, within an article and over its corpus."""
    corpora = read_corpora(path)
    articles = list(chain.from_iterable(corpora))
    weight = NEWS if path.name.startswith("news") else 1.0
    by_corpus = len(corpora) > 1
    within = [([article], [article]) for article in articles if article["questions"]]
    over = [(group, group) for group in corpora]
    random = Random(0)  # noqa: S311 - a sample, not a secret
    for groups in (within, over):
        learnt = [
            (searched, asking)
            for searched, asking in groups
            if not by_corpus or is_learnt_from(searched[0]["corpus"])
        ]
        rows: list[tuple[Floats, list[int]]] = []
        for searched, asking in learnt:
            own = [a for a in asking if by_corpus or is_learnt_from(a["article"])]
            rows += ask(searched, own, random, chance(articles))
        for measured, gold in rows:
            yield Asked(measured, gold, weight / len(rows))


def chance(articles: Sequence[Any]) -> float:
    """Give the chance of each question to be taken."""
    return min(1.0, QUESTIONS / sum(len(article["questions"]) for article in articles))


def ask(
    searched: list[Any], asking: list[Any], random: Random, share: float
) -> Iterator[tuple[Floats, list[int]]]:
    """Measure the candidates of a sample of questions in a corpus of its own."""
    own = [(a, q) for a in asking for q in a["questions"] if not q["unanswerable"]]
    own = [pair for pair in own if random.random() < share]
    if not own:
        return
    corpus = corpus_of(searched)
    for article, question in own:
        gold = gold_of(question, article, searched)
        asked = read_question(question["q"])
        matches = corpus._index.top(asked.terms, CANDIDATES)
        candidates = [corpus._candidate(match) for match in matches]
        if len(candidates) < 2:
            continue
        found = [n for n, c in enumerate(candidates) if (c.article_id, c.paragraph) in gold]
        if found:
            yield measure(asked, candidates, corpus._weights(asked.terms)), found


def gold_of(question: Any, article: Any, searched: list[Any]) -> set[tuple[str, int]]:
    """Give the paragraphs that answer, from 1, each with its article's id."""
    if len(searched) > 1 and "gold_all" in question:
        return {(name, place + 1) for name, place in question["gold_all"]}
    return {(article["article"], place + 1) for place in question["gold"]}


def fit_ranking(asked: Sequence[Asked]) -> Floats:
    """Learn to give the gold candidates the greatest share of each question's softmax."""
    columns = [FEATURES.index(name) for name in WEIGHTS]
    rows = [row.measured[:, columns] for row in asked]
    scale = np.concatenate(rows).std(axis=0) + 1e-9
    learnt = [
        (measured / scale, row.gold, row.weight) for measured, row in zip(rows, asked, strict=True)
    ]
    return np.asarray(fit_choice(learnt, np.zeros(len(columns))) / scale)


def fit_choice(rows: Sequence[tuple[Floats, list[int], float]], weights: Floats) -> Floats:
    """Learn, by Newton's method, to give the gold rows the greatest share of each softmax.

    Each of `rows` is what was measured of one question's candidates, the numbers of those that
    answer, and how much the question counts. `weights` are where it starts.
    """
    for _ in range(STEPS):
        gradient = 2 * PENALTY * weights
        curvature = 2 * PENALTY * np.eye(len(weights))
        for measured, gold, weight in rows:
            share = softmax(measured @ weights)
            best = measured[gold].T @ softmax(measured[gold] @ weights)
            mean = measured.T @ share
            gradient += weight * (mean - best)
            curvature += weight * ((measured * share[:, None]).T @ measured - np.outer(mean, mean))
        weights = weights - np.linalg.solve(curvature, gradient)
    return weights


def softmax(values: Floats) -> Floats:
    shares = np.exp(values - values.max())
    return np.asarray(shares / shares.sum())


if __name__ == "__main__":
    main()
