"""`/library update`: read an article again, and show what changed."""

from __future__ import annotations

from dataclasses import replace

import discord
from discord import app_commands

from bot.cards.library.preview import preview_card
from bot.commands.choices import Choices, article_chosen, suggest_articles
from bot.errors import DeclinedError
from bot.interaction import Interaction
from bot.late import conclude
from bot.library import handed_over
from bot.library.handed_over import HandedOver
from bot.library.loading import load_one
from bot.sending import defer
from corpus.article import Article
from corpus.reading import LoadedArticle

NOT_FROM_THE_WEB = (
    "That article was not loaded from the web: use the option `file` to hand over its new text."
)


@app_commands.command(name="update", description="Read an article again, and see what changed")
@app_commands.describe(
    article="The article to read again",
    file="Its new text, where it is not on the web",
)
async def update(
    interaction: Interaction, article: str, file: discord.Attachment | None = None
) -> None:
    """Load an article's page again, or a file in its place."""
    library, server = interaction.client.library, interaction.guild_id or 0
    old = await library.article(server, await article_chosen(library, server, article))
    await defer(interaction, private=True)
    if file:
        handed = handed_over.file(file)
    elif old.url:
        handed = handed_over.page(interaction.client, old.url)
    else:
        raise DeclinedError(NOT_FROM_THE_WEB)
    await conclude(
        interaction, preview_card(await load_one(interaction, _as_version_of(old, handed)))
    )


@update.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)


def _as_version_of(old: Article, handed: HandedOver) -> HandedOver:
    """Read it as another version of an article, whatever it resembles."""

    async def read() -> LoadedArticle:
        loaded = await handed.read()
        article = replace(loaded.article, id=old.id, url=loaded.article.url or old.url)
        return replace(loaded, article=article)

    return HandedOver(old.title, read)
