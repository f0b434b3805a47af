"""However few postings are read, the best are rank-bm25's."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Plus

from corpus.index import Index, Match, NumberedTerms, top

TERMS = st.sampled_from("aaaabbbccd")  # as uneven as words are
DOCUMENTS = st.lists(st.lists(TERMS, max_size=9), min_size=1, max_size=40)
QUESTIONS = st.lists(TERMS | st.just("unknown"), max_size=12)
READING = st.sampled_from([(1, 1, 0), (1, 1, 8), (5, 3, 1), (4_000, 200, 8)])
"""Postings read in one go, those sought first, and the cost of looking up: any give one answer."""


def best(documents: list[list[str]], question: list[str], limit: int) -> list[tuple[int, float]]:
    """Return the library's answer: places and scores of the documents that hold a term."""
    if not any(documents):
        return []
    scores = BM25Plus(documents).get_scores(question).tolist()
    ranked = sorted(range(len(documents)), key=lambda at: -scores[at])  # stable: ties in order
    holding = [at for at in ranked if not set(question).isdisjoint(documents[at])]
    return [(at, scores[at]) for at in holding[:limit]]


def found(index: Index, question: list[str], limit: int) -> list[tuple[int, float]]:
    return [(int(m.article_id), m.score) for m in index.top(question, limit)]


@given(DOCUMENTS, QUESTIONS, st.integers(1, 50), READING, st.data())
@settings(max_examples=400, deadline=None)
def test_the_best_are_the_librarys_however_much_is_read_at_once(
    documents: list[list[str]],
    question: list[str],
    limit: int,
    reading: tuple[int, int, int],
    data: st.DataObject,
) -> None:
    index = Index()
    index.add_all({str(at): NumberedTerms.of([words]) for at, words in enumerate(documents)})
    removed = data.draw(st.sets(st.integers(0, len(documents) - 1), max_size=len(documents) // 5))
    for at in removed:
        index.remove(str(at))
    kept = [at for at in range(len(documents)) if at not in removed]
    expected = best([documents[at] for at in kept], question, limit)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in zip(("AT_ONCE", "FIRST", "LOOK_UP"), reading, strict=True):
            patch.setattr(top, name, value)
        assert found(index, question, limit) == [(kept[at], score) for at, score in expected]


@pytest.fixture(scope="module")
def large() -> tuple[Index, list[list[str]]]:
    """So many short paragraphs that common terms are read apart from rare ones, or looked up."""
    random = np.random.default_rng(11)
    ranks = random.zipf(1.4, (12_000, 12)).clip(max=3_000).tolist()
    documents = [[f"w{rank}" for rank in row] for row in ranks]
    index = Index()
    index.add_all({str(at): NumberedTerms.of([words]) for at, words in enumerate(documents)})
    return index, documents


@pytest.mark.parametrize("limit", [1, 10, 50])
@pytest.mark.parametrize(
    "ranks",
    [
        [1, 2, 3],
        [1, 2, 700, 900],
        [1, 1, 1, 40],
        [3, 30, 300, 2_999],
        list(range(1, 40)),
        [2_000, 2_500, 1, 2, 4, 8, 16],
    ],
)
def test_long_postings_that_are_only_looked_up_count_in_full(
    large: tuple[Index, list[list[str]]], ranks: list[int], limit: int
) -> None:
    index, documents = large
    question = [f"w{rank}" for rank in ranks]
    assert found(index, question, limit) == best(documents, question, limit)


@pytest.mark.parametrize("limit", [1, 2, 5, 20])
def test_documents_that_differ_only_by_rounding_are_all_compared_exactly(limit: int) -> None:
    """Each has the same numbers for other terms: 32-bit sums put them in an order of their own."""
    documents = [
        [term for term, count in zip("abcde", counts, strict=True) for _ in range(count)]
        for counts in permutations([1, 2, 3, 4, 6])
    ]
    documents += [["filler"] * 16] * 200
    index = Index()
    index.add_all({str(at): NumberedTerms.of([words]) for at, words in enumerate(documents)})
    question = list("abcde")
    assert found(index, question, limit) == best(documents, question, limit)


def test_bounds_hold_when_later_articles_change_the_mean_length() -> None:
    index = Index()
    documents = [["rare", "x"], *([["x"] * 3 + ["y"] * 40] * 30), ["x"], ["x", "x"]]
    for at, words in enumerate(documents):
        index.add(str(at), [words])
    assert found(index, ["x", "rare"], 3) == best(documents, ["x", "rare"], 3)


def test_a_removed_article_does_not_leave_the_best_short() -> None:
    index = Index()
    for name in ("short", "long", "longer"):
        index.add(name, [["x"] * (1 if name == "short" else 2), ["y"] * len(name)])
    index.remove("short")
    assert [match[:2] for match in index.top(["x"], 2)] == [Match("long", 0, 0)[:2], ("longer", 0)]
