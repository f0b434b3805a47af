"""`/library settings`: how the bot behaves on a server, on a card with menus."""

from __future__ import annotations

from discord import app_commands

from bot.cards.library.settings import settings_card
from bot.interaction import Interaction
from bot.sending import respond
from bot.server_settings import load_settings


@app_commands.command(
    name="settings", description="Decide who may ask, how often, and how answers look"
)
async def settings(interaction: Interaction) -> None:
    """Show the settings as they are; each menu changes one at once."""
    server = interaction.guild_id or 0
    await respond(interaction, settings_card(await load_settings(interaction.client.store, server)))
