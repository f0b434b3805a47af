"""The cards that answer: passages, who differs, what a message is checked against, or nothing found.

What can be done with an answer stands in `buttons`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from discord import ui

from bot.discord.asking.passage import passage_text
from bot.discord.kit.article_lines import dateline
from bot.discord.kit.card import Card, Notice, Part, header, line_between, text_part
from bot.discord.kit.claims import ROOM_FOR_NAME
from bot.discord.kit.fitting import (
    ROOM,
    ROOM_FOR_LISTED_TITLE,
    cost,
    fitted_line,
    paragraph_mark,
)
from bot.discord.kit.in_context import InContext
from bot.discord.kit.notices import NOTHING_LOADED
from bot.discord.kit.quoting import harmless, in_one_line
from bot.wording import (
    NEAREST,
    NOTHING_FOUND,
    NOTHING_SAID,
    PROBABLY,
    content_words,
    quote_marked,
)
from corpus.answering.answer import Answer, Passage
from corpus.claims import Claim
from corpus.contradictions import contradiction_in
from corpus.library.store import Entry

ROOM_FOR_MESSAGE = 200

HEADLINE = "⚖️ **Sources differ**"

ROOM_FOR_WORDS = 90
"""About two lines on a phone for each side."""

WORDS_BEFORE_FIGURE = 30
"""Characters shown before a figure that stands so late that the cut would take it away."""

TITLES_NAMED = 3
LOADED = "-# Loaded here:"
ALL = "-# All: `/articles`"
OTHER_WORDS = "-# Other words may help. All: `/articles`"


def answer_card(
    answer: Answer, buttons: Sequence[Part], *, shown: int, start: int = 0, private: bool = False
) -> Card:
    """Lay out the passages from number `start`, from 0, `shown` of them, over rows of buttons."""
    question = in_one_line(answer.question)
    passages = answer.passages[start : start + shown]
    return Card(
        header(question),
        *_passage_parts(passages, ROOM - cost(question), answer.question),
        line_between(),
        *buttons,
        private=private,
    )


def check_card(answer: Answer) -> Card:
    """Lay out what the articles say about a message, whose text is the answer's question."""
    said = fitted_line(answer.question, ROOM_FOR_MESSAGE)
    first = text_part(f"### What the articles say\n-# about “{said}”")
    parts = _passage_parts(answer.passages, ROOM - cost(said) - 100)
    return Card(first, *parts, private=True)


def nothing_found(
    entries: Sequence[Entry], buttons: Sequence[Part] = (), *, above: Sequence[Part] = ()
) -> Notice:
    """Say that nothing answers the question, and what is loaded: the newest titles.

    Rows of buttons stand below, other parts `above`.
    """
    return _nothing(NOTHING_FOUND, entries, OTHER_WORDS, buttons, above)


def nearest_found(
    nearest: Passage, buttons: Sequence[Part], *, above: Sequence[Part] = ()
) -> Notice:
    """Say that nothing answers the question, and show the passage that is nearest to it."""
    passage = _passage(nearest, ROOM // 2, say_article=True)
    return Notice(f"**{NEAREST}**", *passage, *buttons, above=above)


def nothing_said(entries: Sequence[Entry]) -> Notice:
    """Say that nothing speaks of a statement, and what is loaded: the newest titles."""
    return _nothing(NOTHING_SAID, entries, ALL)


def _nothing(
    sentence: str,
    entries: Sequence[Entry],
    ending: str,
    buttons: Sequence[Part] = (),
    above: Sequence[Part] = (),
) -> Notice:
    if not entries:
        return Notice(NOTHING_LOADED)
    newest = reversed(entries[-TITLES_NAMED:])
    titles = [fitted_line(entry.title, ROOM_FOR_LISTED_TITLE) for entry in newest]
    lines = [f"**{sentence}**", LOADED, *titles, ending]
    return Notice("\n".join(lines), *buttons, above=above)


def _passage_parts(passages: Sequence[Passage], room: int, question: str = "") -> Iterator[Part]:
    """Make the parts for all passages, after the lines on sources that contradict one another.

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


def contradiction(passages: Sequence[Passage], question: str = "") -> str:
    """Write the first two sources that contradict one another, a line for each, or nothing."""
    pair = contradiction_in(passages, question)
    if not pair:
        return ""
    say_stance = pair[0].stance is not pair[1].stance  # that tells them apart, or else the figures
    return "\n".join([HEADLINE, *(_side(claim, say_stance=say_stance) for claim in pair)])


def _side(claim: Claim, *, say_stance: bool) -> str:
    caution = "" if claim.is_sure else PROBABLY
    who = fitted_line(claim.source or "", ROOM_FOR_NAME)
    stance = f" *{harmless(claim.stance)}*" if say_stance and claim.stance else ""
    opening, closing = quote_marked(content_words(claim))
    words = fitted_line(_with_figure(content_words(claim)), ROOM_FOR_WORDS)
    return f"{caution}**{who}**{stance}: {opening}{words}{closing}"


def _with_figure(content: str) -> str:
    """Begin a content some words before its first figure where that would else be cut away."""
    figure = next((at for at, character in enumerate(content) if character.isdigit()), 0)
    if figure + WORDS_BEFORE_FIGURE <= ROOM_FOR_WORDS:
        return content
    start = content.rfind(" ", 0, figure - WORDS_BEFORE_FIGURE) + 1
    return f"… {content[start:]}"
