"""When something goes wrong: one private sentence to the person, the trace to the log."""

from __future__ import annotations

import logging
from contextlib import suppress

import discord
from discord import app_commands

from bot.discord.errors import DeclinedError
from bot.discord.kit.card import Notice
from bot.discord.kit.expired_interactions import INVALID_TOKEN, answer
from bot.discord.kit.quoting import harmless
from bot.discord.service import Interaction, data_of
from bot.language import N_, gettext, gettext_filled
from corpus.errors import CorpusError

log = logging.getLogger(__name__)

OUR_FAULT = N_(
    "Something went wrong on my side, so nothing was done. Please try again in a minute."
)
CHANGED = N_("This command has changed. Please restart Discord (Ctrl+R), then use it again.")
NOT_ALLOWED = N_("You may not do that on this server.")
TOO_LATE = "Discord no longer takes an answer to %s: it came too late"

UNKNOWN_INTERACTION, ALREADY_ANSWERED = 10062, 40060
"""Discord's codes for a first answer that comes after its time."""


def sentence_for(error: Exception) -> str | None:
    """Return, as Markdown, what a person is told of an error that is no fault of ours; else None."""
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    if isinstance(error, DeclinedError):
        return str(error)
    if isinstance(error, CorpusError):
        return harmless(gettext_filled(str(error)))
    if isinstance(error, (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)):
        return gettext(CHANGED)
    if isinstance(error, app_commands.CheckFailure):
        return gettext(NOT_ALLOWED)
    return None


async def tell(interaction: Interaction, error: Exception) -> None:
    """Tell a person what went wrong with what they did, and the log where it is our fault."""
    cause = getattr(error, "original", error)
    about = describe(interaction)
    if isinstance(cause, discord.HTTPException) and cause.code in {
        UNKNOWN_INTERACTION,
        ALREADY_ANSWERED,
        INVALID_TOKEN,
    }:
        log.warning(TOO_LATE, about)
        return
    sentence = sentence_for(error)
    if sentence is None:
        log.error("%s failed", about, exc_info=error)
    with suppress(discord.HTTPException):
        await answer(interaction, Notice(sentence or gettext(OUR_FAULT)))


def describe(interaction: Interaction) -> str:
    """Name an interaction for the log, without anything that a person wrote."""
    if interaction.command:
        return f"/{interaction.command.qualified_name}"
    custom_id = str(data_of(interaction).get("custom_id", ""))
    return f"{interaction.type.name} {custom_id.partition(':')[0]}"
