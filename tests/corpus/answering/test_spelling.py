from collections.abc import Iterable

import pytest

from corpus.answering.spelling import corrected

KNOWN = {"troop": 1.0, "kursk": 2.0, "stoop": 3.0, "bridg": 1.0, "war": 1.0}


def idfs(terms: Iterable[str]) -> dict[str, float]:
    return {term: KNOWN[term] for term in terms if term in KNOWN}


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("troopp", "troop"),
        ("trop", None),
        ("trooop", "troop"),
        ("tbbop", None),
        ("krusk", "kursk"),
        ("bridh", "bridg"),
    ],
)
def test_a_term_one_slip_away_from_a_known_one_is_corrected(slip: str, meant: str | None) -> None:
    assert corrected([slip], idfs).get(slip) == meant


def test_the_commoner_of_two_near_terms_is_meant() -> None:
    assert corrected(["sroop"], lambda ts: {t: KNOWN[t] for t in ts if t == "stoop"}) == {
        "sroop": "stoop"
    }


@pytest.mark.parametrize("term", ["troop", "wars", "live", "wat", "1500", "курск", "", "x" * 100])
def test_known_short_foreign_and_endless_terms_are_left(term: str) -> None:
    assert corrected([term], idfs) in ({}, {"wars": "war"})
