"""`/library channel`: which articles the questions in a channel search."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.asking import place_of
from bot.cards.library.scope import find_scope_card
from bot.interaction import Interaction
from bot.sending import respond

AskedChannel = (
    discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel
)


@app_commands.command(
    name="channel", description="Choose which articles a channel’s questions search"
)
@app_commands.describe(channel="The channel; without one, this one")
async def channel(interaction: Interaction, channel: AskedChannel | None = None) -> None:
    """Show what a channel searches, with menus to choose from."""
    place = await place_of(interaction)
    asked = channel.id if channel else place.channel
    await respond(interaction, await find_scope_card(interaction, asked))
