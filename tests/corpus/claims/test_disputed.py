import pytest

from corpus.claims import Stance, find_claims
from tests.corpus.claims.marked import find_marked


@pytest.mark.parametrize(
    ("marked", "denier"),
    [
        (
            "{s:The guild} {c:accused} {x:the mill of dumping dye, which its owner, Nils Orre, denies}.",
            "Nils Orre",
        ),
        (
            "{s:The guild} {c:said} {x:the dye was old}, a claim that two chemists dispute.",
            "two chemists",
        ),
        (
            "{s:A panel} {c:concluded} {x:that the file was lost on purpose}, which the police have always denied.",
            "the police",
        ),
    ],
)
def test_who_denies_a_claim_in_a_relative_clause_owns_the_denial(marked: str, denier: str) -> None:
    claim, denial = find_marked(marked)
    assert (denial.source, denial.stance) == (denier, Stance.DENIES)
    assert denial.content == claim.content
    assert claim.stance is not Stance.DENIES


@pytest.mark.parametrize(
    "marked",
    [
        "{s:The guild} {c:said} {x:the mill, which had closed, would open}.",
        "{s:The guild} {c:said} {x:the mill had a rule which nobody who worked there knew}.",
    ],
)
def test_other_relative_clauses_deny_nothing(marked: str) -> None:
    assert len(find_marked(marked)) == 1


def test_the_accuser_and_the_one_who_denies_are_both_found() -> None:
    text = (
        "Campaigners accused the harbour of selling the pier in secret, which the council denies."
    )
    assert {(claim.source, claim.stance) for claim in find_claims(text)} == {
        ("Campaigners", Stance.ACCUSES),
        ("the council", Stance.DENIES),
    }
