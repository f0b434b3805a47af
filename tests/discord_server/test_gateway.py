"""The gateway: identifying, resuming, and being thrown out."""

from __future__ import annotations

import asyncio
from typing import Any

import discord as discord_py
import pytest

from tests.discord_server import DiscordServer, Guild
from tests.discord_server.little_bot import LittleBot, running


async def reconnected(discord: DiscordServer) -> None:
    """Wait until the bot has come back."""
    before = discord.gateway.identified + discord.gateway.resumed
    await discord.pulse.until(
        lambda: discord.gateway.identified + discord.gateway.resumed > before, "the bot stays away"
    )


async def answers(discord: DiscordServer, guild: Guild) -> bool:
    channel = next(iter(guild.channels.values()))
    reply = await guild.add_member("Ann").slash(channel, "card")
    return "a card" in reply.text and not discord.refusals


async def test_a_cut_connection_is_resumed_with_what_was_missed(
    discord: DiscordServer, bot: LittleBot
) -> None:
    guild = discord.add_guild()
    await discord.settled()
    discord.cut()
    channel = next(iter(guild.channels.values()))
    message = await guild.add_member("Ann").say(channel, "@bot are you there?")
    assert (await channel.message_after(message)).text.startswith("You said")
    assert (discord.gateway.identified, discord.gateway.resumed) == (1, 1)
    assert bot.heard[0] == "joined Newsroom"


async def test_a_request_to_reconnect_is_followed(discord: DiscordServer, bot: LittleBot) -> None:
    guild = discord.add_guild()
    discord.gateway.ask_to_reconnect()
    await reconnected(discord)
    assert discord.gateway.resumed == 1
    assert await answers(discord, guild)
    assert bot.is_ready()


@pytest.mark.parametrize(("resumable", "counts"), [(True, (1, 1)), (False, (2, 0))])
async def test_an_invalid_session_is_resumed_or_begun_anew(
    discord: DiscordServer, bot: LittleBot, resumable: bool, counts: tuple[int, int]
) -> None:
    guild = discord.add_guild()
    discord.gateway.invalidate(resumable=resumable)
    await reconnected(discord)
    assert (discord.gateway.identified, discord.gateway.resumed) == counts
    assert await answers(discord, guild)
    assert bot.is_ready()


async def test_a_forgotten_session_is_begun_anew(discord: DiscordServer, bot: LittleBot) -> None:
    guild = discord.add_guild()
    await discord.settled()
    discord.gateway._sessions.clear()
    discord.cut()
    await discord.pulse.until(lambda: discord.gateway.identified == 2, "no new session")
    assert await answers(discord, guild)
    assert bot.is_ready()


async def test_heartbeats_are_answered(discord: DiscordServer, bot: LittleBot) -> None:
    assert discord.gateway.heartbeats == 1
    await discord.settled()
    assert discord.gateway.heartbeats == 2
    assert bot.latency < 5


async def test_a_wrong_token_is_refused(discord: DiscordServer) -> None:
    bot = LittleBot()
    with pytest.raises(discord_py.LoginFailure):
        await bot.login("wrong")
    assert discord.refusals.expect(0).status == 401
    await bot.close()


async def test_the_gateway_refuses_a_wrong_token(discord: DiscordServer) -> None:
    bot = LittleBot()
    await bot.login(discord.token)
    bot.http.token = "wrong"
    with pytest.raises(discord_py.ConnectionClosed):
        await bot.connect()
    assert discord.closures == [4004]


async def test_privileged_intents_must_be_granted(discord: DiscordServer) -> None:
    intents = discord_py.Intents.default()
    intents.message_content = True
    bot = LittleBot(intents)
    with pytest.raises(discord_py.PrivilegedIntentsRequired):
        await bot.start(discord.token)
    assert discord.closures == [4014]
    await bot.close()


async def test_granted_intents_are_honoured(discord: DiscordServer) -> None:
    intents = discord_py.Intents.default()
    intents.message_content = intents.members = True
    discord.granted_intents = intents.value
    guild = discord.add_guild()
    guild.add_member("Bob")
    async with running(LittleBot(intents), discord) as bot:
        known = bot.get_guild(guild.id)
        assert known
        assert {member.display_name for member in known.members} == {"Sources Say", "Owner", "Bob"}
        await guild.add_member("Ann").say(next(iter(guild.channels.values())), "no secret")
        await discord.settled()
        assert bot.heard == ["no secret"]


async def test_without_the_messages_intent_nothing_is_heard(discord: DiscordServer) -> None:
    guild = discord.add_guild()
    async with running(LittleBot(discord_py.Intents(guilds=True)), discord) as bot:
        await guild.add_member("Ann").say(next(iter(guild.channels.values())), "@bot hello")
        await discord.settled()
        assert not bot.heard


async def test_the_bot_knows_its_permissions(discord: DiscordServer) -> None:
    guild = discord.add_guild()
    channel = guild.add_channel("news")
    channel.set_permissions(guild.everyone, send_messages=False)
    async with running(LittleBot(), discord) as bot:
        known: Any = bot.get_channel(channel.id)
        assert not known.permissions_for(known.guild.me).send_messages
        channel.set_permissions(guild.bot, send_messages=True)
        await discord.settled()
        assert known.permissions_for(known.guild.me).send_messages


async def test_every_shard_hears_of_its_guilds(discord: DiscordServer) -> None:
    guilds = [discord.add_guild(f"Guild {n}", shard=(n, 2)) for n in (0, 1)]
    async with running(LittleBot(shard_id=0, shard_count=2), discord) as first:
        second = LittleBot(shard_id=1, shard_count=2)
        task = asyncio.create_task(second.start(discord.token))
        await discord.connected(2)
        await second.wait_until_ready()
        for bot, guild in ((first, guilds[0]), (second, guilds[1])):
            assert [known.id for known in bot.guilds] == [guild.id]
        assert await answers(discord, guilds[0])
        assert await answers(discord, guilds[1])
        await second.close()
        await task


async def test_an_outage_is_no_removal(discord: DiscordServer, bot: LittleBot) -> None:
    guild = discord.add_guild()
    guild.go_down()
    guild.come_back()
    await discord.settled()
    assert bot.heard == ["joined Newsroom"]


class Sharded(discord_py.AutoShardedClient):
    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not sleep for five seconds, as in little_bot.py."""


@pytest.mark.parametrize("count", [1, 2])
async def test_an_automatically_sharded_client_connects(discord: DiscordServer, count: int) -> None:
    discord.shards = count
    discord.add_guild("One")
    client = Sharded(intents=discord_py.Intents.default(), guild_ready_timeout=0.05)
    task = asyncio.create_task(client.start(discord.token))
    await discord.connected(count)
    await client.wait_until_ready()
    assert client.shard_count == count
    assert [guild.name for guild in client.guilds] == ["One"]
    await client.close()
    await task
