"""The bot on the real discord.py, talking to the loopback server, with a library of its own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.discord.client import SourcesSay
from bot.discord.service.server_settings import ServerSettings, save_settings
from bot.settings import Settings
from corpus.article import Article
from tests.bot.discord.newspaper import Newspaper
from tests.discord_server import Channel, DiscordServer, Guild, Member, Message, pointed_at
from tests.discord_server.controls import Button
from tests.discord_server.pulse import HUNG_S
from tests.discord_server.replies import Reply
from tests.news_site import LOOPBACK

Running = Callable[..., AbstractAsyncContextManager[SourcesSay]]


@pytest.fixture
async def discord() -> AsyncIterator[DiscordServer]:
    """A server with discord.py pointed at it, whose clock stands still so that no machine is slow."""
    async with DiscordServer() as server:
        with pointed_at(server):
            server.clock.stop()
            yield server
    assert not server.refusals, str(server.refusals)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the bot never ask for more time because the machine is slow."""
    monkeypatch.setattr("bot.discord.kit.sending.PATIENCE", HUNG_S)
    monkeypatch.setattr("bot.discord.service.command_permissions.PATIENCE", HUNG_S)


@pytest.fixture
def settings(tmp_path: Path, discord: DiscordServer) -> Settings:
    return Settings.load(
        {
            "DATA_FOLDER": str(tmp_path),
            "DISCORD_TOKEN": discord.token,
            "DISCORD_API_URL": discord.api_url,
        }
    )


@pytest.fixture
def running(discord: DiscordServer, settings: Settings) -> Running:
    """Run the bot until the context closes; may be used again to restart it.

    It may read pages on loopback, which users' bots never may.
    """

    @asynccontextmanager
    async def run(**changed: Any) -> AsyncIterator[SourcesSay]:
        client = SourcesSay(replace(settings, **changed), guild_ready_timeout=0.05)
        task = asyncio.create_task(client.start(discord.token))
        try:
            await discord.connected()
            async with asyncio.timeout(HUNG_S):
                await client.wait_until_ready()
            client.service.read_page = LOOPBACK.read_page
            client.service.fetch_feed = LOOPBACK.fetch_feed
            yield client
        finally:
            await client.close()
            await asyncio.gather(task, return_exceptions=True)

    return run


@pytest.fixture
async def bot(running: Running) -> AsyncIterator[SourcesSay]:
    async with running() as client:
        yield client


@pytest.fixture
def guild(discord: DiscordServer, bot: SourcesSay) -> Guild:
    assert bot.is_ready()
    return discord.add_guild("Newsroom")


@pytest.fixture
async def newspaper() -> AsyncIterator[Newspaper]:
    paper = Newspaper()
    runner = web.ServerRunner(web.Server(paper.answer))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    paper.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield paper
    await runner.cleanup()


@pytest.fixture
def channel(guild: Guild) -> Channel:
    return guild.add_channel("news")


@pytest.fixture
def ann(guild: Guild) -> Member:
    """Somebody who may ask, and nothing more."""
    return guild.add_member("Ann")


@pytest.fixture
def moderator(guild: Guild) -> Member:
    return guild.add_member("Mo", manage_messages=True)


async def load(bot: SourcesSay, guild: Guild, *articles: Article) -> None:
    """Load articles into a guild's library, as its moderators would."""
    for article in articles:
        await bot.service.library.add(guild.id, article)


async def configure(bot: SourcesSay, guild: Guild, **settings: Any) -> None:
    """Decide something for a guild; members' cooldown is off unless it is given."""
    await save_settings(bot.service.store, guild.id, ServerSettings(**{"cooldown": 0, **settings}))


def more_on(card: Message | Reply) -> Button:
    """Return the button to further passages, whose label counts them."""
    return next(button for button in card.buttons if button.custom_id.startswith("more:"))
