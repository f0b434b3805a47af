"""Learn the weights of ranking by words: `python -m corpus.learning ranking FILE…`.

Prints `WEIGHTS` of `corpus/answering/ranking.py`. The files are as `questions` describes. Half of
each, by a hash of the article's or the collection's name, is learnt from; the rest is for reporting.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from corpus import Corpus
from corpus.answering.features import FEATURES
from corpus.answering.ranking import WEIGHTS
from corpus.learning.held_out import is_in_learning_half
from corpus.learning.measured import Measured, measured
from corpus.learning.questions import articles_of, gold_of, is_news, read_collections
from corpus.learning.regression import Choice, Floats, fit_choice

QUESTIONS = 700
"""Questions taken from each file and kind of task at most; more change nothing but the time."""

NEWS = 2.0
"""How much a file of news counts beside the others: it is what the bot is for."""

PENALTY = 0.01
"""How much a weight's square costs; features are scaled to a standard deviation of 1 first."""


def main(arguments: Sequence[str]) -> None:
    """Learn from files and print the weights as `corpus/answering/ranking.py` has them."""
    parser = argparse.ArgumentParser(prog="python -m corpus.learning ranking", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="questions with marked paragraphs")
    choices = [choice for path in parser.parse_args(arguments).files for choice in read_file(path)]
    weights = dict(zip(WEIGHTS, fit_ranking(choices).round(2).tolist(), strict=True))
    print("corpus/answering/ranking.py: WEIGHTS =", weights)


def read_file(path: Path) -> Iterator[Choice]:
    """Ask a sample of one file's questions, each within its article and over its collection."""
    collections = read_collections(path)
    articles = list(chain.from_iterable(collections))
    within = [[article] for article in articles if article["questions"]]
    by_collection = len(collections) > 1
    share = min(1.0, QUESTIONS / sum(len(article["questions"]) for article in articles))
    random = Random(0)  # noqa: S311 - a sample, not a secret
    for searches in (within, collections):
        asked: list[Measured] = []
        for searched in searches:
            learnt = [
                article
                for article in searched
                if is_in_learning_half(article["corpus" if by_collection else "article"])
            ]
            asked += ask(searched, learnt, random, share)
        for each in asked:
            yield Choice(each.rows, each.gold, (NEWS if is_news(path) else 1.0) / len(asked))


def ask(
    searched: Sequence[Any], asking: Sequence[Any], random: Random, share: float
) -> Iterator[Measured]:
    """Ask a share of the answerable questions of `asking`, where what answers is found."""
    pairs = [(a, q) for a in asking for q in a["questions"] if not q["unanswerable"]]
    pairs = [pair for pair in pairs if random.random() < share]
    if not pairs:
        return
    corpus = Corpus(articles_of(searched), reader=None)
    for article, question in pairs:
        found = measured(corpus, question["q"], gold_of(question, article, searched))
        if found and found.gold:
            yield found


def fit_ranking(choices: Sequence[Choice]) -> Floats:
    """Learn the weight of each feature that `WEIGHTS` names, in that order."""
    columns = [FEATURES.index(name) for name in WEIGHTS]
    rows = [choice.rows[:, columns] for choice in choices]
    scale = np.concatenate(rows).std(axis=0) + 1e-9
    scaled = [
        Choice(own / scale, right, importance)
        for own, (_, right, importance) in zip(rows, choices, strict=True)
    ]
    return np.asarray(fit_choice(scaled, penalty=PENALTY) / scale)
