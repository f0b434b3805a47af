"""Whose claims they are: named once, with "probably " only where it belongs."""

from __future__ import annotations

import pytest

from bot.discord.kit.claims import claim_line, claim_lines
from corpus.claims import Claim, Stance
from tests.bot.discord.made import claim_of

SURE = claim_of("Marit Solberg", "it failed", role="the chemist")
DENIAL = claim_of("Marit Solberg", "it was in doubt", stance=Stance.DENIES)
UNSURE = claim_of("Marit Solberg", "it was repeated", confidence=0.0)
OTHER = claim_of("Daniel Reyes", "it is new", relays=("Tavola",))


@pytest.mark.parametrize(
    ("claims", "lines"),
    [
        ([SURE], ["— **Marit Solberg**, the chemist · *asserts* · “it failed”"]),
        (
            [SURE, OTHER, DENIAL],
            [
                "— **Marit Solberg**, the chemist",
                "*asserts* · “it failed”",
                "*denies* · “it was in doubt”",
                "— **Daniel Reyes** · via Tavola · *asserts* · “it is new”",
            ],
        ),
        (
            [DENIAL, UNSURE],
            [
                "— **Marit Solberg**",
                "*denies* · “it was in doubt”",
                "probably *asserts* · “it was repeated”",
            ],
        ),
        (
            [UNSURE, UNSURE],
            [
                "— probably **Marit Solberg**",
                "*asserts* · “it was repeated”",
                "*asserts* · “it was repeated”",
            ],
        ),
    ],
)
def test_a_person_with_several_claims_is_named_once(claims: list[Claim], lines: list[str]) -> None:
    assert claim_lines(claims, "").replace("\u00a0", " ").split("\n") == lines


def test_no_line_can_end_in_a_dot_between_facts() -> None:
    line = claim_line(OTHER, "")
    assert line.count("·") == line.count(" ·\u00a0") == 2
