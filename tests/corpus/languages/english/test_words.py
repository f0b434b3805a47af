"""A text is cut into stretches first: that changes no word of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.languages.english.words import (
    Shouted,
    Stretch,
    bare_stretches,
    is_shouted,
    letters_of,
    stretches,
    words,
    words_of,
)

PIECES = [
    *[
        "two",
        "Twenty",
        "HUNDRED",
        "and",
        "thousand",
        "million",
        "\u017fix",
        "m\u0131llion",
        "one",
        "ones",
    ],
    *["1,500", "1.5", "2", "10k", "$4", "U.S.", "U.N.'s", "F-16", "O’Brien", "Mr.", "Kursk", "%"],
    *[" ", " ", " ", "\n", "\u00a0", "-", ",", ".", ";", '"', "”", "(", "’", "…", "中", "\u0301"],
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=60)


@given(TEXTS)
@example("forty Two hundred And one thousand")
@example("no one and two-thirds , hundred")
def test_the_words_of_a_text_are_those_of_its_stretches(text: str) -> None:
    whole = Shouted(text) if is_shouted(text) else text
    assert words(text) == list(words_of(whole))
    cut = stretches(text, shouted=is_shouted(text))
    assert " ".join(map(letters_of, cut)) == text


@given(TEXTS, st.booleans())
def test_marks_beside_words_change_none(text: str, shouted: bool) -> None:
    def written(cut: Sequence[Stretch]) -> list[tuple[str, str]]:
        return [
            (letters_of(stretch)[word.start : word.end], word.term)
            for stretch in cut
            for word in words_of(stretch)
        ]

    assert written(bare_stretches(text, shouted=shouted)) == written(
        stretches(text, shouted=shouted)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He paid 1.5 million dollars.", ["He", "paid", "1.5 million", "dollars."]),
        ("two hundred and six people", ["two hundred and six", "people"]),
        ("no one came", ["no one", "came"]),
        ("sand and stone", ["sand", "and", "stone"]),
        ("“Yes,” she said", ["“Yes,”", "she", "said"]),
    ],
)
def test_a_text_is_cut_where_no_number_goes_on(text: str, expected: list[str]) -> None:
    assert stretches(text, shouted=False) == expected


def test_capitals_say_nothing_where_all_are() -> None:
    assert stretches("US SENT", shouted=True) == [Shouted("US"), Shouted("SENT")]
    assert [word.term for word in words("TELL US NOW")] == ["tell", "us", "now"]
    assert [word.term for word in words("Tell US now")] == ["tell", "US", "now"]
