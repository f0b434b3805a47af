"""`/library questions`: what was asked, first of all what found no answer or a bad one."""

from __future__ import annotations

from discord import app_commands

from bot.cards.library.questions import find_questions_card
from bot.interaction import Interaction
from bot.sending import respond


@app_commands.command(
    name="questions", description="See which questions go unanswered or are answered badly"
)
async def questions(interaction: Interaction) -> None:
    """Show the first page."""
    card = await find_questions_card(interaction.client.store, interaction.guild_id or 0)
    await respond(interaction, card)
