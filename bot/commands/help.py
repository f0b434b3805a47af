"""`/help`: what the bot can do, on a card."""

from __future__ import annotations

from discord import app_commands

from bot.cards.help import help_card
from bot.errors import DeclinedError
from bot.interaction import Interaction
from bot.library.moderating import moderates
from bot.sending import respond


@app_commands.command(name="help", description="See what I can do")
async def help_(interaction: Interaction) -> None:
    """Explain the commands, to the person alone; moderators see theirs too."""
    await respond(interaction, help_card(moderates=await _is_moderator(interaction)))


async def _is_moderator(interaction: Interaction) -> bool:
    try:
        return await moderates(interaction)
    except DeclinedError:  # Discord does not tell, and help is no secret
        return interaction.permissions.manage_messages
