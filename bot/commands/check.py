"""*Check with sources*, in a message's menu: what the articles say about it, and who says it."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.asking import Place, as_question, let_ask, place_of
from bot.cards.answer import check_card
from bot.cards.card import Card
from bot.cards.notices import nothing_said
from bot.errors import DeclinedError
from bot.interaction import Interaction
from bot.messages import text_of
from bot.sending import respond_in_time
from corpus.answering.answer import Answer, Passage
from corpus.languages.english import sentences
from corpus.reading.visible import one_line

STATEMENTS = 6
"""Sentences of a message that are looked up: each by itself, since a passage answers one of them."""

LONGEST_MESSAGE = 2_000
NOTHING_TO_CHECK = "There are no words in that message that I could check."


@app_commands.context_menu(name="Check with sources")
@app_commands.guild_only()
async def check(interaction: Interaction, message: discord.Message) -> None:
    """Show the passages nearest to what a message says, to the person alone."""
    place = await place_of(interaction)
    let_ask(place, interaction.user)
    text = text_of(message, interaction.client.user)[:LONGEST_MESSAGE].strip()
    if not text:
        raise DeclinedError(NOTHING_TO_CHECK)
    await respond_in_time(interaction, check_text(place, text), private=True)


async def check_text(place: Place, text: str) -> Card:
    """Make the card for a message's text: the best passages for its sentences."""
    best: dict[tuple[str, int], Passage] = {}
    for statement in _statements(text):
        found = await place.ask(statement, limit=place.settings.passages)
        for passage in found.passages:
            key = passage.article.id, passage.paragraph
            if key not in best or best[key].confidence < passage.confidence:
                best[key] = passage
    if not best:
        return nothing_said(await place.client.library.articles(place.server))
    ranked = sorted(best.values(), key=lambda passage: -passage.confidence)
    return check_card(Answer(text, tuple(ranked[: place.settings.passages])))


def _statements(text: str) -> list[str]:
    """Give a message's first sentences, without what is no text in them."""
    parts = [one_line(text[start:end]) for start, end in sentences(text)[:STATEMENTS]]
    return [as_question(part) for part in parts if part]
