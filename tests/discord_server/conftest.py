"""A server for each test, and a small bot on the real discord.py."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from tests.discord_server import DiscordServer, pointed_at
from tests.discord_server.little_bot import LittleBot, running


@pytest_asyncio.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    """A server with discord.py pointed at it. A test that provokes refusals expects them."""
    async with DiscordServer() as server:
        server.clock.stop()
        with pointed_at(server):
            yield server
    assert not server.refusals, str(server.refusals)


@pytest_asyncio.fixture
async def bot(discord: DiscordServer) -> AsyncIterator[LittleBot]:
    async with running(LittleBot(), discord) as bot:
        yield bot
