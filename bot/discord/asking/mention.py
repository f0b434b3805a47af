"""Questions in plain messages: a mention of the bot, alone or as a reply; and direct messages."""

from __future__ import annotations

import logging

import discord

from bot.conversation import Asked
from bot.discord.asking.addressed import is_for_the_bot, words_asked
from bot.discord.asking.asked import topic_on
from bot.discord.asking.asking_back import WHAT_IS_MEANT
from bot.discord.asking.commands import LONGEST_MESSAGE, answer_question, check_text
from bot.discord.asking.question import as_question
from bot.discord.asking.withheld import WithheldError, withheld
from bot.discord.errors import DeclinedError
from bot.discord.kit import failures
from bot.discord.kit.card import Card, Notice
from bot.discord.kit.messages import named, text_of
from bot.discord.kit.place import NOT_IN_MESSAGES, find_place, let_ask
from bot.discord.kit.sending import reply
from bot.discord.service import Service
from bot.discord.service.pace import TooSoonError
from bot.discord.translations import speak_on
from bot.language import N_, gettext
from corpus.answering.pasted import separate_questions, without_what_is_told
from corpus.conversation.follow_up import asks_something
from corpus.conversation.small_talk import is_polite, only_points

log = logging.getLogger(__name__)

GLAD_TO_HELP = N_("Glad to help. Mention me with a question, and I look in the articles.")
PRIVATE_HERE = N_("Answers are private on this server: use `/ask`, and only you will see them.")
DIRECT_COOLDOWN = 60
"""Seconds between two explanations to one person in direct messages."""


async def hear(service: Service, message: discord.Message) -> None:
    """Answer a message that is meant for the bot; what goes wrong is told in one line."""
    if message.author.bot:
        return
    if not _is_for(service.bot_id, message):
        service.passed_over.note(message.id)
        return
    speak_on(message.guild)
    try:
        service.work.take()
        await _answer(service, message)
    except Exception as error:  # noqa: BLE001 - the person is told, the log has the trace
        await _tell(service, message, error)


async def hear_edited(service: Service, message: discord.Message) -> None:
    """Answer a message that a mention of the bot was added to, once."""
    if _is_for(service.bot_id, message) and service.passed_over.take(message.id):
        await hear(service, message)


def _is_for(bot_id: int, message: discord.Message) -> bool:
    """Tell whether a message asks the bot: the text mentions it, or asks in reply to its card."""
    if is_for_the_bot(bot_id, message):
        return True
    return asks_something(message.content) and _topic_replied_to(bot_id, message) is not None


async def _answer(service: Service, message: discord.Message) -> None:
    if message.guild is None:
        service.pace.check(0, message.author.id, DIRECT_COOLDOWN)
        raise DeclinedError(gettext(NOT_IN_MESSAGES))
    place = await find_place(service, message.guild.id, message.channel)
    written = named(words_asked(service.bot_id, message), message.guild, message.mentions)
    if is_polite(written):
        raise DeclinedError(gettext(GLAD_TO_HELP))
    if not message.content:
        raise WithheldError
    talk = place.talk_of(message.author.id)
    original = _original(message)
    card_topic = _topic_replied_to(service.bot_id, message)
    topic = card_topic or (None if original else place.topic_of(talk))
    points = only_points(written)
    quoted = _said_in(service, original) if points and original and not topic else ""
    question = "" if quoted else without_what_is_told(written)
    if place.settings.private:
        raise DeclinedError(gettext(PRIVATE_HERE))
    if not quoted and not question:
        raise DeclinedError(gettext(WHAT_IS_MEANT))
    let_ask(place, message.author)
    if quoted:
        await _send(service, message, await check_text(place, quoted))
        return
    for each in separate_questions(question):
        asked = Asked(as_question(each), topic, is_reply=card_topic is not None)
        card = await answer_question(place, talk, asked)
        sent = await _send(service, message, card)
        if sent and not points:
            await place.keep(asked.text, sent.id, answered=not card.private)
        topic = place.topic_of(talk)


async def _send(service: Service, message: discord.Message, card: Card) -> discord.Message | None:
    sent = await reply(service, message, card)
    if sent is None:
        log.info("a mention could not be answered: the bot may not write in its channel")
    return sent


def _original(message: discord.Message) -> discord.Message | None:
    """Return the message that this one replies to, as far as Discord shows it."""
    original = message.reference and message.reference.resolved
    return original if isinstance(original, discord.Message) else None


def _topic_replied_to(bot_id: int, message: discord.Message) -> str | None:
    """Return what the card of ours answers that a message replies to, if it replies to one."""
    original = _original(message)
    return topic_on(original) if original and original.author.id == bot_id else None


def _said_in(service: Service, original: discord.Message) -> str:
    """Read the text of a message that was replied to; raises DeclinedError without any."""
    if said := text_of(original, service.bot_id):
        return said[:LONGEST_MESSAGE]
    by_the_bot = original.author.id == service.bot_id
    is_shown = service.reads_messages or by_the_bot or original.content
    raise DeclinedError(gettext(WHAT_IS_MEANT)) if is_shown else WithheldError


async def _tell(service: Service, message: discord.Message, error: Exception) -> None:
    if isinstance(error, TooSoonError) and error.is_repeated:
        return  # everybody in the channel would see it
    sentence = failures.sentence_for(error)
    if sentence is None:
        log.error("a mention failed", exc_info=error)
    told = Notice(sentence or gettext(failures.OUR_FAULT))
    card = withheld() if isinstance(error, WithheldError) else told
    try:
        await reply(service, message, card)
    except discord.HTTPException as refused:
        log.info("a mention could not be answered: %s", refused)
