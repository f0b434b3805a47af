"""Spans hold whole words and quotation marks in pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.claims.learned.spans import content_spans, hyphenated, trimmed, whole_words


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("He denied it, twice", "denied it,", "denied it"),
        ("He denied it, twice", "enied", "denied"),
        ("The co-operation", "operation", "operation"),
    ],
)
def test_a_span_is_whole_words_without_loose_punctuation(
    text: str, span: str, expected: str
) -> None:
    start = text.index(span)
    place = trimmed(text, whole_words(text, (start, start + len(span)), (0, len(text))))
    assert text[slice(*place)] == expected


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("He pooh-poohed claims", "poohed claims", "pooh-poohed claims"),
        ("He pooh-poohed it", "pooh", "pooh-poohed"),
        ("He \u2013 she - said it", "said", "said"),
    ],
)
def test_a_cue_holds_all_of_a_word_with_hyphens(text: str, span: str, expected: str) -> None:
    start = text.index(span)
    assert text[slice(*hyphenated(text, (start, start + len(span))))] == expected


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("\u201cIt is over,\u201d he said", ["\u201cIt is over"], ["\u201cIt is over,\u201d"]),
        ('He said: "It is over." Then', ['It is over."'], ['"It is over."']),
        ("\u201cIt\u201d \u2013 \u201cis over\u201d", ["\u201cIt\u201d", "\u201cis over\u201d"],
         ["\u201cIt\u201d \u2013 \u201cis over\u201d"]),
        ("\u00abC\u2019est fini\u00bb, dit-il", ["\u00abC\u2019est fini"], ["\u00abC\u2019est fini\u00bb"]),
        ("\u201cIt goes on", ["\u201cIt goes on"], ["\u201cIt goes on"]),
    ],
)  # fmt: skip
def test_quotation_marks_are_completed_and_neighbours_joined(
    text: str, spans: list[str], expected: list[str]
) -> None:
    places = [(text.index(span), text.index(span) + len(span)) for span in spans]
    found = content_spans(text, places, (0, len(text)))
    assert [text[slice(*place)] for place in found] == expected


@given(st.text(alphabet='ab ,"\u201c\u201d.', min_size=1), st.data())
def test_any_span_stays_within_bounds_and_is_not_empty(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    place = trimmed(text, whole_words(text, (start, end), (0, len(text))))
    for s, e in content_spans(text, [place], (0, len(text))):
        assert 0 <= s < e <= len(text)
