"""The numbers and rules that decide what people see: a golden answer changes with each of them."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any

import pytest

import corpus.answering.answer
import corpus.answering.confidence
import corpus.answering.highlights
import corpus.answering.ranking
import corpus.answering.reader.reader
import corpus.claims.claim
import corpus.claims.find
import corpus.corpus
import corpus.library.store.loading
from corpus.claims.relays import relays
from tests.golden import answering
from tests.golden.recorded import FOLDER, read_file


def relays_reversed(*arguments: Any) -> Sequence[tuple[str, ...]]:
    return [chain[::-1] for chain in relays(*arguments)]


@pytest.mark.parametrize(
    ("module", "name", "value", "file", "asked"),
    [
        (corpus.corpus, "BAR", 0.10, "bribery-trial", "? How much did the builder pay the mayor?"),
        (corpus.corpus, "BAR", 0.45, "bribery-trial", "? How much did the builder pay the mayor?"),
        (corpus.corpus, "SAID", 0.0, "council-and-minister", "? What did the council say?"),
        (corpus.corpus, "REORDERED", 3, "council-and-minister", "? What did the mayor say about the bridge?"),
        (corpus.corpus, "READ", 2, "council-and-minister", "? Why did Aldous resign?"),
        (corpus.corpus, "SURELY_READ", 4, "bribery-trial", "? Did Thorsen take the money?"),
        (corpus.answering.ranking, "HOPED", 0, "council-and-minister", "? Who is to succeed Aldous as minister?"),
        (corpus.answering.ranking, "HOPED", 8, "everything", "? When will it be open again?"),
        (corpus.answering.ranking, "ANSWERS", 3, "science-and-art", "? How old is the ice?"),
        (corpus.corpus, "K1", 1.5, "mill-fire", "? Will the mill be rebuilt?"),
        (corpus.corpus, "B", 0.75, "mill-fire", "? Will the mill be rebuilt?"),
        (corpus.answering.confidence, "RELEVANCE", 0, "mill-fire", "? How many people are missing?"),
        (corpus.answering.confidence, "BIAS", 0, "mill-fire", "? How many people are missing?"),
        (corpus.answering.ranking, "RELEVANCE", 0, "council-and-minister", "? Why did Aldous resign?"),
        (corpus.answering.answer, "LIKELY", 0.7, "striker-transfer", "? How much did Real Miranda offer for Lomax?"),
        (corpus.answering.highlights, "NEARLY_BEST", 0.9, "council-and-minister", "? When did the prime minister learn of the flat?"),
        (corpus.answering.highlights, "MOST_SENTENCES", 1, "council-and-minister", "? When did the prime minister learn of the flat?"),
        (corpus.answering.highlights, "TRUSTED", 0.7, "mill-fire", "? How much damage did the fire do?"),
        (corpus.answering.reader.reader, "SURE", 0.5, "mill-fire", "? Where did the fire start?"),
        (corpus.answering.reader.reader, "SURE", 0.8, "protest-march", "? How many jobs will the port create?"),
        (corpus.claims.claim, "SURE", 0.6, "mill-fire", "claims of mill-fire"),
        (corpus.claims.claim, "SURE", 0.8, "mill-fire", "claims of mill-fire"),
        (corpus.claims.find, "relays", relays_reversed, "river-crossing", "claims of river-crossing"),
        (corpus.library.store.loading, "NEARLY_EQUAL", 0.5, "versions-of-an-article", "load ferry-rewritten"),
        (corpus.library.store.loading, "NEARLY_EQUAL", 0.7, "versions-of-an-article", "load ferry-corrected"),
    ],
)  # fmt: skip
def test_an_answer_changes_with_it(
    *,
    module: ModuleType,
    name: str,
    value: Any,
    file: str,
    asked: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, name, value)
    if value is relays_reversed:
        monkeypatch.setattr(answering, "claims_of", answering.claims_of.__wrapped__)
    if name in ("K1", "B"):
        monkeypatch.setattr(answering, "corpus_of", answering.corpus_of.__wrapped__)
    cases = [case for case in read_file(FOLDER / f"{file}.txt").cases if case.asked == asked]
    assert cases
    assert any(case.answered(answering.answer_to(case)) != case for case in cases)
