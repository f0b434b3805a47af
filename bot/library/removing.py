"""Removing an article, with what its server's settings say about it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.interaction import Interaction
from bot.library.moderating import note
from bot.server_settings import load_settings, save_settings
from corpus.article import Article


@dataclass(frozen=True, slots=True)
class Removed:
    """An article as it was, and the channels that searched only it and search all articles now."""

    article: Article
    channels: tuple[int, ...]


async def remove_article(
    interaction: Interaction, article_id: str, *, act: str = "removed"
) -> Removed:
    """Remove an article, also from channels' choices, and note who did."""
    client, server = interaction.client, interaction.guild_id or 0
    article = await client.library.remove(server, article_id)
    settings = await load_settings(client.store, server)
    left = {
        channel: tuple(id_ for id_ in ids if id_ != article_id)
        for channel, ids in settings.channels.items()
    }
    if left != settings.channels:
        chosen = {channel: ids for channel, ids in left.items() if ids}
        await save_settings(client.store, server, replace(settings, channels=chosen))
    await note(interaction, act, article.title)
    return Removed(article, tuple(channel for channel, ids in left.items() if not ids))
