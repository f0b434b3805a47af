"""Numbers with what they count, and which of them may be of one thing."""

from __future__ import annotations

import pytest

from corpus.contradictions.quantities import SHARE, YEAR, quantities


@pytest.mark.parametrize(
    ("text", "least", "most", "counted"),
    [
        ("cannot be older than 1680", 1680, float("inf"), (YEAR,)),
        ("Three thousand workers", 2850, 3150, ("worker",)),
        ("no more than 8 percent", 0, 8, (SHARE,)),
        ("half of their hives", 47.5, 52.5, (SHARE,)),
        ("works in 50 of 100 animals", 47.5, 52.5, (SHARE,)),
        ("it was there within nine", 0, 9, ()),
        ("at 9 million crowns", 8_550_000, 9_450_000, ("crown",)),
    ],
)
def test_a_number_is_read_with_its_bounds(
    text: str, least: float, most: float, counted: tuple[str, ...]
) -> None:
    (found,) = quantities(text)
    assert found.least == pytest.approx(least)
    assert found.most == pytest.approx(most)
    assert found.counted == counted


@pytest.mark.parametrize(
    "text",
    [
        "A postman, 29, was lost",
        "on 9 May",
        "January 14",
        "No one came",
        "at 8:15",
        "the 21st guest",
    ],
)
def test_ages_dates_and_times_count_nothing(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("40 men", "180 men", True), ("40 men", "9,000 men", False), ("8 men", "at least 9", True)],
)
def test_figures_of_one_thing_are_of_like_size(one: str, other: str, *, alike: bool) -> None:
    (first,), (second,) = quantities(one), quantities(other)
    assert first.is_like(second) is alike
