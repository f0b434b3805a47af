"""Learn what the reader adds to ranking, and the weights of confidence, and print them.

    python -m tests.benchmarks.fit_reader ../shared/data/questions/*.jsonl

The files are as `retrieval.py` describes. Questions are those of articles that the reader did not
learn from; of news, which it never learns from, those of half the weeks.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus import Corpus
from corpus.answering.confidence import WEIGHTS as CONFIDENCE
from corpus.answering.features import FEATURES, best_first, measure
from corpus.answering.ranking import CANDIDATES, READ, scores
from corpus.learning.reader.examples import corpus_of, is_held_out, read_corpora
from corpus.corpus import READER
from tests.benchmarks.fit_ranking import (
    NEWS,
    PENALTY,
    STEPS,
    fit_choice,
    gold_of,
    is_learnt_from,
)

Floats = NDArray[np.float64]

QUESTIONS = 400
"""Questions taken from each file and kind of task at most: reading takes a tenth of a second."""


class Read(NamedTuple):
    """What was measured and read of one question's best paragraphs, best by words first."""

    measured: Floats
    relevances: Floats
    gold: list[int]
    weight: float


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn what the reader adds to ranking.")
    parser.add_argument("files", nargs="+", type=Path)
    read = [row for path in parser.parse_args().files for row in read_file(path)]
    print(len(read), "questions")
    words, relevance = fit_mix([row for row in read if row.gold])
    print(f"ranking: relevance {relevance / words:.2f} beside the words' sum")
    *weights, relevance, bias = fit_confidence(read, relevance / words)
    print("confidence", {name: round(w, 2) for name, w in zip(CONFIDENCE, weights, strict=True)})
    print(f"relevance {relevance:.2f} bias {bias:.2f}")


def read_file(path: Path) -> Iterator[Read]:
    """Ask the questions of one file, within an article and over its corpus, and foreign ones too."""
    groups = {group[0]["corpus"]: group for group in read_corpora(path)}
    articles = chain.from_iterable(groups.values())
    file = path.name.split(".")[0]
    news = file == "news"

    def counts(article: Any) -> bool:
        return is_learnt_from(article["corpus"]) if news else is_held_out(file, article["article"])

    asking = [a for a in articles if counts(a) and a["questions"]]
    asking.sort(key=lambda article: article["corpus"])
    total = sum(len(a["questions"]) for a in asking)
    random = Random(0)  # noqa: S311 - a sample, not a secret
    tasks = [([a], a, asking[(n + 1) % len(asking)]) for n, a in enumerate(asking)]
    tasks += [(groups[a["corpus"]], a, foreign_to(a, asking) if news else None) for a in asking]
    for kind in (tasks[: len(asking)], tasks[len(asking) :]):
        rows: list[tuple[Floats, Floats, list[int]]] = []
        built: dict[int, Corpus] = {}
        for searched, article, foreign in kind:
            if id(searched) not in built:
                built = {id(searched): corpus_of(searched, READER)}
            corpus = built[id(searched)]
            for own in (article, foreign):
                for question in sample(own, random, QUESTIONS / total):
                    gold = gold_of(question, own, searched) if own is article else set()
                    if (row := ask(corpus, question["q"], gold)) and (row[2] or own is foreign):
                        rows.append(row)
        answered = sum(bool(gold) for *_, gold in rows) or 1
        for measured, relevances, found in rows:
            share = answered if found else len(rows) - answered
            yield Read(measured, relevances, found, (NEWS if news else 1.0) / share)


def foreign_to(article: Any, asking: list[Any]) -> Any:
    """Give an article of another corpus."""
    return next(a for a in asking if a["corpus"] != article["corpus"])


def sample(article: Any | None, random: Random, chance: float) -> list[Any]:
    answerable = [q for q in (article or {"questions": []})["questions"] if not q["unanswerable"]]
    return [question for question in answerable if random.random() < chance]


def ask(
    corpus: Corpus, text: str, gold: set[tuple[str, int]]
) -> tuple[Floats, Floats, list[int]] | None:
    """Measure and read the best paragraphs of one question."""
    asked = corpus._read(text)
    weights = corpus._weights(asked.terms)
    candidates = [corpus._candidate(m) for m in corpus._index.top(asked.terms, CANDIDATES)]
    if len(candidates) < 2:
        return None
    measured = measure(asked, candidates, weights)
    order = best_first(candidates, scores(measured))[:READ]
    best = [candidates[row] for row in order]
    readings = corpus._readings(asked, best, weights)
    found = [n for n, c in enumerate(best) if (c.article_id, c.paragraph) in gold]
    return measured[order], np.array([reading.relevance for reading in readings]), found


def fit_mix(read: list[Read]) -> Floats:
    """Learn the weights of the words' sum and of relevance, by the gold ones' share of a softmax."""
    rows = [np.column_stack([scores(row.measured), row.relevances]) for row in read]
    learnt = [(both, row.gold, row.weight) for both, row in zip(rows, read, strict=True)]
    return fit_choice(learnt, np.array([1.0, 0.5]))


def fit_confidence(read: list[Read], relevance: float) -> list[float]:
    """Learn to tell the best candidates of answerable questions from those of foreign ones."""
    columns = [FEATURES.index(name) for name in CONFIDENCE]
    best = [int(np.argmax(scores(row.measured) + relevance * row.relevances)) for row in read]
    x = np.array(
        [
            [*row.measured[at, columns], row.relevances[at], 1.0]
            for row, at in zip(read, best, strict=True)
        ]
    )
    y = np.array([bool(row.gold) for row in read], float)
    importance = np.array([row.weight for row in read])
    penalty = np.diag([2 * PENALTY] * (x.shape[1] - 1) + [0.0])
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        guess = 1 / (1 + np.exp(-(x @ weights)))
        gradient = x.T @ (importance * (guess - y)) + penalty @ weights
        curvature = (x.T * (importance * guess * (1 - guess))) @ x + penalty
        weights -= np.linalg.solve(curvature, gradient)
    return [float(weight) for weight in weights]


if __name__ == "__main__":
    main()
