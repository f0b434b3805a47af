"""Every recorded answer is still given, word for word."""

from __future__ import annotations

from difflib import unified_diff

import pytest

from tests.golden.answering import answer_to
from tests.golden.recorded import FOLDER, Case, File, all_files, read_file

FILES = all_files()


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=f"{file.name}: {case.asked}") for file in FILES for case in file.cases],
)
def test_the_answer_is_the_recorded_one(case: Case) -> None:
    now = case.answered(answer_to(case)).answer
    if now != case.answer:
        lines = unified_diff(case.answer, now, "recorded", "now", n=20, lineterm="")
        difference = "\n".join([*case.above, *lines])
        pytest.fail(
            f"{difference}\n\nIf that is right: python -m tests.golden.accept", pytrace=False
        )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_is_written_as_it_was_read(file: File) -> None:
    path = FOLDER / file.name
    assert read_file(path).text() == path.read_text("utf-8")


def test_nothing_is_asked_twice_of_the_same_articles() -> None:
    asked = [(case.articles, case.asked, case.only) for file in FILES for case in file.cases]
    assert len(set(asked)) == len(asked)
