"""The card that answers a question: up to five passages, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from discord import ui

from bot.buttons.in_context import InContext
from bot.buttons.more import More
from bot.buttons.vote import Vote
from bot.buttons.who_says_what import WhoSaysWhat
from bot.cards.card import Card, Part, header, line_between, row, text_part
from bot.cards.contradiction import contradiction
from bot.cards.fitting import ROOM, cost, fitted_line
from bot.cards.passage import dateline, passage_text
from bot.cards.unbroken import paragraph_mark
from bot.quoting import in_one_line
from corpus.answering.answer import Answer, Passage

ROOM_FOR_MESSAGE = 200


def answer_card(
    answer: Answer, *, shown: int, start: int = 0, article: str | None = None, private: bool = False
) -> Card:
    """Lay out the passages from `start`, `shown` of them; *More* where the answer has further ones.

    `article` is the id of the one article that was asked, if it was one.
    """
    passages = answer.passages[start : start + shown]
    question = in_one_line(answer.question)
    has_more = len(answer.passages) > start + shown
    more = [More(start + shown, article)] if has_more else []
    return Card(
        header(question),
        *_passage_parts(passages, ROOM - cost(question), answer.question),
        line_between(),
        row(*more, WhoSaysWhat(article)),
        row(Vote(helpful=True), Vote(helpful=False)),
        private=private,
    )


def check_card(answer: Answer) -> Card:
    """Lay out what the articles say about a message, whose text is the answer's question."""
    said = fitted_line(answer.question, ROOM_FOR_MESSAGE)
    first = text_part(f"### What the articles say\n-# about “{said}”")
    parts = _passage_parts(answer.passages, ROOM - cost(said) - 100)
    return Card(first, *parts, private=True)


def _passage_parts(passages: Sequence[Passage], room: int, question: str = "") -> Iterator[Part]:
    """Give the parts for all passages, after the lines on sources that contradict one another.

    Several passages of one article have its title and date once, below them.
    """
    differing = contradiction(passages, question)
    of_one_article = len(passages) > 1 and len({each.article.id for each in passages}) == 1
    below = dateline(passages[0].article) if of_one_article else ""
    room = (room - cost(differing) - cost(below)) // max(len(passages), 1)
    if differing:
        yield text_part(differing)
    for number, passage in enumerate(passages):
        if number or differing:
            yield line_between()
        yield from _passage(passage, room, say_article=not of_one_article)
    if below:
        yield text_part(below)


def _passage(passage: Passage, room: int, *, say_article: bool) -> Iterator[Part]:
    where = f"-# {paragraph_mark(passage.paragraph)}"
    if say_article:
        where = dateline(passage.article, passage.paragraph, room // 3)
    yield text_part(passage_text(passage, room - cost(where)))
    in_context = InContext(passage.article.id, passage.paragraph)
    yield ui.Section[Any](text_part(where), accessory=in_context)
