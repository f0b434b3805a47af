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
    NOTHING_FOUND,
    NOTHING_SAID,
    PROBABLY,
    SOURCES_DIFFER,
    THE_ARTICLE,
    content_words,
    owner,
    quote_marked,
    verdict_line,
)
from corpus.answering.answer import Answer, Passage, Side
from corpus.checking import Checked, Verdict, asks_whether, check, statement_in
from corpus.library.store import Entry

ROOM_FOR_MESSAGE = 200

ROOM_FOR_VERDICT = 240
"""Characters' cost of the line that says how the articles stand to a statement."""

HEADLINE = f"⚖️ **{SOURCES_DIFFER}**"
DISPUTED = f"⚖️ **{Verdict.DISPUTED}**"

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
    statement = None if start else statement_in(answer.question)
    above = [_verdict(check(statement, answer))] if statement else []
    if not start:
        above.append(contradiction(answer))
    return Card(
        header(question),
        *_passage_parts(passages, ROOM - cost(question), above),
        line_between(),
        *buttons,
        private=private,
    )


def check_card(answer: Answer, checked: Sequence[Checked]) -> Card:
    """Lay out what the articles say about a message, whose text is the answer's question.

    `checked` are its statements, compared with the articles.
    """
    said = fitted_line(answer.question, ROOM_FOR_MESSAGE)
    first = text_part(f"### What the articles say\n-# about “{said}”")
    above = [*map(_verdict, checked)]
    parts = _passage_parts(answer.passages, ROOM - cost(said) - 100, above)
    return Card(first, *parts, private=True)


def nothing_found(
    entries: Sequence[Entry], buttons: Sequence[Part] = (), *, above: Sequence[Part] = ()
) -> Notice:
    """Say that nothing answers the question, and what is loaded: the newest titles.

    Rows of buttons stand below, other parts `above`.
    """
    return _nothing(NOTHING_FOUND, entries, OTHER_WORDS, buttons, above)


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


def _verdict(checked: Checked) -> str:
    line = verdict_line(checked)
    return f"**{fitted_line(line, ROOM_FOR_VERDICT)}**" if line else ""


def _passage_parts(passages: Sequence[Passage], room: int, above: Sequence[str]) -> Iterator[Part]:
    """Make the parts for all passages, after the lines on what is disputed or compared.

    Several passages of one article have its title and date once, below them.
    """
    differing = "\n".join(filter(None, above))
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


def contradiction(answer: Answer) -> str:
    """Write the sides of an answer's first disagreement, a line for each, or nothing."""
    if not answer.disagreements:
        return ""
    sides = answer.disagreements[0].sides
    stances = {side.claim.stance if side.claim else None for side in sides}
    say_stance = len(stances) > 1  # that tells them apart, or else the figures
    headline = DISPUTED if asks_whether(answer.question) else HEADLINE
    return "\n".join([headline, *(_side(side, say_stance=say_stance) for side in sides)])


def _side(side: Side, *, say_stance: bool) -> str:
    claim = side.claim
    caution = "" if claim is None or claim.is_sure else PROBABLY
    name = owner(claim, side.passage.text).name if claim else THE_ARTICLE
    stance = f" *{harmless(claim.stance)}*" if say_stance and claim and claim.stance else ""
    content = content_words(claim) if claim else side.words
    opening, closing = quote_marked(content)
    words = fitted_line(_with_figure(content), ROOM_FOR_WORDS)
    return f"{caution}**{fitted_line(name, ROOM_FOR_NAME)}**{stance}: {opening}{words}{closing}"


def _with_figure(content: str) -> str:
    """Begin a content some words before its first figure where that would else be cut away."""
    figure = next((at for at, character in enumerate(content) if character.isdigit()), 0)
    if figure + WORDS_BEFORE_FIGURE <= ROOM_FOR_WORDS:
        return content
    start = content.rfind(" ", 0, figure - WORDS_BEFORE_FIGURE) + 1
    return f"… {content[start:]}"
