import pytest
from tests.corpus.claims.rules import find_claims


@pytest.mark.parametrize(
    ("text", "source", "relays"),
    [
        (
            "Reports from coast guard officers, cited by Reuters, suggest the crew slept.",
            "coast guard officers",
            ("Reuters",),
        ),
        (
            "Unnamed officials told The Harbour Gazette that thousands could strike.",
            "Unnamed officials",
            ("The Harbour Gazette",),
        ),
        ("“It sank,” Ruiz told the BBC.", "Ruiz", ("BBC",)),
        (
            "Ruiz said in an interview with Der Spiegel that she would run.",
            "Ruiz",
            ("Der Spiegel",),
        ),
        (
            "Reuters reported on Tuesday, citing two officials, that the talks had collapsed.",
            "two officials",
            ("Reuters",),
        ),
        (
            "The talks had collapsed, Reuters reported, citing two officials.",
            "two officials",
            ("Reuters",),
        ),
        ("Ruiz told reporters that the road was shut.", "Ruiz", ()),
        ("Ruiz told Parliament that the road was shut.", "Ruiz", ()),
        ("Ruiz told the court she was at home.", "Ruiz", ()),
        ("Reuters said the talks had collapsed.", "Reuters", ()),
        ("Ruiz said, citing the cost, that the road would stay shut.", "Ruiz", ()),
    ],
)
def test_a_claim_knows_through_whom_it_came(
    text: str, source: str, relays: tuple[str, ...]
) -> None:
    assert [(claim.source, claim.relays) for claim in find_claims(text)] == [(source, relays)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Finance Minister Eva Holm said on radio that her country’s auditor believes the sum is wrong.",
            [("Eva Holm", ()), ("her country’s auditor", ("Eva Holm",))],
        ),
        (
            "Doctors found that the drug works, the journal Cell reported.",
            [("the journal Cell", ()), ("Doctors", ("the journal Cell",))],
        ),
        (
            "Engineer Leo Hart said that he believes the wall will hold.",
            [("Leo Hart", ()), ("Leo Hart", ())],
        ),
    ],
)
def test_a_claim_inside_a_claim_keeps_both_owners(
    text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(claim.source, claim.relays) for claim in find_claims(text)] == expected
