"""Claims about a topic: by any word in any form, in the order of time."""

from __future__ import annotations

from datetime import date

import pytest

from corpus import Corpus
from corpus.article import Article
from corpus.conversation.asked_topic import AskedTopic
from corpus.topics import claims_asked_for

DIKES = Article.from_paragraphs(
    "Flood at Lower Aalby",
    [
        "The dikes hold, the water board said. “They will hold in spring,” Tove Lind said.",
        "Mayor Karl Voss told Radio Coast that 30 volunteers were injured.",
        "Night trains run again, Railnor said.",
    ],
    id="dikes",
    published=date(2024, 5, 3),
)
MARKET = Article.from_paragraphs(
    "Night market moves",
    [
        "Ruth Okoye said that the stalls move to the tram depot.",
        "Karl Voss said the dike would cost more than the depot.",
    ],
    id="market",
    published=date(2024, 6, 9),
)
UNDATED = Article.from_paragraphs(
    "A letter", ["Ida Berg said that nobody looks after the dike."], id="letter"
)

CORPUS = Corpus([UNDATED, MARKET, DIKES])


@pytest.mark.parametrize(
    ("about", "sources"),
    [
        ("dike", {"Karl Voss", "the water board", "Tove Lind", "Ida Berg"}),
        ("the DIKES", {"Karl Voss", "the water board", "Tove Lind", "Ida Berg"}),
        ("hurt", {"Karl Voss"}),
        ("volunters", {"Karl Voss"}),
        ("Okoye", {"Ruth Okoye"}),
        ("water board", {"the water board", "Tove Lind"}),
        ("dike cost", {"Karl Voss"}),
        ("night train", {"Railnor"}),
        ("market depot", {"Ruth Okoye", "Karl Voss"}),
        ("spring dike", {"the water board", "Tove Lind"}),
        ("ike", set()),
        ("penguins", set()),
        ("dike penguins", set()),
    ],
)
def test_which_claims_are_about_some_words(about: str, sources: set[str]) -> None:
    assert {each.claim.source for each in CORPUS.claims_about(about)} == sources


def test_the_newest_comes_first_and_one_source_stands_together() -> None:
    assert [
        (each.claim.source, each.article.id, each.paragraph) for each in CORPUS.claims_about("")
    ] == [
        ("Ruth Okoye", "market", 1),
        ("Karl Voss", "market", 2),
        ("Karl Voss", "dikes", 2),
        ("the water board", "dikes", 1),
        ("Tove Lind", "dikes", 1),
        ("Railnor", "dikes", 3),
        ("Ida Berg", "letter", 1),
    ]


def test_only_the_articles_within_are_searched() -> None:
    assert {each.article.id for each in CORPUS.claims_about("dike", within=["dikes"])} == {"dikes"}
    assert CORPUS.claims_about("dike", within=[]) == []


def test_what_is_told_is_verbatim() -> None:
    for placed in CORPUS.claims_about(""):
        start, _ = placed.claim.spans.content[0]
        _, end = placed.claim.spans.content[-1]
        assert placed.claim.content.split(" … ")[0] in placed.article.text[start:end]
        paragraph = placed.article.paragraphs[placed.paragraph - 1].text
        assert placed.claim.content.split(" … ")[0] in paragraph


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (AskedTopic("dike"), 4),
        (AskedTopic("night train"), 0),  # one claim is an answer, no list
        (AskedTopic("", "Voss"), 2),
        (AskedTopic("", "mayor"), 0),
        (AskedTopic("dike", "Voss"), 0),
        (AskedTopic("dike", "nobody"), 0),
    ],
)
def test_which_claims_a_question_asks_for(asked: AskedTopic, count: int) -> None:
    assert len(claims_asked_for(asked, CORPUS.claims_about(asked.about))) == count
