"""Find the documents that can be among the best without scoring all that match.

MaxScore (Turtle and Flood 1995, "Query evaluation: strategies and optimizations"): terms are taken
by the most that each can add to a score, largest first. Once the terms left could not lift a new
document above the best so far, only documents already met are looked up in them.
"""

from __future__ import annotations

import numpy as np

from corpus.index.postings import Floats, Postings
from corpus.index.segment import Documents, distinct

_SLACK = 1e-9
"""Room for rounding, as a share of a score: sums here are made in another order than scores."""

_LEAST = float(np.finfo(np.float64).tiny)
"""The smallest number above 0: what a removed document's sum never reaches."""


def candidates(postings: list[Postings], limit: int, end: int) -> Documents:
    """Give, ascending, few documents that include the `limit` best and all that tie with them.

    Every document's number is below `end`. Documents that hold none of the terms are left out.
    """
    postings = [p for p in postings if p.documents.size]
    most = [p.most() for p in postings]
    ranked = sorted(range(len(postings)), key=most.__getitem__, reverse=True)
    left = float(sum(most))
    sums = np.zeros(end)
    met: list[Documents] = []
    bar = 0.0
    while ranked and left >= bar * (1 - _SLACK):
        at = ranked.pop(0)
        documents = postings[at].documents
        totals = sums[documents] + postings[at].gains()
        sums[documents] = totals
        met.append(documents)
        bar = _raised(bar, totals, limit)
        left -= most[at]
    found = _reaching(met, sums, bar * (1 - _SLACK) - left)
    totals = sums[found]
    for at in ranked:
        totals += postings[at].gains_in(found)
        left -= most[at]
        bar = _raised(bar, totals, limit)
        is_near = totals >= bar * (1 - _SLACK) - left
        found, totals = found[is_near], totals[is_near]
    return found


def _raised(bar: float, totals: Floats, limit: int) -> float:
    """Raise the bar to what the `limit` best of some documents reach, where that is more."""
    better = totals[totals > bar]
    if len(better) < limit:
        return bar
    better.partition(-limit)
    return float(better[-limit])


def _reaching(met: list[Documents], sums: Floats, floor: float) -> Documents:
    """Give the documents met whose sum is at least `floor`, and above 0, each once."""
    if not met:
        return np.empty(0, np.int64)
    enough = max(floor, _LEAST)
    return distinct(np.concatenate([some[sums[some] >= enough] for some in met]))
