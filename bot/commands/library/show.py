"""`/library show`: one article as it is stored, or the library as a whole and who changed it."""

from __future__ import annotations

import asyncio

from discord import app_commands

from bot.cards.card import Card
from bot.cards.library.article import article_card
from bot.cards.library.overview import overview_card
from bot.commands.choices import Choices, article_chosen, suggest_articles
from bot.errors import DeclinedError
from bot.interaction import Interaction
from bot.library.loading import GONE
from bot.sending import respond_in_time
from bot.server_settings import load_settings
from corpus.library.store import audit

LINES_SHOWN = 10


@app_commands.command(
    name="show", description="See an article as it is stored, or who changed the library"
)
@app_commands.describe(article="One article; without it, the library as a whole")
async def show(interaction: Interaction, article: str | None = None) -> None:
    """Show one article, or the whole."""
    making = _show_article(interaction, article) if article else _show_library(interaction)
    await respond_in_time(interaction, making, private=True)


@show.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)


async def _show_article(interaction: Interaction, chosen: str) -> Card:
    library, server = interaction.client.library, interaction.guild_id or 0
    article_id = await article_chosen(library, server, chosen)
    entries = await library.articles(server)
    entry = next((entry for entry in entries if entry.id == article_id), None)
    stored = await library.store.with_original(server, article_id)
    if entry is None or stored is None:
        raise DeclinedError(GONE)
    claims = (await library.claims(server, [article_id]))[article_id]
    settings = await load_settings(library.store, server)
    channels = [channel for channel, ids in settings.channels.items() if article_id in ids]
    return article_card(*stored, entry, claims=len(claims), channels=channels)


async def _show_library(interaction: Interaction) -> Card:
    library, server = interaction.client.library, interaction.guild_id or 0
    entries = await library.articles(server)
    claims = await library.claims(server)
    number = await asyncio.to_thread(lambda: sum(map(len, claims.values())))
    lines = await audit.newest(library.store, server, LINES_SHOWN)
    return overview_card(len(entries), number, lines)
