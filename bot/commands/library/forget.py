"""`/library forget`: delete all that is known of a server, at once and for good."""

from __future__ import annotations

from discord import app_commands

from bot.buttons.library.dismiss import Dismiss
from bot.buttons.library.forget import Forget
from bot.cards.card import Notice, row
from bot.interaction import Interaction
from bot.sending import respond
from bot.wording import counted

SURE = (
    "Delete everything about this server? **{}** with their files, kept questions, votes, settings "
    "and the audit go at once, and nobody can bring them back. `/library export` gives you a copy "
    "of the articles first."
)


@app_commands.command(name="forget", description="Delete everything about this server, for good")
async def forget(interaction: Interaction) -> None:
    """Ask whether everything is to be deleted."""
    entries = await interaction.client.library.articles(interaction.guild_id or 0)
    question = SURE.format(counted(len(entries), "article"))
    await respond(interaction, Notice(question, row(Forget(), Dismiss("Keep everything"))))
