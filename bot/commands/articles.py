"""`/articles`: what is loaded, newest first."""

from __future__ import annotations

from discord import app_commands

from bot.asking import place_of
from bot.cards.articles import articles_card
from bot.cards.card import Card, Notice
from bot.cards.notices import NOTHING_LOADED
from bot.interaction import Interaction
from bot.sending import respond


@app_commands.command(name="articles", description="See which articles are loaded here")
@app_commands.guild_only()
async def articles(interaction: Interaction) -> None:
    """Show the first page, to the person alone."""
    place = await place_of(interaction)
    entries = await place.client.library.articles(place.server)
    card: Card = articles_card(entries) if entries else Notice(NOTHING_LOADED)
    await respond(interaction, card)
