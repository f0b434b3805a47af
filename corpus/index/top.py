"""Find the documents that can be among the best without scoring all that match.

MaxScore (Turtle and Flood 1995, "Query evaluation: strategies and optimizations"): terms are taken
by the most that each can add to a score, largest first. Once the terms left could not lift a new
document above the best so far, only documents already met are looked up in them. Sums are in 32
bits, which is faster and enough to choose by; who is chosen is scored exactly afterwards.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from corpus.index.query import Query
from corpus.index.segment import Documents, distinct

Sums = NDArray[np.float32]

ROUNDING = 1e-6
"""Room for rounding in 32 bits, as a share of the highest score, for each term added."""

AT_ONCE = 4_000
"""Postings read in one go, if there are as many: NumPy's calls cost as much as reading some 500."""

FIRST = 200
"""Postings among which the first good documents are sought, cheaply, before all are compared."""

LOOK_UP = 8
"""What looking up a document in a term's postings costs, when reading one posting costs 1."""


def candidates(query: Query, limit: int, end: int) -> Documents:
    """Return, in ascending order, a few documents that include the `limit` best and all that tie with them.

    Every document's number is below `end`. Documents that hold none of the terms are left out.
    """
    starts, most = query.postings.starts, query.most
    left = sum(most)
    room = ROUNDING * (1 + len(most)) * (left + query.formula.delta * sum(query.idfs))
    sums = np.zeros(end, np.float32)
    met = np.empty(0, np.int64)
    bar = 0.0
    taken = 0
    while taken < len(most) and (
        left + room >= bar or starts[taken + 1] - starts[taken] < LOOK_UP * len(met)
    ):
        until = _end_of_batch(starts, taken)
        read = query.postings.documents[starts[taken] : starts[until]]
        np.add.at(sums, read, query.gains(taken, until))
        totals = sums.take(read)
        if not taken:
            bar = _raised(bar, sums, read[: max(FIRST, 4 * limit)], limit)
        bar = _raised(bar, sums, read[totals > bar], limit)
        left -= sum(most[taken:until])
        floor = bar - left - room
        met = np.concatenate([met[sums.take(met) >= floor], read[totals >= floor]])
        taken = until
    possible = distinct(met)
    totals = sums.take(possible)
    for term in range(taken, len(most)):
        totals += query.gains_in(term, possible)
        left -= most[term]
        bar = max(bar, _least_of_best(totals, limit))
        is_near = totals >= bar - left - room
        possible, totals = possible[is_near], totals[is_near]
    return possible


def _end_of_batch(starts: list[int], first: int) -> int:
    """Return the end of the terms, from `first` on, that are worth reading in one go."""
    end = first + 1
    while end < len(starts) - 1 and starts[end] - starts[first] < AT_ONCE:
        end += 1
    return end


def _raised(bar: float, sums: Sums, documents: Documents, limit: int) -> float:
    """Raise the bar to what the `limit` best of some documents reach, where that is more."""
    if len(documents) < limit:
        return bar
    return max(bar, _least_of_best(sums.take(distinct(documents)), limit))


def _least_of_best(totals: Sums, limit: int) -> float:
    """Return the least of the `limit` largest numbers, or 0 where there are not as many."""
    if len(totals) < limit:
        return 0.0
    return float(np.partition(totals, -limit)[-limit])
