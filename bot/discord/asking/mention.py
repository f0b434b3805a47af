"""Questions in plain messages: a mention of the bot, alone or as a reply; and direct messages."""

from __future__ import annotations

import logging

import discord

from bot.discord.asking.addressed import is_for_the_bot, words_asked
from bot.discord.asking.commands import LONGEST_MESSAGE, answer_question, check_text
from bot.discord.asking.question import as_question
from bot.discord.asking.small_talk import is_polite, only_points
from bot.discord.errors import DeclinedError
from bot.discord.kit import failures
from bot.discord.kit.card import Notice
from bot.discord.kit.messages import text_of
from bot.discord.kit.place import NOT_IN_MESSAGES, find_place, let_ask
from bot.discord.kit.sending import reply
from bot.discord.service import Service
from bot.discord.service.pace import TooSoonError
from corpus.answering.pasted import without_what_is_told

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


async def hear(service: Service, message: discord.Message) -> None:
    """Answer a message that is meant for the bot; what goes wrong is told in one line."""
    if message.author.bot:
        return
    if not is_for_the_bot(service.bot_id, message):
        service.passed_over.note(message.id)
        return
    try:
        service.work.take()
        await _answer(service, message)
    except Exception as error:  # noqa: BLE001 - the person is told, the log has the trace
        await _tell(service, message, error)


async def hear_edited(service: Service, message: discord.Message) -> None:
    """Answer a message that a mention of the bot was added to, once."""
    if is_for_the_bot(service.bot_id, message) and service.passed_over.take(message.id):
        await hear(service, message)


async def _answer(service: Service, message: discord.Message) -> None:
    if message.guild is None:
        service.pace.check(0, message.author.id, DIRECT_COOLDOWN)
        raise DeclinedError(NOT_IN_MESSAGES)
    place = await find_place(service, message.guild.id, message.channel)
    written = words_asked(service.bot_id, message)
    if is_polite(written):
        raise DeclinedError(GLAD_TO_HELP)
    if not message.content:
        raise DeclinedError(WITHHELD)
    question = "" if only_points(written) else without_what_is_told(written)
    quoted = "" if question else _replied_to(service, message)
    if place.settings.private:
        raise DeclinedError(PRIVATE_HERE)
    let_ask(place, message.author)
    making = check_text(place, quoted) if quoted else answer_question(place, as_question(question))
    card = await making
    sent = await reply(service, message, card)
    if sent is None:
        log.info("a mention could not be answered: the bot may not write in its channel")
    elif question:
        await place.keep(as_question(question), sent.id, answered=not card.private)


def _replied_to(service: Service, message: discord.Message) -> str:
    """Read the text of the message that this one replies to; raises DeclinedError without any."""
    original = message.reference and message.reference.resolved
    if not isinstance(original, discord.Message):
        raise DeclinedError(ASK_ME_SOMETHING)
    if said := text_of(original, service.bot_id):
        return said[:LONGEST_MESSAGE]
    by_the_bot = original.author.id == service.bot_id
    is_shown = service.reads_messages or by_the_bot or original.content
    raise DeclinedError(ASK_ME_SOMETHING if is_shown else WITHHELD)


async def _tell(service: Service, message: discord.Message, error: Exception) -> None:
    if isinstance(error, TooSoonError) and error.is_repeated:
        return  # everybody in the channel would see it
    sentence = failures.sentence_for(error)
    if sentence is None:
        log.error("a mention failed", exc_info=error)
    try:
        await reply(service, message, Notice(sentence or failures.OUR_FAULT))
    except discord.HTTPException as refused:
        log.info("a mention could not be answered: %s", refused)
