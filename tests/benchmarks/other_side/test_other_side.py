"""The cases can be read, and the halves have nothing in common."""

from __future__ import annotations

import subprocess
import sys

from corpus.checking import Verdict
from tests.benchmarks.other_side.halves import HALVES, cases


def test_both_halves_can_be_read_and_have_no_paragraph_in_common() -> None:
    open_half, blind_half = (cases(half) for half in HALVES)
    assert all(sum(len(case.beside) for case in half) > 40 for half in (open_half, blind_half))
    assert all(sum(len(case.apart) for case in half) > 40 for half in (open_half, blind_half))
    texts = [
        {p.text for case in half for article in case.articles for p in article.paragraphs}
        for half in (open_half, blind_half)
    ]
    assert not texts[0] & texts[1]


def test_every_verdict_is_one_that_can_be_given() -> None:
    names = {verdict.name.lower() for verdict in Verdict}
    assert {
        asked.verdict for half in HALVES for case in cases(half) for asked in case.asked
    } <= names


def test_misses_of_the_blind_half_are_not_listed() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.other_side", "blind", "--list-misses"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 2
    assert "open half only" in run.stderr
