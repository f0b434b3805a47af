"""Feeds followed for the bot's servers: each article waits for its server's turn to load."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial

from bot.discord.service import Service
from corpus.library.following import Follower, Web, utc_now


def follower_of(
    service: Service, closing: asyncio.Event | None = None, now: Callable[[], datetime] = utc_now
) -> Follower:
    """Make the follower of the bot's feeds, which begins nothing more once it is `closing`."""
    return Follower(
        service.library,
        Web(service.fetch_feed, service.read_page),
        now,
        partial(_turn, service),
        closing.is_set if closing else bool,
    )


@asynccontextmanager
async def _turn(service: Service, server: int) -> AsyncIterator[None]:
    async with service.turn_to_load(server), service.turn_to_read:
        yield
