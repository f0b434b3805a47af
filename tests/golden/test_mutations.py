"""Every number or rule that decides what people see is noticed by a golden answer if it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from corpus import claims
from corpus import corpus as engine
from corpus.answering import answer, confidence, highlights, ranking
from corpus.answering.reader import reader
from corpus.claims import claim, find, relays
from corpus.library.store import loading
from tests.golden import answering
from tests.golden.recorded import FOLDER, Case, read_file


def reversed_relays(*arguments: Any) -> list[tuple[str, ...]]:
    return [chain[::-1] for chain in relays.relays(*arguments)]


def case_of(file: str, asked: str) -> Case:
    return next(case for case in read_file(FOLDER / file).cases if case.asked == asked)


MUTATIONS: list[tuple[Any, str, Any, str, str]] = [
    (engine, "BAR", 0.10, "bribery-trial.txt", "? How much did the builder pay the mayor?"),
    (engine, "BAR", 0.45, "bribery-trial.txt", "? How much did the builder pay the mayor?"),
    (confidence, "RELEVANCE", 0, "bribery-trial.txt", "? How much did the builder pay the mayor?"),
    (ranking, "RELEVANCE", 0, "a-council-and-a-minister.txt", "? Why did Aldous resign?"),
]


@pytest.mark.parametrize(("module", "name", "value", "file", "asked"), MUTATIONS)
def test_a_changed_number_changes_an_answer(
    module: Any, name: str, value: Any, file: str, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, name, value)
    case = case_of(file, asked)
    assert case.answered(answering.answer_to(case)).answer != case.answer
