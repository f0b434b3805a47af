"""Answers after Discord has closed an interaction, which it does after 15 minutes.

They go into the channel then, or else to the person in direct messages.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import TypeGuard

import aiohttp
import discord
from discord import ui

from bot.discord.kit.card import Card, Notice, file_part, text_part
from bot.discord.kit.fitting import fitted_line
from bot.discord.kit.sending import Upload, may_write, post, replace, respond
from bot.discord.service import Interaction, service_of
from bot.language import N_, gettext

log = logging.getLogger(__name__)

UNKNOWN_WEBHOOK, INVALID_TOKEN = 10015, 50027
"""Discord's codes for an answer to an interaction that it has closed."""

ROOM_FOR_SERVER = 60
"""What a server's name may cost."""

OpenChannel = discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.Thread

IN_CHANNEL = N_("-# For {}: this took longer than the 15 minutes that Discord gives me to answer.")
IN_MESSAGES = N_(
    "-# From **{}**: it took longer than the 15 minutes that Discord gives me to answer."
)


async def conclude(interaction: Interaction, card: Card, *, files: Sequence[Upload] = ()) -> None:
    """Show the result of long work in place of its progress, as a new message where that is gone."""
    try:
        await replace(interaction, card, files=files)
    except discord.HTTPException as refused:
        if _is_closed(refused):
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
        if not _is_closed(refused):
            raise
        await _deliver(interaction, card, files)


def _is_closed(refused: discord.HTTPException) -> bool:
    return refused.code in {UNKNOWN_WEBHOOK, INVALID_TOKEN}


async def _deliver(interaction: Interaction, card: Card, files: Sequence[Upload]) -> None:
    """Write into the channel, or to the person; files go to the person alone, as they may be secret."""
    guild, channel, person = interaction.guild, interaction.channel, interaction.user
    server = fitted_line(guild.name if guild else "", ROOM_FOR_SERVER)
    in_messages = _words_alone(card, gettext(IN_MESSAGES).format(server), files)
    if guild and not files and _is_open(channel, guild):
        card.add_item(text_part(gettext(IN_CHANNEL).format(person.mention)))
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
        await post(service_of(interaction), to, card, files=files)
    except (discord.HTTPException, aiohttp.ClientError) as refused:
        log.info("a late answer was refused: %s", refused)
        return False
    return True


def _is_open(channel: object, guild: discord.Guild) -> TypeGuard[OpenChannel]:
    return isinstance(channel, OpenChannel) and may_write(channel, guild.me)


def _words_alone(card: Card, last_line: str, files: Sequence[Upload]) -> Card:
    """Keep the words and files of a card only: its buttons do not work in direct messages."""
    words = [part.content for part in card.walk_children() if isinstance(part, ui.TextDisplay)]
    first, *others = [*words, last_line]
    shown = [file_part(file.name) for file in files]
    return Notice(first, *map(text_part, others), *shown)
