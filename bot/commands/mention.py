"""Questions in plain messages: a mention of the bot, alone or as a reply; and direct messages."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import discord

from bot import failures
from bot.asking import NOT_IN_MESSAGES, as_question, find_place, let_ask
from bot.cards.card import Notice
from bot.commands.ask import answer
from bot.commands.check import LONGEST_MESSAGE, check_text
from bot.errors import DeclinedError
from bot.messages import mention_of, text_of, without_mentions_of
from bot.sending import reply
from bot.small_talk import is_polite, only_points
from corpus.answering.pasted import without_what_is_told

if TYPE_CHECKING:
    from bot.client import SourcesSay

log = logging.getLogger(__name__)

GLAD_TO_HELP = "Glad to help. Mention me with a question, and I look in the articles."
ASK_ME_SOMETHING = (
    "I would gladly look that up, but I cannot tell what is meant: write the whole question next "
    "to my name, or use `/ask`. To check a message, open its menu → **Apps** → "
    "**Check with sources**."
)
WITHHELD = (
    "Discord does not show me that message. Open its menu → **Apps** → **Check with sources** "
    "instead, or write the question next to my name."
)
PRIVATE_HERE = "Answers are private on this server: use `/ask`, and only you will see them."
DIRECT_COOLDOWN = 60
"""Seconds between two explanations to one person in direct messages."""


async def hear(client: SourcesSay, message: discord.Message) -> None:
    """Answer a message that is meant for the bot; what goes wrong is told in one line."""
    if client.user is None or message.author.bot or not _is_for(client.user, message):
        return
    try:
        client.take_in_hand()
        await _answer(client, client.user, message)
    except Exception as error:  # noqa: BLE001 - the person is told, the log has the trace
        await _tell(client, message, error)


def _is_for(me: discord.ClientUser, message: discord.Message) -> bool:
    """Tell whether the text itself mentions the bot; a mere reply to one of its cards does not."""
    return message.guild is None or bool(mention_of(me).search(message.content))


async def _answer(client: SourcesSay, me: discord.ClientUser, message: discord.Message) -> None:
    if message.guild is None:
        client.pace.check(0, message.author.id, DIRECT_COOLDOWN)
        raise DeclinedError(NOT_IN_MESSAGES)
    place = await find_place(client, message.guild.id, message.channel)
    written = without_mentions_of(me, message.content)
    if is_polite(written):
        raise DeclinedError(GLAD_TO_HELP)
    question = "" if only_points(written) else without_what_is_told(written)
    quoted = "" if question else _replied_to(client, me, message)
    if place.settings.private:
        raise DeclinedError(PRIVATE_HERE)
    let_ask(place, message.author)
    card = await (check_text(place, quoted) if quoted else answer(place, as_question(question)))
    sent = await reply(client, message, card)
    if sent is None:
        log.info("a mention could not be answered: the bot may not write in its channel")
    elif question:
        await place.keep(as_question(question), sent.id, answered=not card.private)


def _replied_to(client: SourcesSay, me: discord.ClientUser, message: discord.Message) -> str:
    """Give the text of the message that this one replies to; raises DeclinedError without any."""
    original = message.reference and message.reference.resolved
    if not isinstance(original, discord.Message):
        raise DeclinedError(ASK_ME_SOMETHING)
    if said := text_of(original, me):
        return said[:LONGEST_MESSAGE]
    is_read = client.intents.message_content or original.author.id == me.id or original.content
    raise DeclinedError(ASK_ME_SOMETHING if is_read else WITHHELD)


async def _tell(client: SourcesSay, message: discord.Message, error: Exception) -> None:
    sentence = failures.sentence_for(error)
    if sentence is None:
        log.error("a mention failed", exc_info=error)
    try:
        await reply(client, message, Notice(sentence or failures.OUR_FAULT))
    except discord.HTTPException as refused:
        log.info("a mention could not be answered: %s", refused)
