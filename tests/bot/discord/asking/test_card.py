"""The answer's card: short enough for a phone, and nothing said twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.discord.asking.buttons import answer_with_buttons
from bot.discord.kit.card import Card
from corpus.answering.answer import Answer
from corpus.article import Article
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.made import passage_of
from tests.discord_server.visible import component_words, walk

LONG_TITLE = (
    "The harbour bridge closes while engineers and the mayor quarrel over who saw the cracks"
)
BRIDGE = Article.from_paragraphs(LONG_TITLE, ["One.", "Two."], published=date(2024, 10, 26))
FERRY = Article.from_paragraphs("Ferry", ["Three."], published=date(2025, 2, 1))


def card_of(*found: tuple[Article, int]) -> Card:
    passages = tuple(passage_of(article, number) for article, number in found)
    return answer_with_buttons(Answer("What closes?", passages), shown=len(passages))


def small_print(card: Card) -> list[str]:
    lines = "\n".join(component_words(card.payload)).split("\n")
    return [read(line).words for line in lines if line.startswith("-# ")]


async def test_one_article_is_named_once_below_its_passages() -> None:
    assert small_print(card_of((BRIDGE, 1), (BRIDGE, 2))) == [
        "¶\u00a01",
        "¶\u00a02",
        "The harbour bridge closes while engineers and the mayor … ·\u00a026\u00a0October\u00a02024",
    ]


async def test_several_articles_are_named_under_their_passages() -> None:
    _, ferry = small_print(card_of((BRIDGE, 1), (FERRY, 1)))
    assert ferry == "Ferry ·\u00a0¶\u00a01 ·\u00a01\u00a0February\u00a02025"


async def test_a_single_passage_has_its_article_beside_its_number() -> None:
    assert small_print(card_of((FERRY, 1))) == [
        "Ferry ·\u00a0¶\u00a01 ·\u00a01\u00a0February\u00a02025"
    ]


async def test_votes_have_a_row_of_their_own() -> None:
    rows = [part for part in walk(card_of((FERRY, 1)).payload) if part["type"] == 1]
    assert [len(row["components"]) for row in rows] == [2, 2]


async def test_the_words_that_answer_are_bold_and_underlined() -> None:
    ferry = Article.from_paragraphs("Ferry", ["The ferry leaves at noon on weekdays."])
    passage = replace(passage_of(ferry, 1), terms=((4, 9),), answer=(20, 24))
    card = answer_with_buttons(Answer("When does the ferry leave?", (passage,)), shown=1)
    assert "> The **ferry** leaves at __**noon**__ on weekdays." in "\n".join(
        component_words(card.payload)
    )
