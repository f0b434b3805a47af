"""Figures that somebody puts are somebody's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.claims import find_claims
from corpus.claims.figures_put import figures_put
from corpus.claims.finder import Attribution
from corpus.languages.english.document import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police put the crowd at 5,000.", [("Police", "put", "the crowd at 5,000")]),
        (
            "The council has put the cost at $4 million, but residents put it at 9 million.",
            [
                ("The council", "has put", "the cost at $4 million"),
                ("residents", "put", "it at 9 million"),
            ],
        ),
        (
            "A note that puts the price at about 2.5 million a year is out.",
            [("A note", "puts", "the price at about 2.5 million a year is out")],
        ),
        (
            "The union put the crowd at 9,000 and the police at 4,000.",
            [
                ("The union", "put", "the crowd at 9,000"),
                ("the police", "put", "at 4,000"),
            ],
        ),
        ("That puts the total at 12.", []),
        ("He put the cup at the edge of the table.", []),
        ("They put out the fire at 9 pm.", []),
        ("The vote, held on Monday, put the party at 30 percent.", []),
    ],
)
def test_who_puts_a_figure_is_its_source(text: str, expected: list[tuple[str, ...]]) -> None:
    found = figures_put(Document.of(text), [])
    parts = [[each.source[0], each.cue[0], each.content[0]] for each in found]
    assert [tuple(text[slice(*span)] for span in spans) for spans in parts] == expected


def test_it_takes_the_place_of_what_was_found_with_the_same_verb() -> None:
    text = "Police put the crowd at 5,000."
    doubtful = Attribution(((0, 6),), ((7, 10),), ((11, 20),), confidence=0.3)
    (found,) = figures_put(Document.of(text), [doubtful])
    assert text[slice(*found.content[0])] == "the crowd at 5,000"


def test_a_figure_put_and_passed_on_has_both_owners() -> None:
    text = "South Korean intelligence puts the figure at up to 10,000, according to Bloomberg."
    put = next(claim for claim in find_claims(text) if claim.cue == "puts")
    assert (put.source, put.relays) == ("South Korean intelligence", ("Bloomberg",))


@given(st.lists(st.sampled_from(["put ", "the ", "at 5 ", "puts ", "it ", "and ", ", ", ". "])))
def test_any_text_will_do(parts: list[str]) -> None:
    text = "".join(parts)
    for found in figures_put(Document.of(text), []):
        for start, end in (*found.source, *found.cue, *found.content):
            assert 0 <= start < end <= len(text)
