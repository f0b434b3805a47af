"""What a card answers: the question in its heading, and the earlier one that it goes on from.

The card is the one place where both surely still stand: the bot may have been restarted since, and
questions are not kept by default.
"""

from __future__ import annotations

import re

import discord

from bot.conversation import Asked
from bot.discord.errors import DeclinedError
from bot.discord.kit.button import QUESTION_UNREADABLE
from bot.discord.kit.card import header_lines_of
from bot.discord.kit.quoting import in_one_line, words_of
from bot.discord.service import Interaction
from bot.language import gettext
from corpus.conversation.follow_up import topic_of

ABOUT = re.compile(r"-# [^*:]+: \*(?P<question>.+)\*")
"""The line that names the earlier question, in whatever language the card is."""


def header_text(asked: Asked) -> str:
    """Write the heading of an answer: the question, over the one that it is about."""
    question = in_one_line(asked.text)
    if not asked.about:
        return question
    return f"{question}\n-# {gettext('about')}: *{in_one_line(asked.about)}*"


def asked_on(message: discord.Message | None) -> Asked | None:
    """Read what a card of ours answers; None for any other message."""
    lines = header_lines_of(message.components) if message else []
    if not lines or not words_of(lines[0]):
        return None
    abouts = [found["question"] for line in lines[1:] if (found := ABOUT.fullmatch(line))]
    return Asked(words_of(lines[0]), words_of(abouts[0]) if abouts else None)


def asked_on_card(interaction: Interaction) -> Asked:
    """Read what the card with the pressed button answers; raises DeclinedError where it is unreadable."""
    asked = asked_on(interaction.message)
    if asked is None:
        raise DeclinedError(gettext(QUESTION_UNREADABLE))
    return asked


def topic_on(message: discord.Message) -> str | None:
    """Return what a reply to a card of ours is about; None for any other message."""
    asked = asked_on(message)
    return topic_of(asked.text, asked.about) if asked else None
