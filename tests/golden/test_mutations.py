"""The numbers and rules that decide what people see: a golden answer changes with each of them."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any

import pytest

import corpus.answering.answer
import corpus.answering.confidence
import corpus.answering.highlights
import corpus.answering.ranked
import corpus.answering.ranking
import corpus.answering.reader.reader
import corpus.answering.topicality
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
        (corpus.answering.ranked, "BAR", 0.05, "mill-fire", "? Who designed the mill?"),
        (corpus.answering.ranked, "BAR", 0.30, "dam-burst", "? How many people were killed by the flood?"),
        (corpus.corpus, "ALSO", 0.20, "mill-fire", "? How many people are missing?"),
        (corpus.corpus, "ALSO", 0.90, "mill-fire", "? When were the sprinklers turned off?"),
        (corpus.answering.ranked, "NEAR", 0.95, "mill-fire", "? Who designed the mill?"),
        (corpus.corpus, "SAID", 12.0, "everything", "? Who promised an inquiry?"),
        (corpus.corpus, "REORDERED", 3, "council-and-minister", "? What did the council say?"),
        (corpus.corpus, "READ", 5, "council-and-minister", "? Did Pike ask for money?"),
        (corpus.corpus, "K1", 0.1, "science-and-art", "? How old is the ice?"),
        (corpus.corpus, "B", 1.0, "everything", "? How many people were killed?"),
        (corpus.answering.topicality, "RELEVANCE", 0, "network-outage", "? When was the company founded?"),
        (corpus.answering.confidence, "BIAS", 1.0, "mill-fire", "? How many people are missing?"),
        (corpus.answering.ranking, "SURENESS", 0, "mill-fire", "? How many people died in the fire?"),
        (corpus.answering.ranking, "RELEVANCE", 0, "everything", "? How many people were killed?"),
        (corpus.answering.answer, "LIKELY", 0.9, "science-and-art", "? How much is the painting worth?"),
        (corpus.answering.highlights, "NEARLY_BEST", 0.9, "council-and-minister", "? When did the prime minister learn of the flat?"),
        (corpus.answering.highlights, "MOST_SENTENCES", 1, "council-and-minister", "? When did the prime minister learn of the flat?"),
        (corpus.answering.highlights, "TRUSTED", 0.9, "bribery-trial", "? How much did the builder pay the mayor?"),
        (corpus.answering.reader.reader, "SURE", 0.4, "protest-march", "? How many people took part in the march?"),
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
