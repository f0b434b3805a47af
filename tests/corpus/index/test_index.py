from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from rank_bm25 import BM25Plus

from corpus.index import Index, Match, NumberedTerms
from corpus.index.segment import LARGEST

TERMS = st.sampled_from("abcdefgh")
DOCUMENTS = st.lists(st.lists(TERMS, max_size=8), max_size=5)
NAMES = st.sampled_from([f"article {number}" for number in range(12)])
QUERIES = st.lists(TERMS | st.just("unknown"), max_size=6)


class Library:
    """rank-bm25 itself, built anew from the same articles: what the index must equal."""

    def __init__(self, articles: dict[str, list[list[str]]], formula: dict[str, float]) -> None:
        self.places = [(name, at) for name in articles for at in range(len(articles[name]))]
        self.documents = [document for article in articles.values() for document in article]
        self.bm25 = BM25Plus(self.documents, **formula) if any(self.documents) else None

    def scores(self, query: list[str]) -> list[float]:
        if not self.bm25:
            return [0.0] * len(self.documents)
        scores: list[float] = self.bm25.get_scores(query).tolist()
        return scores

    def top(self, query: list[str], limit: int, within: set[str]) -> list[Match]:
        matches = [
            Match(*place, score)
            for place, document, score in zip(
                self.places, self.documents, self.scores(query), strict=True
            )
            if place[0] in within and not set(query).isdisjoint(document)
        ]
        return sorted(matches, key=lambda match: -match.score)[:limit]  # stable: ties in order


class AnyHistory(RuleBasedStateMachine):
    """Articles come and go in any order, and every score stays the library's."""

    def __init__(self) -> None:
        super().__init__()
        self.formula = {"k1": 1.5, "b": 0.75, "delta": 1.0}
        self.index = Index(**self.formula)
        self.articles: dict[str, list[list[str]]] = {}

    @rule(name=NAMES, documents=DOCUMENTS)
    def add(self, name: str, documents: list[list[str]]) -> None:
        if name in self.articles:
            with pytest.raises(ValueError, match=name):
                self.index.add(name, documents)
            return
        self.index.add(name, documents)
        self.articles[name] = documents

    @rule(added=st.dictionaries(NAMES, DOCUMENTS, max_size=4))
    def add_at_once(self, added: dict[str, list[list[str]]]) -> None:
        numbered = {name: NumberedTerms.of(documents) for name, documents in added.items()}
        if not added.keys().isdisjoint(self.articles):
            with pytest.raises(ValueError, match="article"):
                self.index.add_all(numbered)
            return
        self.index.add_all(numbered)
        self.articles |= added

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        if name not in self.articles:
            with pytest.raises(KeyError):
                self.index.remove(name)
            return
        self.index.remove(name)
        del self.articles[name]

    @rule(
        k1=st.sampled_from([0.4, 1, 1.5, 2.7]),
        b=st.sampled_from([0, 0.4, 0.75, 0.99]),
        delta=st.sampled_from([0, 0.5, 1]),
    )
    def store_and_load_with_another_formula(self, k1: float, b: float, delta: float) -> None:
        self.formula = {"k1": k1, "b": b, "delta": delta}
        self.index = Index.from_bytes(self.index.to_bytes(), **self.formula)

    @rule(query=QUERIES, limit=st.integers(0, 30), within=st.sets(NAMES))
    def ask(self, query: list[str], limit: int, within: set[str]) -> None:
        library = Library(self.articles, self.formula)
        assert self.index.get_scores(query).tolist() == library.scores(query)
        assert self.index.top(query, limit) == library.top(query, limit, set(self.articles))
        assert self.index.top(query, limit, within=within) == library.top(query, limit, within)

    @invariant()
    def counts_are_those_of_the_articles(self) -> None:
        assert len(self.index) == len(self.articles)
        assert self.index.corpus_size == sum(map(len, self.articles.values()))


AnyHistory.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestAnyHistory = AnyHistory.TestCase


@pytest.fixture(scope="module")
def news() -> tuple[Index, Library]:
    """Three thousand paragraphs with words as uneven in frequency as a language's."""
    random = np.random.default_rng(7)
    articles = {
        f"article {number}": [
            [f"w{rank}" for rank in random.zipf(1.3, random.integers(1, 80)) if rank < 5_000]
            for _ in range(20)
        ]
        for number in range(150)
    }
    index = Index()
    for name, documents in articles.items():
        index.add(name, documents)
    for name in list(articles)[::7]:
        index.remove(name)
        del articles[name]
    return index, Library(articles, {})


@pytest.mark.parametrize("limit", [1, 10, 50])
@pytest.mark.parametrize(
    "ranks", [[1], [1, 2, 3], [5, 90, 700], [900, 1_500, 4_000], [2, 2, 40], [1, 300, 9, 45, 120]]
)
def test_skipping_what_cannot_win_changes_no_answer(
    news: tuple[Index, Library], ranks: list[int], limit: int
) -> None:
    index, library = news
    query = [f"w{rank}" for rank in ranks]
    everywhere = {name for name, _ in library.places}
    assert index.top(query, limit) == library.top(query, limit, everywhere)


@pytest.mark.parametrize("corpus", [[], [[]], [[], []]])
def test_a_corpus_without_words_answers_nothing(corpus: list[list[str]]) -> None:
    index = Index()
    index.add("empty", corpus)
    assert index.get_scores(["a"]).tolist() == [0.0] * len(corpus)
    assert index.top(["a"], 3) == []


def test_the_better_of_two_paragraphs_is_first() -> None:
    index = Index()
    index.add("both", [["troops", "left"], ["troops", "stay", "here"]])
    assert [match.position for match in index.top(["troops", "stay"], 2)] == [1, 0]


def test_equal_scores_stand_in_the_order_added() -> None:
    index = Index()
    for name in "cab":
        index.add(name, [["same"], ["same"]])
    found = [(match.article_id, match.position) for match in index.top(["same"], 5)]
    assert found == [("c", 0), ("c", 1), ("a", 0), ("a", 1), ("b", 0)]


def test_an_article_removed_and_added_again_stands_last() -> None:
    index = Index()
    for name in "abc":
        index.add(name, [["same"]])
    index.remove("a")
    index.add("a", [["same"]])
    assert [match.article_id for match in index.top(["same"], 5)] == ["b", "c", "a"]


def test_a_word_that_an_article_repeats_thousands_of_times_is_counted_in_full() -> None:
    documents = [["a"] * 70_000 + ["b"], ["a"] * 300, ["a"]]
    index = Index()
    index.add("hostile", documents)
    assert index.get_scores(["a", "b"]).tolist() == BM25Plus(documents).get_scores("ab").tolist()


def test_an_article_longer_than_a_segment_is_found_and_removed_whole() -> None:
    index = Index()
    index.add("before", [["x"]])
    index.add("huge", [["x"]] * (LARGEST + 5))
    assert index.top(["x"], 1, within={"huge"}) == [Match("huge", 0, index.get_scores(["x"])[1])]
    assert len(index.top(["x"], LARGEST * 2)) == LARGEST + 6
    index.remove("huge")
    assert [match.article_id for match in index.top(["x"], 10)] == ["before"]


def test_more_articles_at_once_than_a_segment_holds_are_all_found() -> None:
    index = Index()
    size = LARGEST // 3
    index.add_all({name: NumberedTerms.of([["x"], ["y"]] * size) for name in "abc"})
    matches = index.top(["x"], 3 * size)
    assert [match.article_id for match in matches] == ["a"] * size + ["b"] * size + ["c"] * size
    index.remove("b")
    assert [match.article_id for match in index.top(["y"], 3 * size)] == ["a"] * size + ["c"] * size


def test_idfs_are_the_librarys_and_leave_unknown_words_out() -> None:
    index = Index()
    index.add("one", [["a", "b"], ["a"]])
    library = BM25Plus([["a", "b"], ["a"]])
    assert index.idfs(["a", "b", "c", "a"]) == {"a": library.idf["a"], "b": library.idf["b"]}


@pytest.mark.parametrize("junk", [b"", b"junk", b"PK\x03\x04junk"])
def test_what_is_no_stored_index_is_refused(junk: bytes) -> None:
    with pytest.raises(ValueError, match="no stored index"):
        Index.from_bytes(junk)


def test_the_librarys_own_helpers_work(news: tuple[Index, Library]) -> None:
    index, library = news
    bm25: Any = library.bm25
    query = ["w3", "w50"]
    assert index.get_batch_scores(query, [5, 2]) == bm25.get_batch_scores(query, [5, 2])
    assert index.get_top_n(query, library.documents, 3) == bm25.get_top_n(
        query, library.documents, 3
    )
