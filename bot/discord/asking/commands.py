"""`/ask` for a question, and *Check with sources* in a message's menu for what somebody wrote."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.discord.asking.buttons import answer_with_buttons, nothing_found_with_why
from bot.discord.asking.card import check_card, nothing_said
from bot.discord.asking.question import LONGEST_QUESTION, as_question
from bot.discord.errors import DeclinedError
from bot.discord.kit.card import Card
from bot.discord.kit.choices import Choices, chosen_article_id, suggest_articles
from bot.discord.kit.messages import text_of
from bot.discord.kit.place import Place, let_ask, place_of
from bot.discord.kit.sending import respond_in_time
from bot.discord.service import Interaction, service_of
from corpus.answering.answer import Answer, Passage
from corpus.languages.english import sentences
from corpus.reading.visible import one_line

STATEMENTS = 6
"""Sentences of a message that are looked up: each by itself, since a passage answers one of them."""

LONGEST_MESSAGE = 2_000
"""Characters of a message that are looked at."""

NOTHING_TO_CHECK = "There are no words in that message that I could check."


@app_commands.command(
    name="ask", description="Ask the articles loaded here; they answer word for word"
)
@app_commands.describe(
    question="In your own words: How many troops are in Kursk?",
    article="Ask this article alone",
    private="Show the answer to you alone",
)
@app_commands.guild_only()
async def ask(
    interaction: Interaction,
    question: app_commands.Range[str, 1, LONGEST_QUESTION],
    article: str | None = None,
    private: bool | None = None,
) -> None:
    """Answer with a card, or privately with a line where nothing is found."""
    place = await place_of(interaction)
    asked = as_question(question)
    let_ask(place, interaction.user)
    hidden = place.settings.private if private is None else private
    making = answer_question(place, asked, article)
    card, message_id = await respond_in_time(interaction, making, private=hidden)
    await place.keep(asked, message_id, answered=not card.private)


@ask.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)


@app_commands.context_menu(name="Check with sources")
@app_commands.guild_only()
async def check(interaction: Interaction, message: discord.Message) -> None:
    """Show the passages nearest to what a message says, to the person alone."""
    place = await place_of(interaction)
    let_ask(place, interaction.user)
    text = text_of(message, service_of(interaction).bot_id)[:LONGEST_MESSAGE].strip()
    if not text:
        raise DeclinedError(NOTHING_TO_CHECK)
    await respond_in_time(interaction, check_text(place, text), private=True)


async def answer_question(place: Place, question: str, article: str | None = None) -> Card:
    """Make the card for a question, or the private line that nothing was found.

    `article` is the one chosen, by its key or title; raises DeclinedError where that is none.
    """
    library = place.service.library
    article_id = await chosen_article_id(library, place.server, article) if article else None
    shown = place.settings.passages
    answer = await place.ask(question, shown + 1, article_id)
    if not answer.answered:
        entries = await place.entries()
        return nothing_found_with_why(entries, question, article_id, nearest=answer.nearest)
    return answer_with_buttons(answer, shown=shown, article=article_id)


async def check_text(place: Place, text: str) -> Card:
    """Make the card for a message's text: the best passages for its sentences."""
    best: dict[tuple[str, int], Passage] = {}
    for statement in _statements(text):
        answer = await place.ask(statement, limit=place.settings.passages)
        for passage in answer.passages or filter(None, [answer.nearest]):
            key = passage.article.id, passage.paragraph
            if key not in best or best[key].confidence < passage.confidence:
                best[key] = passage
    if not best:
        return nothing_said(await place.entries())
    ranked = sorted(best.values(), key=lambda passage: -passage.confidence)
    return check_card(Answer(text, tuple(ranked[: place.settings.passages])))


def _statements(text: str) -> list[str]:
    """List a message's first sentences, each on one line and without invisible characters."""
    parts = [one_line(text[start:end]) for start, end in sentences(text)[:STATEMENTS]]
    return [as_question(part) for part in parts if part]
