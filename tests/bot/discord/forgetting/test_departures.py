"""Servers that the bot was removed from: kept a while, then forgotten."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.discord.client import SourcesSay
from bot.discord.forgetting.departures import forget_departed
from corpus.library.store import departures as stored
from tests.bot.discord.conftest import Running, load
from tests.bot.discord.newsroom import FERRY
from tests.discord_server import DiscordServer, Guild


async def test_a_library_is_kept_a_while_after_the_bot_was_removed(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    guild.remove_bot()
    await guild.server.settled()
    await forget_departed(bot.service.store)
    assert len(await bot.service.library.articles(guild.id)) == 1
    await stored.take_back(bot.service.store, [guild.id])
    await stored.note(bot.service.store, guild.id, datetime.now(UTC) - timedelta(days=31))
    await forget_departed(bot.service.store)
    assert await bot.service.library.articles(guild.id) == []


async def test_a_bot_that_is_invited_again_finds_its_library(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    await guild.server.settled()
    await stored.note(bot.service.store, guild.id, datetime.now(UTC) - timedelta(days=31))
    guild.remove_bot()
    guild.add_bot()
    await guild.server.settled()
    await forget_departed(bot.service.store)
    assert len(await bot.service.library.articles(guild.id)) == 1


async def test_a_removal_while_the_bot_was_away_is_noticed(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    async with running() as bot:
        await load(bot, guild, FERRY)
        await bot.service.library.add(0, FERRY)  # the terminal's own
    guild.remove_bot()
    async with running() as bot:
        await discord.settled()
        assert await stored.known(bot.service.store) == [0]


async def test_servers_of_other_processes_are_not_taken_for_left(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    shard = (guild.id >> 22) % 2
    async with running() as bot:
        await load(bot, guild, FERRY)
    async with running(shard_count=2, shard_ids=(1 - shard,)) as bot:
        await discord.settled()
        assert not bot.guilds
        assert await stored.known(bot.service.store) == [guild.id]
