"""`/library rename`: give an article another title."""

from __future__ import annotations

from discord import app_commands

from bot.cards.card import Notice
from bot.cards.fitting import fitted_line
from bot.commands.choices import Choices, article_chosen, suggest_articles
from bot.errors import DeclinedError
from bot.interaction import Interaction
from bot.library.moderating import note
from bot.sending import respond
from corpus.reading.limits import MAX_TITLE

ROOM_FOR_TITLE = 500
NO_WORDS = "Give a title that can be seen."
RENAMED = "**{}** is now called **{}**."


@app_commands.command(name="rename", description="Give an article another title")
@app_commands.describe(article="The article", title="Its new title")
async def rename(
    interaction: Interaction, article: str, title: app_commands.Range[str, 1, MAX_TITLE]
) -> None:
    """Rename an article."""
    library, server = interaction.client.library, interaction.guild_id or 0
    old = await library.article(server, await article_chosen(library, server, article))
    new = " ".join(title.split())
    if not any(letter.isalnum() for letter in new):
        raise DeclinedError(NO_WORDS)
    await library.rename(server, old.id, new)
    await note(interaction, "renamed", f"{old.title} → {new}")
    titles = (fitted_line(name, ROOM_FOR_TITLE) for name in (old.title, new))
    await respond(interaction, Notice(RENAMED.format(*titles)))


@rename.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)
