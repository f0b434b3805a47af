"""Answers to what took long: Discord takes none to an interaction that is older than 15 minutes.

They go into the channel then, or else to the person in direct messages. What was changed in the
library meanwhile stands in its audit in any case.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any, TypeGuard

import aiohttp
import discord
from discord import ui

from bot.cards.card import Card, Notice, text_part
from bot.cards.fitting import fitted_line
from bot.interaction import Interaction
from bot.sending import Upload, may_write, post, replace, respond

log = logging.getLogger(__name__)

TOKEN_LIFE = 15 * 60.0
"""Seconds for which Discord takes answers to an interaction, and changes of them
(https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages)."""

UNKNOWN_WEBHOOK, INVALID_TOKEN = 10015, 50027
"""Discord's codes for an answer after that."""

ROOM_FOR_NAME = 60
"""Room for a server's name."""

OpenChannel = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread

IN_CHANNEL = "-# For {}: this took longer than the 15 minutes that Discord gives me to answer."
IN_MESSAGES = "-# From **{}**: it took longer than the 15 minutes that Discord gives me to answer."


async def conclude(interaction: Interaction, card: Card, *, files: Sequence[Upload] = ()) -> None:
    """Show what came of a long work in place of its progress, anew where that was closed."""
    try:
        await replace(interaction, card, files=files)
    except discord.HTTPException as refused:
        if _is_late(refused):
            await _deliver(interaction, card, files)
        elif isinstance(refused, discord.NotFound):
            await answer(interaction, card, files=files)
        else:
            raise


async def answer(interaction: Interaction, card: Card, *, files: Sequence[Upload] = ()) -> None:
    """Answer as `respond` does, however late it is."""
    try:
        await respond(interaction, card, files=files)
    except discord.HTTPException as refused:
        if not _is_late(refused):
            raise
        await _deliver(interaction, card, files)


def _is_late(refused: discord.HTTPException) -> bool:
    return refused.code in {UNKNOWN_WEBHOOK, INVALID_TOKEN}


async def _deliver(interaction: Interaction, card: Card, files: Sequence[Upload]) -> None:
    """Write into the channel, or to the person: what has files always, as others may not see them."""
    guild, channel, person = interaction.guild, interaction.channel, interaction.user
    server = fitted_line(guild.name if guild else "", ROOM_FOR_NAME)
    in_messages = _words(card, IN_MESSAGES.format(server), files)
    if guild and not files and _is_open(channel, guild):
        card.add_item(text_part(IN_CHANNEL.format(person.mention)))
        if await _post(interaction, channel, card):
            return
    await _post(interaction, person, in_messages, files)


async def _post(
    interaction: Interaction,
    to: discord.abc.Messageable,
    card: Card,
    files: Sequence[Upload] = (),
) -> bool:
    """Write a message, and tell whether that was allowed."""
    try:
        await post(interaction.client, to, card, files=files)
    except (discord.HTTPException, aiohttp.ClientError) as refused:
        log.info("a late answer was refused: %s", refused)
        return False
    return True


def _is_open(channel: object, guild: discord.Guild) -> TypeGuard[OpenChannel]:
    return isinstance(channel, OpenChannel) and may_write(channel, guild.me)


def _words(card: Card, last_line: str, files: Sequence[Upload]) -> Card:
    """Give the words and files of a card alone: its buttons work on their server only."""
    words = [part.content for part in card.walk_children() if isinstance(part, ui.TextDisplay)]
    first, *others = [*words, last_line]
    shown = [ui.File[Any](f"attachment://{file.name}") for file in files]
    return Notice(first, *map(text_part, others), *shown)
