"""Two owners may share one verb, which the sentence says once."""

import pytest

from corpus.claims import find_claims


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Norland demanded twelve ships, and Suvia nine.",
            [("Norland", "twelve ships"), ("Suvia", "nine")],
        ),
        (
            "Norland called for 300 tents, Suvia for 120.",
            [("Norland", "300 tents"), ("Suvia", "120")],
        ),
        (
            "Moll predicted 40 deaths, Kask 12.",
            [("Moll", "40 deaths"), ("Kask", "12")],
        ),
        (
            "The union wants 8 per cent, the employers 3.",
            [("The union", "8 per cent"), ("the employers", "3")],
        ),
        # a date, a list and a sentence of its own are no second owner
        ("Moll announced 40 jobs, May 12.", [("Moll", "40 jobs")]),
        ("Moll predicted 40 deaths in Room 12.", [("Moll", "40 deaths in Room 12")]),
        ("Moll predicted 40 deaths. Kask has 12.", [("Moll", "40 deaths")]),
    ],
)
def test_the_second_of_two_owners_shares_the_verb(text: str, owners: list[tuple[str, str]]) -> None:
    assert {(claim.source, claim.content) for claim in find_claims(text)} == {*owners}
