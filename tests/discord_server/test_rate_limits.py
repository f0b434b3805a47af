"""Rate limits: discord.py keeps to them, and waits where it did not."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.discord_server import DiscordServer
from tests.discord_server.little_bot import LittleBot

MESSAGES = "POST /channels/{channel}/messages"


@pytest.fixture
async def target(discord: DiscordServer, bot: LittleBot) -> Any:
    guild = discord.add_guild()
    await discord.settled()
    return bot.get_channel(next(iter(guild.channels)))


async def test_discord_py_keeps_to_a_bucket_that_it_knows(
    discord: DiscordServer, target: Any
) -> None:
    discord.rate_limits.set(MESSAGES, requests=3, seconds=0.2)
    for number in range(7):
        await target.send(str(number))
    assert not discord.rate_limits.hits


async def test_a_429_is_waited_out(discord: DiscordServer, target: Any) -> None:
    discord.rate_limits.set(MESSAGES, requests=1, seconds=0.3)
    discord.rate_limits.bucket(MESSAGES, str(target.id)).take()
    await target.send("patient")
    assert discord.rate_limits.hits == [MESSAGES]
    assert [m.text for m in discord.guilds[0].channels[target.id].messages] == ["patient"]


async def test_a_global_429_is_waited_out(discord: DiscordServer, target: Any) -> None:
    discord.rate_limits.set_globally(requests=2, seconds=0.3)
    await asyncio.gather(*(target.send(str(number)) for number in range(4)))
    assert discord.rate_limits.hits
    assert len(discord.guilds[0].channels[target.id].messages) == 4


async def test_interaction_answers_wait_too(discord: DiscordServer, target: Any) -> None:
    discord.rate_limits.set_globally(requests=1, seconds=0.2)
    guild = discord.guilds[0]
    reply = await guild.add_member("Ann").slash(guild.channels[target.id], "think")
    await reply.until(lambda r: r.text == "Better thought")
    assert discord.rate_limits.hits


async def test_a_burst_of_two_hundred_questions_is_answered(
    discord: DiscordServer, target: Any
) -> None:
    guild = discord.guilds[0]
    channel = guild.channels[target.id]
    people = [guild.add_member(f"Person {number}") for number in range(20)]
    asked = [people[n % 20].slash(channel, "ask", question=f"Question {n}") for n in range(200)]
    replies = await asyncio.gather(*asked)
    assert [r.text for r in replies] == [f"Question {n} in None" for n in range(200)]
