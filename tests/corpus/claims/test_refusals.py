"""Who will not say, who cannot confirm, and who denies: told by what is said, and never lost."""

import pytest

from corpus.stance import Stance
from tests.corpus.claims.marked import find_marked


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("it had nothing to add", Stance.DECLINES),
        ("he did not comment on such talks", Stance.DECLINES),
        ("she had no comment", Stance.DECLINES),
        ("it “never comments on clients”", Stance.DECLINES),
        ("it would be inappropriate to comment during a trial", Stance.DECLINES),
        ("it could not confirm the report", Stance.UNCONFIRMED),
        ("they were unable to verify the number", Stance.UNCONFIRMED),
        ("it had nothing to hide", Stance.ASSERTS),
        ("he had confirmed the report", Stance.ASSERTS),
    ],
)
def test_what_is_said_tells_a_refusal(said: str, stance: Stance) -> None:
    (claim,) = find_marked(f"{{s:The bank}} {{c:said}} {{x:{said}}}.")
    assert claim.stance is stance


@pytest.mark.parametrize(
    ("sentence", "source", "stance"),
    [
        ("The owner could not be reached for comment.", "The owner", Stance.DECLINES),
        ("Its owner, a firm in Oslo, could not be reached.", "Its owner", Stance.DECLINES),
        ("The board did not respond to three letters.", "The board", Stance.DECLINES),
        ("The board has always denied any link.", "The board", Stance.DENIES),
        ("Ada Pell urged both sides to spare the mill.", "Ada Pell", Stance.DEMANDS),
    ],
)
def test_rare_cues_are_found_where_nothing_else_is(
    sentence: str, source: str, stance: Stance
) -> None:
    claims = find_marked(f"{{s:Bo Lee}} {{c:said}} {{x:it burned}}. {sentence}")
    assert [(claim.source, claim.stance) for claim in claims[1:]] == [(source, stance)]


def test_a_denial_in_a_relative_clause_denies_what_is_said_before() -> None:
    claims = find_marked(
        "{s1:Ada Pell} {c1:accused} {x1:Bo Lee of theft}, {x2:which} {s2:his lawyer} {c2:denies}."
    )
    assert [claim.content for claim in claims] == ["Bo Lee of theft", "Bo Lee of theft"]


@pytest.mark.parametrize("name", ["Calder Rovers", "Harrow Row"])
def test_what_only_capitals_show_is_nobody_s_he(name: str) -> None:
    (claim,) = find_marked(f"{name} was quiet. {{s:He}} {{c:said}} {{x:it was late}}.")
    assert claim.source is None
