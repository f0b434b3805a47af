"""Halves of a sentence may have owners of their own."""

from tests.corpus.claims.marked import find_marked


def test_what_one_is_cited_for_is_not_the_others() -> None:
    found = find_marked(
        "According to the yard, {x:hulls last ten years; this one was thirty}, {s:Ana Moll} {c:said}."
    )
    assert {(claim.source, claim.content) for claim in found} == {
        ("the yard", "hulls last ten years"),
        ("Ana Moll", "this one was thirty"),
    }


def test_both_halves_of_one_owner_stay_together() -> None:
    (claim,) = find_marked("{x:Hulls last ten years; this one was thirty}, {s:Ana Moll} {c:said}.")
    assert claim.content == "Hulls last ten years; this one was thirty"
