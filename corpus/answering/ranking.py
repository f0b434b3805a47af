"""Put the paragraph that answers first: a weighted sum of what was measured and what was read.

The weights are learnt from questions with marked answers (see `corpus/learning/README.md`). A
difference of 1 in the sum makes one paragraph e times as likely as another to be the answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from corpus.answering.candidate_words import Floats
from corpus.answering.features import FEATURES

CANDIDATES = 50
"""BM25's best that are measured: they hold the answer for 97 of 100 questions over a week of news."""

READ = 8
"""The best of those by their words that are read at most: they nearly always hold the answer if any
does."""

SURELY_READ = 3
"""Those of them that are always read: as many as an answer shows."""

READ_TOGETHER = 2
"""Those read at a time after them, on as many processor cores."""

ANSWERS = 0.0
"""The relevance from which one that was read is likelier to answer than not."""

HOPED = 4.0
"""The relevance that one not yet read may have; one in 20 has more."""

RELEVANCE = 0.6
"""The weight of the reader's logit beside the words' sum. Printed by `python -m corpus.learning
confidence`."""

SURENESS = 1.0
"""The weight of confidence's logit beside that sum, chosen on members' questions in turns."""

WEIGHTS = {
    "bm25": 5.9,
    "sentence": 2.41,
    "exact": 2.77,
    "related": 4.79,
    "adjacent": 1.17,
    "answer": 3.04,
    "kind": 0.79,
    "counted": 1.18,
    "early": 1.53,
    "title": 2.58,
    "neighbours": 3.74,
    "asks": -7.47,
}
"""The weight of each feature. Printed by `python -m corpus.learning ranking`."""


def scores(measured: Floats) -> Floats:
    """Score candidates from what `corpus.answering.features.measure` gives for them."""
    return weighted(measured, WEIGHTS)


def of_all(read: Sequence[float], count: int) -> Floats:
    """Return a number for each of `count` candidates, of which only the first ones were read.

    The others stay behind: they get no more than the least of those that were read.
    """
    least = min(read, default=0.0)
    return np.array([*read, *[least] * (count - len(read))])


def reads_on(by_words: Floats, read: Sequence[float]) -> bool:
    """Tell whether more are read: while the last two still answer, or another could come first.

    `by_words` are the scores by words of all that may be read, falling; `read` are the relevances of
    the first of them. Half of them are read so, and the best come first as often (RANKING.md).
    """
    if len(read) == len(by_words):
        return False
    if any(relevance >= ANSWERS for relevance in read[-READ_TOGETHER:]):
        return True
    best = with_relevances(by_words[: len(read)], np.array(read)).max(initial=-np.inf)
    return bool(by_words[len(read)] + RELEVANCE * HOPED > best)


def with_relevances(by_words: Floats, relevances: Floats) -> Floats:
    """Add what was read to the scores by words."""
    return by_words + RELEVANCE * relevances


def with_sureness(scored: Floats, logits: Floats) -> Floats:
    """Add the logits of confidence to the scores by words and relevance."""
    return scored + SURENESS * logits


def weighted(measured: Floats, weights: Mapping[str, float]) -> Floats:
    """Add up the columns that are named in `weights`, each times its weight."""
    columns = [FEATURES.index(name) for name in weights]
    return np.asarray(measured[:, columns] @ np.array(list(weights.values())))
