"""Removing an article, with what its server's settings say about it, and bringing it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.discord.service.server_settings import ServerSettings, load_settings, save_settings
from bot.discord.service.service import Service

CHANNELS = "channels"
"""Under which name the channels that search an article are kept beside it."""


@dataclass(frozen=True, slots=True)
class Removed:
    """An article's title, or its id where what was stored of it is damaged.

    `channels` are those that searched only it and search all articles now. Where it `is_kept`, it
    can be brought back for a day.
    """

    title: str
    channels: tuple[int, ...]
    is_kept: bool


async def remove_article(service: Service, server: int, article_id: str) -> Removed:
    """Remove an article from the library, and from what channels search.

    Raises StoreError where there is no such article.
    """
    library = service.library
    settings = await load_settings(service.store, server)
    searched = {channel: ids for channel, ids in settings.channels.items() if article_id in ids}
    beside = {CHANNELS: {str(channel): list(ids) for channel, ids in searched.items()}}
    article = await library.remove(server, article_id, beside=beside)
    left = {
        channel: tuple(id_ for id_ in ids if id_ != article_id)
        for channel, ids in settings.channels.items()
    }
    if searched:
        chosen = {channel: ids for channel, ids in left.items() if ids}
        await save_settings(service.store, server, replace(settings, channels=chosen))
    kept = await service.store.removed(server)
    return Removed(
        article.title if article else article_id,
        tuple(channel for channel, ids in left.items() if not ids),
        is_kept=any(entry.id == article_id for entry in kept),
    )


async def bring_back_article(service: Service, server: int, article_id: str) -> str:
    """Bring a removed article back, also where channels searched it, and return its title.

    A channel that was let search all articles since is left so. Raises StoreError where the article
    is not kept any more, or was loaded anew.
    """
    back = await service.library.bring_back(server, article_id)
    settings = await load_settings(service.store, server)
    channels = dict(settings.channels)
    for channel, ids in _searched(back.beside).items():
        now = channels.get(channel, ())
        if now or ids == (article_id,):
            channels[channel] = tuple(dict.fromkeys([*now, article_id]))
    if channels != settings.channels:
        await save_settings(service.store, server, replace(settings, channels=channels))
    return back.article.title


def _searched(beside: Mapping[str, Any]) -> Mapping[int, tuple[str, ...]]:
    """Read which articles channels searched, as the settings do: what cannot be right is left out."""
    return ServerSettings.from_json({CHANNELS: beside.get(CHANNELS)}).channels
