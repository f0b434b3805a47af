"""Raised text beside what stands before it."""

from __future__ import annotations

import pytest

from corpus.reading.raised import raised


@pytest.mark.parametrize(
    ("before", "text", "expected"),
    [
        ("a dose of 10", "6", "⁶"),
        ("a dose of 10", "-3", "⁻³"),
        ("a dose of 10", "−12", "⁻¹²"),
        ("some 7", "2", "²"),
        ("40 km", "2", "²"),
        ("40 m", "3", "³"),
        ("20 ft", "2", "²"),
        ("where x", "n", "ⁿ"),
        ("(a + b)", "2", "²"),
        # Marks of footnotes
        ("the ferry sank.", "4", ""),
        ("the ferry", "12", ""),
        ("in 2019", "3", ""),
        ("1,200", "3", ""),
        ("4.75", "3", ""),
        ("the ferry", "[4]", ""),
        ("the ferry", "1, 2", ""),
        ("the ferry", "*", ""),
        ("the ferry", "†", ""),
        ("", "5", ""),
        # Letters stay
        ("the 21", "st", "st"),
        ("M", "me", "me"),
        ("Sources", "TM", "TM"),
        ("no", " hope at all ", " hope at all "),
    ],
)
def test_a_power_is_kept_and_a_mark_left_out(before: str, text: str, expected: str) -> None:
    assert raised(text, before) == expected
