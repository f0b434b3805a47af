"""Removing an article, with what its server's settings say about it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.discord.service.server_settings import load_settings, save_settings
from bot.discord.service.service import Service


@dataclass(frozen=True, slots=True)
class Removed:
    """An article's title, or its id where what was stored of it is damaged.

    `channels` are those that searched only it and search all articles now.
    """

    title: str
    channels: tuple[int, ...]


async def remove_article(service: Service, server: int, article_id: str) -> Removed:
    """Remove an article from the library, and from what channels search.

    Raises StoreError where there is no such article.
    """
    article = await service.library.remove(server, article_id)
    settings = await load_settings(service.store, server)
    left = {
        channel: tuple(id_ for id_ in ids if id_ != article_id)
        for channel, ids in settings.channels.items()
    }
    if left != settings.channels:
        chosen = {channel: ids for channel, ids in left.items() if ids}
        await save_settings(service.store, server, replace(settings, channels=chosen))
    title = article.title if article else article_id
    return Removed(title, tuple(channel for channel, ids in left.items() if not ids))
