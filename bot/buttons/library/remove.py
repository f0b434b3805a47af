"""*Remove*: confirms that an article is to be taken out."""

from __future__ import annotations

from re import Match
from typing import Self

import discord

from bot.article_keys import key_of, named
from bot.buttons.moderators import ModeratorsButton
from bot.cards.card import Notice
from bot.cards.fitting import fitted_line
from bot.interaction import Interaction
from bot.library.loading import GONE
from bot.library.removing import remove_article
from bot.sending import replace

REMOVED = "**{}** is removed."
SEARCHES_ALL = "-# {} searched only this article, and searches all articles now."
ROOM_FOR_TITLE = 500
CHANNELS_NAMED = 20


class Remove(ModeratorsButton, template=r"remove:(?P<article>(?s:.+))"):
    """Removes an article, by its key."""

    def __init__(self, article: str) -> None:
        key = key_of(article)
        super().__init__(f"remove:{key}", "Remove", style=discord.ButtonStyle.danger)
        self.article = key

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(match["article"])

    async def act(self, interaction: Interaction) -> None:
        """Remove the article, and say so in place of the question."""
        server = interaction.guild_id or 0
        entries = await interaction.client.library.articles(server)
        article_id = named(self.article, (entry.id for entry in entries))
        if article_id is None:
            await replace(interaction, Notice(GONE))
            return
        removed = await remove_article(interaction, article_id)
        lines = [REMOVED.format(fitted_line(removed.article.title, ROOM_FOR_TITLE))]
        if removed.channels:
            channels = ", ".join(f"<#{channel}>" for channel in removed.channels[:CHANNELS_NAMED])
            lines.append(SEARCHES_ALL.format(channels))
        await replace(interaction, Notice("\n".join(lines)))
