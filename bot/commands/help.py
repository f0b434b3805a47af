"""`/help`: what the bot can do, on a card."""

from __future__ import annotations

from discord import app_commands

from bot.cards.help import help_card
from bot.interaction import Interaction
from bot.sending import respond


@app_commands.command(name="help", description="See what I can do")
async def help_(interaction: Interaction) -> None:
    """Explain the commands, to the person alone; moderators see theirs too."""
    await respond(interaction, help_card(moderates=interaction.permissions.manage_messages))
