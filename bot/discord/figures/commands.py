"""`/figures`: who gives which figure of something, as a table and a chart."""

from __future__ import annotations

from discord import app_commands

from bot.discord.kit.card import Notice
from bot.discord.kit.choices import Choices, chosen_article_id, suggest_articles
from bot.discord.kit.figures.button import make_figures
from bot.discord.kit.figures.card import Shown
from bot.discord.kit.keys import digest_of
from bot.discord.kit.notices import NOTHING_LOADED
from bot.discord.kit.place import Place, let_ask, place_of
from bot.discord.kit.sending import in_time, respond
from bot.discord.service import Interaction
from bot.language import gettext
from corpus.reading.visible import one_line

LONGEST_ABOUT = 100
"""Characters of what figures are to be about: a few words, or a short question."""


@app_commands.command(
    name="figures", description="See who gives which figure of something, as a table and a chart"
)
@app_commands.describe(
    about="What is counted, in a few words: troops Kursk", article="In this article alone"
)
@app_commands.guild_only()
async def figures(
    interaction: Interaction,
    about: app_commands.Range[str, 1, LONGEST_ABOUT],
    article: str | None = None,
) -> None:
    """Show the first page, to the person alone."""
    async with in_time(interaction, private=True):
        place = await place_of(interaction)
        let_ask(place, interaction.user)
        card, files = await _first_page(place, one_line(about), article)
    await respond(interaction, card, private=True, files=files)


@figures.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)


async def _first_page(place: Place, about: str, article: str | None) -> Shown:
    if not await place.entries():
        return Shown(Notice(gettext(NOTHING_LOADED)), [])
    chosen = (
        await chosen_article_id(place.service.library, place.server, article) if article else ""
    )
    return await make_figures(place, about, article=digest_of(chosen) if chosen else "")
