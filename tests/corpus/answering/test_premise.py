"""What a question takes for granted, and what comes of it where an article says otherwise."""

from __future__ import annotations

import pytest

from corpus import Article, Corpus
from corpus.answering.asked_claims import read_asked_claims
from corpus.answering.evidence import EVIDENCE
from corpus.answering.premise import is_missing, names_in
from corpus.answering.question import read_question
from corpus.answering.word_codes import WordCodes

BREWERY = Article.from_paragraphs(
    "Village of Oberau buys its brewery",
    [
        "The village of Oberau bought its brewery on 4 May for 1.2 million euros.",
        "Mayor Ilse Roth proposed the purchase in a speech at the fire station.",
        "The Swiss engineers who looked at the boiler said it would last for nine years.",
        "The new tower was opened on 11 June by the oldest drinker, Anton Huber.",
    ],
    id="brewery",
)
CORPUS = Corpus([BREWERY])


def codes_of(corpus: Corpus, question: str) -> list[WordCodes]:
    return [each.codes for each in corpus.find(corpus.prepare(question)).candidates]


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("what did the dutch engineers say", {"dutch"}),
        ("who is Roth", {"roth"}),
        ("who is roth", {"roth"}),
        ("What Did The Mayor Say", set()),
        ("what did the engineers say", set()),
        ("how long will the boiler last in Kufstein", {"kufstein"}),
    ],
)
def test_names_are_known_by_capitals_and_by_what_is_found(question: str, names: set[str]) -> None:
    assert names_in(read_question(question), codes_of(CORPUS, question)) == names


@pytest.mark.parametrize(
    ("name", "there", "missing"),
    [
        ("dutch", {"swiss", "engin"}, True),
        ("korean", {"korea"}, False),
        ("swiss", {"swiss"}, False),
        ("roth", {"mayor"}, True),
    ],
)
def test_a_name_or_its_country_is_there_or_missing(
    name: str, there: set[str], missing: bool
) -> None:
    assert is_missing(name, there) is missing


def confidence(question: str) -> float:
    search, asked_claims = CORPUS.prepare(question), read_asked_claims(question)
    return CORPUS.rank(search, CORPUS.find(search), asked_claims).paragraphs[0].confidence


def best_evidence(question: str, name: str) -> float:
    search, asked_claims = CORPUS.prepare(question), read_asked_claims(question)
    [best, *_] = CORPUS.rank(search, CORPUS.find(search), asked_claims).paragraphs
    assert best.evidence is not None
    return float(best.evidence[EVIDENCE.index(name)])


@pytest.mark.parametrize(
    ("right", "wrong", "evidence"),
    [
        ("who proposed the purchase", "who opposed the purchase", "contrary"),
        ("when was the new tower opened", "when was the old tower opened", "contrary"),
        (
            "when did the village buy the brewery",
            "when did the village sell the brewery",
            "contrary",
        ),
        (
            "how long will the boiler last according to the swiss engineers",
            "how long will the boiler last according to the danish engineers",
            "unnamed",
        ),
        (
            "what did oberau pay for the brewery",
            "what did Kufstein pay for the brewery",
            "unnamed",
        ),
    ],
)
def test_another_premise_marks_nothing_and_lowers_confidence(
    right: str, wrong: str, evidence: str
) -> None:
    assert best_evidence(right, evidence) == 0
    assert best_evidence(wrong, evidence) == 1
    assert confidence(wrong) < confidence(right)
    assert all(passage.answer is None for passage in CORPUS.ask(wrong).passages)
