"""Learn the weights of ranking by words from questions with marked answers, and print them.

    python -m tests.benchmarks.fit_ranking ../shared/data/questions/*.jsonl

The files are as `retrieval.py` describes. Half of each, chosen by a hash of the article's or the
corpus' name, is learnt from; the other half is left for reporting.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus import Article, Corpus
from corpus.answering.features import FEATURES, measure
from corpus.answering.question import read_question
from corpus.answering.ranking import CANDIDATES, WEIGHTS

Floats = NDArray[np.float64]

QUESTIONS = 700
"""Questions taken from each file and kind of task at most; more change nothing but the time."""

NEWS = 2.0
"""The weight of a file of news beside the others: it is what the bot is for."""

RANKING_PENALTY = 0.01
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
    articles = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    weight = NEWS if path.name.startswith("news") else 1.0
    corpora: dict[str, list[Any]] = defaultdict(list)
    for article in articles:
        corpora[article["corpus"]].append(article)
    by_corpus = len(corpora) > 1
    within = [([article], [article]) for article in articles if article["questions"]]
    over = [(group, group) for group in corpora.values()]
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
    corpus = Corpus(
        (Article.from_paragraphs(a["title"], a["paragraphs"], id=a["article"]) for a in searched),
        reader=None,
    )
    ids = {a["article"] for a in searched}
    for article, question in own:
        gold = {(article["article"], place + 1) for place in question["gold"]}
        if len(searched) > 1 and "gold_all" in question:
            gold = {(name, place + 1) for name, place in question["gold_all"] if name in ids}
        asked = read_question(question["q"])
        matches = corpus._index.top(asked.terms, CANDIDATES)
        candidates = [corpus._candidate(match) for match in matches]
        if len(candidates) < 2:
            continue
        found = [n for n, c in enumerate(candidates) if (c.article_id, c.paragraph) in gold]
        if found:
            yield measure(asked, candidates, corpus._weights(asked.terms)), found


def fit_ranking(asked: Sequence[Asked]) -> Floats:
    """Learn to give the gold candidates the greatest share of each question's softmax."""
    columns = [FEATURES.index(name) for name in WEIGHTS]
    rows = [row.measured[:, columns] for row in asked]
    scale = np.concatenate(rows).std(axis=0) + 1e-9
    weights = np.zeros(len(columns))
    for _ in range(STEPS):
        gradient = 2 * RANKING_PENALTY * weights
        curvature = 2 * RANKING_PENALTY * np.eye(len(columns))
        for row, measured in zip(asked, rows, strict=True):
            scaled = measured / scale
            share = softmax(scaled @ weights)
            gold = scaled[row.gold].T @ softmax(scaled[row.gold] @ weights)
            mean = scaled.T @ share
            gradient += row.weight * (mean - gold)
            spread = (scaled * share[:, None]).T @ scaled - np.outer(mean, mean)
            curvature += row.weight * spread
        weights -= np.linalg.solve(curvature, gradient)
    return np.asarray(weights / scale)


def softmax(values: Floats) -> Floats:
    shares = np.exp(values - values.max())
    return np.asarray(shares / shares.sum())


if __name__ == "__main__":
    main()
