"""`/library remove`: take an article out, once that is confirmed."""

from __future__ import annotations

from discord import app_commands

from bot.buttons.library.dismiss import Dismiss
from bot.buttons.library.remove import Remove
from bot.cards.card import Notice, row
from bot.cards.fitting import fitted_line
from bot.commands.choices import Choices, article_chosen, suggest_articles
from bot.interaction import Interaction
from bot.sending import respond

ROOM_FOR_TITLE = 500
SURE = "Remove **{}**? Its passages will no longer be found."


@app_commands.command(name="remove", description="Take an article out of the library")
@app_commands.describe(article="The article to remove")
async def remove(interaction: Interaction, article: str) -> None:
    """Ask whether an article is to be removed."""
    library, server = interaction.client.library, interaction.guild_id or 0
    chosen = await library.article(server, await article_chosen(library, server, article))
    question = SURE.format(fitted_line(chosen.title, ROOM_FOR_TITLE))
    await respond(interaction, Notice(question, row(Remove(chosen.id), Dismiss("Keep it"))))


@remove.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)
