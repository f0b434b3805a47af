"""Is it true that …? A statement beside what the articles say."""

from __future__ import annotations

import pytest

from corpus import Article, Corpus
from corpus.checking import Verdict, asks_whether, check, statement_in

ARTICLE = Article.from_paragraphs(
    "Harbour news",
    [
        "The ministry said 15 percent of the boats in Tarm harbour leak.",
        "Police said 3,000 people marched in Brill on Sunday.",
        "The organisers said 9,000 people had marched in Brill.",
        "The old crane was not sold, harbour master Jon Brae said.",
    ],
)


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("15 percent of the boats in Tarm harbour leak", Verdict.SAME),
        ("40 percent of the boats in Tarm harbour leak", Verdict.DIFFERS),
        ("3,000 people marched in Brill", Verdict.DISPUTED),
        ("The old crane was sold", Verdict.DIFFERS),
        ("The moon is made of cheese and wine", Verdict.UNSPOKEN),
        ("", Verdict.UNSPOKEN),
    ],
)
def test_a_statement_is_compared_with_what_the_articles_say(
    statement: str, verdict: Verdict
) -> None:
    assert check(statement, Corpus([ARTICLE]).ask(statement)).verdict is verdict


@pytest.mark.parametrize(
    "statement",
    [
        "Oda Lind sued the mayor of Tarm over the crane",  # that it was lost is not told
        "The mayor of Tarm sued Oda Lind",
        "The ferry to Skarn was safe",
    ],
)
def test_the_same_is_said_only_of_all_that_is_stated_and_nobody_disputes(statement: str) -> None:
    paragraphs = [
        "Oda Lind sued the mayor of Tarm, a clerk of the court said.",
        "The ferry to Skarn was safe, its owner said.",
        "An inspector found that the ferry to Skarn leaked and was not safe.",
    ]
    answer = Corpus([Article.from_paragraphs("Tarm", paragraphs)]).ask(statement)
    assert check(statement, answer).verdict is not Verdict.SAME


def test_the_figures_that_differ_are_given_as_written() -> None:
    statement = "40 % of the boats in Tarm harbour leak"
    checked = check(statement, Corpus([ARTICLE]).ask(statement))
    assert (checked.stated, checked.told) == ("40 %", "15 percent")
    assert [side.claim.source for side in checked.sides if side.claim] == ["The ministry"]


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("Is it true that the crane was sold?", "the crane was sold"),
        ("is it really true the crane was sold", "the crane was sold"),
        ("The crane was sold, right?", "The crane was sold"),
        ("Who sold the crane?", None),
        ("is it true", None),
        ("Was the crane sold?", None),
    ],
)
def test_what_is_to_be_checked_is_read_from_the_question(
    question: str, statement: str | None
) -> None:
    assert statement_in(question) == statement


@pytest.mark.parametrize(
    ("question", "whether"),
    [("Was the crane sold?", True), ("is it true that it sank", True), ("Who sank it?", False)],
)
def test_questions_that_yes_or_no_answer_are_known(question: str, *, whether: bool) -> None:
    assert asks_whether(question) is whether
