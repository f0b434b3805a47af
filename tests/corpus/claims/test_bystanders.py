"""Who is named beside a claim and does not make it is not its owner."""

import pytest

from corpus.claims import find_claims
from tests.corpus.claims.marked import find_marked


@pytest.mark.parametrize(
    ("marked", "owner", "content"),
    [
        (
            "{x:Vesk would gladly sell, its finance chief, Ana Moll,} {c:told} {s:the newspaper Aften}.",
            "Ana Moll",
            "Vesk would gladly sell",
        ),
        ("{x:The ferry sank, Ana Moll} {c:told} {s:the paper}.", "Ana Moll", "The ferry sank"),
        ("{x:The ferry sank slowly} {c:told} {s:the paper}.", None, "The ferry sank slowly"),
    ],
)
def test_who_is_told_is_not_who_tells(marked: str, owner: str | None, content: str) -> None:
    (claim,) = find_marked(marked)
    assert (claim.source, claim.content) == (owner, content)


def test_who_asks_does_not_make_the_claim_that_answers() -> None:
    words = "that nobody had looked"
    found = find_marked(
        "{s1:Ana Moll} {c1:agreed}, when {c2:pressed} by {s2:Ivo Kask}, {x1:{x2:" + words + "}}."
    )
    assert [claim.source for claim in found] == ["Ana Moll"]


@pytest.mark.parametrize(
    "marked",
    [
        "{s:No engineer} {c:has ever claimed} {x:that the dam would hold}.",
        "{s:Nobody at the port} {c:said} {x:the ferry was late}.",
        "{s:None of the pilots} {c:believes} {x:the report}.",
    ],
)
def test_what_nobody_says_is_no_claim(marked: str) -> None:
    assert find_marked(marked) == []


def test_that_nobody_would_comment_is_told() -> None:
    (claim,) = find_marked("{s:No spokesman} {c:would confirm} {x:the sale}.")
    assert claim.source == "No spokesman"


def test_the_times_of_a_live_page_are_no_part_of_names_and_claims() -> None:
    claims = find_claims(
        "14:02 Vesk Ferries says the quay is shut.\n\n5.10pm: Ana Moll said the ferry sank."
    )
    assert [(claim.source, claim.content) for claim in claims] == [
        ("Vesk Ferries", "the quay is shut"),
        ("Ana Moll", "the ferry sank"),
    ]


def test_a_head_of_a_department_is_not_the_department() -> None:
    claims = find_claims(
        "A former head of the department, Ana Moll, said it leaked.\n\nThe department said it held."
    )
    assert [claim.source for claim in claims] == ["Ana Moll", "The department"]


def test_what_a_reply_says_somebody_said_ends_with_its_sentence() -> None:
    claims = find_marked(
        "Ana Moll, a diver, sold her boat to Ivo Kask. Moll dives no more.\n\nQ: Was it sound?\n\n"
        "A: {s:Kask} {c:told} me {x:it was rotten. I laughed}.\n\nQ: And now?\n\nA: Now it sails."
    )
    assert [claim.content for claim in claims if claim.source == "Ivo Kask"] == ["it was rotten"]


def test_a_name_and_a_colon_leave_no_doubt_about_the_quotation_after_them() -> None:
    text = "And from Ana Moll:\n\n“The ferry is safe, and so is the quay.”"
    assert [(claim.source, claim.confidence >= 0.9) for claim in find_claims(text)] == [
        ("Ana Moll", True)
    ]
