"""Learn the reader's weight in ranking, and topicality: `python -m corpus.learning topicality FILE…`.

Prints `RELEVANCE` of `corpus/answering/ranking.py`, and `WEIGHTS`, `RELEVANCE` and `BIAS` of
`corpus/answering/topicality.py`. The files are as `questions` describes. Questions are those of
articles that the reader did not learn from; of news, which it never learns from, those of half the
weeks. Topicality learns to tell them from questions on other articles.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np

from corpus.answering.features import FEATURES
from corpus.answering.ranking import scores
from corpus.answering.topicality import WEIGHTS
from corpus.corpus import READER, Corpus
from corpus.learning.held_out import is_held_out_from_reader, is_in_learning_half
from corpus.learning.measured import Measured, measured_and_read
from corpus.learning.questions import articles_of, gold_of, is_news, name_of, read_collections
from corpus.learning.ranking import NEWS, PENALTY
from corpus.learning.regression import Choice, Floats, fit_choice, fit_logistic

QUESTIONS = 400
"""Questions taken from each file and kind of task at most: reading takes a tenth of a second."""


class Task(NamedTuple):
    """Questions of one article, asked of a group of articles that has it, and foreign questions.

    `foreign` is an article outside that group, whose questions have no answer there.
    """

    searched: Sequence[Any]
    article: Any
    foreign: Any | None


class Weighed(NamedTuple):
    """What was measured and read for one question, and how much it counts."""

    measured: Measured
    importance: float


def main(arguments: Sequence[str]) -> None:
    """Learn from files and print the numbers as the files that hold them have them."""
    parser = argparse.ArgumentParser(
        prog="python -m corpus.learning topicality", description=__doc__
    )
    parser.add_argument("files", nargs="+", type=Path, help="questions with marked paragraphs")
    asked = [each for path in parser.parse_args(arguments).files for each in read_file(path)]
    in_ranking = fit_relevance(asked)
    print(f"corpus/answering/ranking.py: RELEVANCE = {in_ranking:.2f}")
    weights, relevance, bias = fit_topicality(asked, in_ranking)
    named = dict(zip(WEIGHTS, weights.round(2).tolist(), strict=True))
    print("corpus/answering/topicality.py: WEIGHTS =", named)
    print(f"corpus/answering/topicality.py: RELEVANCE = {relevance:.2f}, BIAS = {bias:.2f}")


def read_file(path: Path) -> Iterator[Weighed]:
    """Ask a sample of one file's questions, each within its article and over its collection.

    Questions with an answer and foreign ones count the same in all, whatever their number.
    """
    collections = {group[0]["corpus"]: group for group in read_collections(path)}
    asking = sorted(
        (
            a
            for a in chain.from_iterable(collections.values())
            if a["questions"] and counts(path, a)
        ),
        key=lambda article: str(article["corpus"]),
    )
    share = QUESTIONS / sum(len(article["questions"]) for article in asking)
    within = [
        Task([a], a, asking[(n + 1) % len(asking)] if len(asking) > 1 else None)
        for n, a in enumerate(asking)
    ]
    over = [
        Task(collections[a["corpus"]], a, foreign_to(a, asking) if is_news(path) else None)
        for a in asking
    ]
    random = Random(0)  # noqa: S311 - a sample, not a secret
    for tasks in (within, over):
        asked = list(ask(tasks, random, share))
        answered = sum(bool(each.gold) for each in asked)
        for each in asked:
            alike = answered if each.gold else len(asked) - answered
            yield Weighed(each, (NEWS if is_news(path) else 1.0) / alike)


def counts(path: Path, article: Any) -> bool:
    """Tell whether an article of a file is one whose questions are learnt from here."""
    if is_news(path):
        return is_in_learning_half(article["corpus"])
    return is_held_out_from_reader(name_of(path), article["article"])


def foreign_to(article: Any, others: Sequence[Any]) -> Any:
    """Return the first article of another collection."""
    return next(other for other in others if other["corpus"] != article["corpus"])


def ask(tasks: Sequence[Task], random: Random, share: float) -> Iterator[Measured]:
    """Ask a share of each task's questions; leave out those whose answer is not found at all."""
    built: tuple[Sequence[Any], Corpus] | None = None
    for searched, article, foreign in tasks:
        if built is None or built[0] is not searched:
            built = searched, Corpus(articles_of(searched), reader=READER)
        for asking in (article, foreign):
            for question in sample(asking, random, share):
                gold = gold_of(question, asking, searched) if asking is article else set()
                measured = measured_and_read(built[1], question["q"], gold)
                if measured and (measured.gold or asking is foreign):
                    yield measured


def sample(article: Any | None, random: Random, share: float) -> list[Any]:
    """Choose a share of the answerable questions of an article, by chance."""
    answerable = [q for q in article["questions"] if not q["unanswerable"]] if article else []
    return [question for question in answerable if random.random() < share]


def fit_relevance(asked: Sequence[Weighed]) -> float:
    """Learn what the reader's logit counts beside the words' sum, which counts 1."""
    choices = [
        Choice(
            np.column_stack([scores(measured.rows), measured.relevances]), measured.gold, importance
        )
        for measured, importance in asked
        if measured.gold
    ]
    words, relevance = fit_choice(choices, penalty=PENALTY)
    return float(relevance / words)


def fit_topicality(asked: Sequence[Weighed], in_ranking: float) -> tuple[Floats, float, float]:
    """Learn to tell the best paragraphs of answerable questions from those of foreign ones.

    `in_ranking` is the reader's weight in ranking. Returns the weights in the order of `WEIGHTS`, that
    of the reader's logit, and the bias.
    """
    columns = [FEATURES.index(name) for name in WEIGHTS]
    rows = []
    for (measured, relevances, _), _ in asked:
        best = int(np.argmax(scores(measured) + in_ranking * relevances))
        rows.append([*measured[best, columns], relevances[best]])
    weights, bias = fit_logistic(
        np.array(rows),
        [bool(measured.gold) for measured, _ in asked],
        penalty=PENALTY,
        importance=[importance for _, importance in asked],
        with_bias=True,
    )
    return weights[:-1], float(weights[-1]), bias
