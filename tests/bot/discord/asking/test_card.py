"""The answer's card: short enough for a phone, and nothing said twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.discord.kit.card import Card
from bot.wording import day_shown
from corpus.article import Article
from corpus.claims import Spans
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.made import card_of as made_card
from tests.bot.discord.made import claim_of, passage_of
from tests.discord_server.visible import component_words, walk

LONG_TITLE = (
    "The harbour bridge closes while engineers and the mayor quarrel over who saw the cracks"
)
TODAY = datetime.now(UTC).date()
DAY = day_shown(TODAY)
BRIDGE = Article.from_paragraphs(LONG_TITLE, ["One.", "Two."], published=TODAY)
FERRY = Article.from_paragraphs("Ferry", ["Three."], published=TODAY)


def card_of(*found: tuple[Article, int]) -> Card:
    passages = tuple(passage_of(article, number) for article, number in found)
    return made_card("What closes?", passages, shown=len(passages))


def small_print(card: Card) -> list[str]:
    lines = "\n".join(component_words(card.payload)).split("\n")
    shown = (read(line).words for line in lines if line.startswith("-# "))
    return [line.replace("\u00a0", " ") for line in shown]


async def test_one_article_is_named_once_below_its_passages() -> None:
    assert small_print(card_of((BRIDGE, 1), (BRIDGE, 2))) == [
        "¶ 1",
        "¶ 2",
        f"The harbour bridge closes while engineers and the mayor … · {DAY}",
    ]


async def test_several_articles_are_named_under_their_passages() -> None:
    _, ferry = small_print(card_of((BRIDGE, 1), (FERRY, 1)))
    assert ferry == f"Ferry · ¶ 1 · {DAY}"


async def test_a_single_passage_has_its_article_beside_its_number() -> None:
    assert small_print(card_of((FERRY, 1))) == [f"Ferry · ¶ 1 · {DAY}"]


@pytest.mark.parametrize(
    ("days", "age"),
    [(0, []), (364, []), (367, ["1 year old"]), (367 + 3 * 365, ["4 years old"])],
)
async def test_an_old_article_is_said_to_be_old(days: int, age: list[str]) -> None:
    old = replace(FERRY, published=TODAY - timedelta(days))
    (line,) = small_print(card_of((old, 1)))
    assert line.split(" · ")[3:] == age


async def test_the_paragraph_is_linked_to_the_sentence_where_the_article_has_a_page() -> None:
    text = "Two boats wait. A third one, the well-known Ada, left with twelve people on Monday."
    page = Article.from_paragraphs("Ferry", [text], url="https://news.example/ferry")
    passage = replace(passage_of(page, 1), highlights=((16, len(text)),))
    card = made_card("Who left?", [passage])
    links = read("\n".join(component_words(card.payload))).links
    assert links == [
        "https://news.example/ferry",
        "https://news.example/ferry#:~:text=A%20third%20one%2C%20the,twelve%20people%20on%20Monday.",
    ]


async def test_the_words_that_answer_stand_first_with_their_owner() -> None:
    text = "The union said 400 people marched, and police counted 250."
    article = Article.from_paragraphs("March", [text], published=TODAY)
    union = claim_of(
        "the union", "400 people marched", spans=Spans(((0, 9),), ((10, 14),), ((15, 33),))
    )
    police = claim_of("police", "250", spans=Spans(((39, 45),), ((46, 53),), ((54, 57),)))
    passage = replace(passage_of(article, 1, union, police), answer=(15, 18))
    card = made_card("How many people marched?", [passage])
    _, lines, *_ = component_words(card.payload)
    assert [read(line).words for line in lines.replace("\u00a0", " ").split("\n")] == [
        "400 — the union · asserts",
        text,
        "— police · asserts · “250”",
        f"March · ¶ 1 · {DAY}",
    ]


async def test_an_owner_who_is_the_answer_is_named_once() -> None:
    text = "The tower is safe, Gus Petrak said."
    article = Article.from_paragraphs("Tower", [text])
    claim = claim_of("Gus Petrak", "The tower is safe", spans=Spans(((19, 29),), (), ((0, 17),)))
    passage = replace(passage_of(article, 1, claim), answer=(19, 29))
    card = made_card("Who says so?", [passage])
    _, lines, *_ = component_words(card.payload)
    first, *_ = lines.replace("\u00a0", " ").split("\n")
    assert first == "**Gus Petrak** · *asserts*"


async def test_votes_stand_below_what_leads_on() -> None:
    rows = [part for part in walk(card_of((FERRY, 1)).payload) if part["type"] == 1]
    labels = [[button.get("label") for button in row["components"]] for row in rows]
    assert labels == [["Who says what", "In context"], [None, None, "Why?"]]


async def test_the_words_that_answer_are_bold_and_underlined() -> None:
    ferry = Article.from_paragraphs("Ferry", ["The ferry leaves at noon on weekdays."])
    passage = replace(passage_of(ferry, 1), terms=((4, 9),), answer=(20, 24))
    card = made_card("When does the ferry leave?", [passage])
    assert "> The **ferry** leaves at __**noon**__ on weekdays." in "\n".join(
        component_words(card.payload)
    )
