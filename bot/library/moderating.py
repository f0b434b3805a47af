"""Who may change a server's library, and the line that says who did."""

from __future__ import annotations

import logging

import aiohttp
import discord

from bot.asking import place_of
from bot.cards.card import Notice
from bot.cards.fitting import fitted_line
from bot.errors import DeclinedError
from bot.failures import NOT_ALLOWED
from bot.interaction import Interaction
from bot.sending import post
from corpus.store import audit

log = logging.getLogger(__name__)

PERMISSION = discord.Permissions(manage_messages=True)
"""What Discord asks of those it offers the moderators' commands, and what is asked again here."""

ROOM_FOR_TITLE = 300


def moderates(interaction: Interaction) -> bool:
    """Tell whether somebody may change the library of the server they are on, in this moment."""
    return interaction.guild_id is not None and interaction.permissions.manage_messages


def require_moderator(interaction: Interaction) -> None:
    """Raise DeclinedError for anybody else; a card may be older than what its presser may do."""
    if not moderates(interaction):
        raise DeclinedError(NOT_ALLOWED)


async def note(interaction: Interaction, act: str, about: str) -> None:
    """Note what a moderator did: `act` is a verb, `about` an article's title or other plain text.

    It goes into the table, and soon into the audit channel where the server has one.
    """
    place = await place_of(interaction)
    await audit.record(place.client.store, place.server, interaction.user.id, act, about)
    announce(interaction, act, about, place.settings.audit_channel)


def announce(interaction: Interaction, act: str, about: str, channel_id: int | None) -> None:
    """Write the line into the audit channel, in the background: Discord slows many lines down.

    The channel is looked for on this server alone: the id may have come with an imported library.
    """
    channel = (
        interaction.guild.get_channel(channel_id) if interaction.guild and channel_id else None
    )
    if not isinstance(channel, discord.abc.Messageable):
        return
    line = audit_line(interaction.user.id, act, about)
    interaction.client.in_background(_write(channel, line))


async def _write(channel: discord.abc.Messageable, line: str) -> None:
    try:
        await post(channel, Notice(line, private=False))
    except (discord.HTTPException, aiohttp.ClientError) as refused:
        log.info("a line for the audit channel could not be written: %s", refused)


def audit_line(who: int, act: str, about: str) -> str:
    """Write who did what, as Markdown."""
    return f"<@{who}> {act} **{fitted_line(about, ROOM_FOR_TITLE)}**"
