"""What speaks for and against an answer, and what comes of it, on articles of our own."""

from __future__ import annotations

import pytest

from corpus import Article, Corpus
from corpus.answering.asked_claims import read_asked_claims
from corpus.answering.evidence import EVIDENCE

MARKET = Article.from_paragraphs(
    "Market hall of Tarnby burns",
    [
        "The market hall of Tarnby burned down on Sunday night, the town's fire chief, Ines Albrecht, said.",
        "Albrecht said 41 stalls were lost and that nobody had been injured.",
        "Butcher Olaf Grewe, 66, told the Tarnby Post that two boys had lit rags behind the hall.",
        "Mayor Petra Voss has called the traders to a meeting on Thursday.",
        "The hall was built in 1911 and had never been insured.",
    ],
    id="market",
)
CORPUS = Corpus([MARKET])


def evidence(question: str, paragraph: int) -> dict[str, float]:
    search, asked_claims = CORPUS.prepare(question), read_asked_claims(question)
    ranked = CORPUS.rank(search, CORPUS.find(search), asked_claims).paragraphs
    [row] = [each.evidence for each in ranked if each.candidate.paragraph == paragraph]
    assert row is not None
    return dict(zip(EVIDENCE, row.tolist(), strict=True))


@pytest.mark.parametrize(
    ("question", "paragraph", "name", "expected"),
    [
        ("what did albrecht say", 2, "speaker", 1),
        ("what did albrecht say", 2, "elsewhere", 0),
        ("what did albrecht say about the mayor", 4, "elsewhere", 1),
        ("what did the bishop say about the market hall", 1, "nowhere", 1),
        ("what did albrecht say", 1, "nowhere", 0),
        ("when did the hall burn", 1, "nowhere", 0),
        ("how many stalls were lost", 2, "fits", 1),
        ("how many stalls were lost", 2, "misfits", 0),
        ("what happened to the hall", 1, "anything", 1),
    ],
)
def test_evidence_is_found(question: str, paragraph: int, name: str, expected: float) -> None:
    assert evidence(question, paragraph)[name] == expected


def test_a_like_word_counts_in_part() -> None:
    injured = evidence("was anyone injured", 2)["alike"]
    harmed = evidence("was anyone harmed", 2)["alike"]
    fried = evidence("was anyone fried", 2)["alike"]
    assert injured > harmed > fried


@pytest.mark.parametrize(
    ("question", "paragraph"),
    [
        ("how many stalls were lost in the fire", 2),
        ("what did olaf grewe tell the post", 3),
        ("when was the hall built", 5),
    ],
)
def test_what_is_there_is_answered(question: str, paragraph: int) -> None:
    answer = CORPUS.ask(question)
    assert answer.answered
    assert answer.nearest is None
    assert answer.passages[0].paragraph == paragraph


@pytest.mark.parametrize(
    "question",
    [
        "what did the prime minister say about the hall",
        "what does the bishop of tarnby think of the market hall fire",
    ],
)
def test_what_is_near_and_not_there_is_no_answer_but_may_be_the_nearest(question: str) -> None:
    answer = CORPUS.ask(question)
    assert not answer.answered
    assert answer.as_json()["passages"] == []
    nearest = answer.as_json()["nearest"]
    assert nearest is None or nearest["article"]["title"] == MARKET.title


def test_what_is_not_near_is_nothing_at_all() -> None:
    answer = CORPUS.ask("which team won the rowing cup in bergen")
    assert (answer.passages, answer.nearest) == ((), None)


@pytest.mark.parametrize("question", ["who said so", "whats new", "what else do people say"])
def test_generic_words_find_nothing_by_themselves(question: str) -> None:
    answer = CORPUS.ask(question)
    assert (answer.passages, answer.nearest) == ((), None)


def test_no_words_are_marked_for_yes_or_no() -> None:
    assert all(each.answer is None for each in CORPUS.ask("was the hall insured").passages)
