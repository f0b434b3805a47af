"""Learn the judge of a trained finder: `python -m corpus.learning judge FOLDER`.

The judge turns what the network says of a candidate into one confidence. Writes `finder.json` beside
the network, in `corpus/encoder/model`. FOLDER holds annotated articles (see `annotated`); the judge
is learnt on the tuning month, which the network did not learn from.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

import numpy as np

from corpus.article import Span
from corpus.claims.learned.confidence import CandidateClaim, Judge
from corpus.claims.learned.finder import LearnedFinder
from corpus.encoder import MODEL
from corpus.languages.english.document import Document
from corpus.learning.finder.annotated import Annotated, read_folder, split
from corpus.learning.regression import fit_logistic

PENALTY = 0.5
"""How much a weight's square costs, so that a few hundred examples suffice."""

BAR, SAYING_BAR = 0.36, 0.54
"""Chosen on the tuning month, judged by the other half of it: with these the smallest margin to what
we aim at (strict F1 73, speech precision 91 and recall 92, who-net 85) is largest."""

HALF = 0.5
"""Two parts agree that share at least this much: intersection over union of their words."""

WORD = re.compile(r"\w+")

LOG = logging.getLogger(__name__)


def main(arguments: Sequence[str]) -> None:
    """Learn the judge of the network in a folder and write it beside it."""
    parser = argparse.ArgumentParser(prog="python -m corpus.learning judge", description=__doc__)
    parser.add_argument("folder", type=Path, help="annotated articles")
    parser.add_argument("--model", type=Path, default=MODEL, help="folder of the trained finder")
    args = parser.parse_args(arguments)
    learn_judge(split(read_folder(args.folder))["tuning"], args.model)


def learn_judge(articles: Sequence[Annotated], model: Path) -> None:
    """Run the finder in the folder `model` on articles it did not learn from; write `finder.json`."""
    finder = LearnedFinder(model)
    found = [finder.candidates(Document.of(article.text)) for article in articles]
    judge = calibrate(articles, found)
    judge.save(model / "finder.json")
    LOG.info("wrote %s: %s", model / "finder.json", json.dumps(judge.weights))


def calibrate(articles: Sequence[Annotated], found: Sequence[Sequence[CandidateClaim]]) -> Judge:
    """Fit the judge on articles that the network did not learn from, with their candidates."""
    right = list(chain.from_iterable(map(right_ones, articles, found)))
    rows = np.array([candidate.features for candidate in chain.from_iterable(found)])
    # one of the features is always 1: its weight is the bias
    weights, _ = fit_logistic(rows, right, penalty=PENALTY, with_bias=False)
    return Judge(tuple(weights.round(3).tolist()), BAR, SAYING_BAR)


def right_ones(article: Annotated, found: Sequence[CandidateClaim]) -> list[bool]:
    """Tell of each candidate whether an annotated attribution agrees with it.

    The sources have to agree, or be both missing, and so have the contents.
    """
    golds = [
        (word_starts(article.text, m.source), word_starts(article.text, m.content))
        for m in article.marked
    ]
    return [agrees(article.text, candidate, golds) for candidate in found]


def agrees(
    text: str, candidate: CandidateClaim, golds: Iterable[tuple[frozenset[int], frozenset[int]]]
) -> bool:
    """Tell whether any annotated source and content agree with the candidate's."""
    source, content = word_starts(text, candidate.source), word_starts(text, candidate.content)
    return any(
        intersection_over_union(source, s) >= HALF and intersection_over_union(content, c) >= HALF
        for s, c in golds
    )


def word_starts(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Return where the words inside spans begin."""
    return frozenset(m.start() for s, e in spans for m in WORD.finditer(text, s, e))


def intersection_over_union(one: frozenset[int], other: frozenset[int]) -> float:
    """Return intersection over union, from 0 to 1; two empty sets are equal."""
    return len(one & other) / len(one | other) if one | other else 1.0
