"""After an upgrade, claims are found anew while the bot goes on answering."""

from __future__ import annotations

import asyncio

import pytest

from bot.discord.client import SourcesSay
from bot.discord.who_says_what.finding_anew import find_claims_anew
from corpus.library import Library
from corpus.library.store import outdated_claims
from tests.bot.discord.conftest import Running, configure, load
from tests.bot.discord.newsroom import FERRY, MARKET
from tests.corpus.library.store.test_outdated_claims import make_outdated
from tests.discord_server import DiscordServer, Guild
from tests.discord_server.pulse import HUNG_S

QUESTION = "How many passengers take the ferry to Sandholm?"


async def until_all_are_found(bot: SourcesSay) -> None:
    async with asyncio.timeout(HUNG_S):
        while await outdated_claims.listed(bot.service.store):  # noqa: ASYNC110 - no event tells
            await asyncio.sleep(0)


class Anew:
    """Let a library find claims anew only once it may; `asked` is set when it is to."""

    def __init__(self, bot: SourcesSay, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked, self.may_go_on = asyncio.Event(), asyncio.Event()
        self._find = bot.service.library.find_claims_anew
        monkeypatch.setattr(bot.service.library, "find_claims_anew", self)

    async def __call__(self, server: int, article_id: str) -> None:
        self.asked.set()
        await self.may_go_on.wait()
        await self._find(server, article_id)


async def test_a_start_after_an_upgrade_finds_them_anew_and_logs_it(
    discord: DiscordServer, running: Running, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    guild = discord.add_guild("Newsroom")
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    async with running() as bot:
        await load(bot, guild, FERRY, MARKET)
        await configure(bot, guild)
        await make_outdated(bot.service.store, [FERRY.id, MARKET.id])
        assert "Jon Aas" not in (await ann.slash(channel, "claims")).text
    async with running() as bot:
        await until_all_are_found(bot)
        assert "Jon Aas" in (await ann.slash(channel, "ask", question=QUESTION)).text
    assert "found claims anew in 2 of 2 articles" in caplog.messages


async def test_answers_do_not_wait_and_a_stop_leaves_the_rest_for_the_next_time(
    bot: SourcesSay, guild: Guild, monkeypatch: pytest.MonkeyPatch
) -> None:
    await load(bot, guild, FERRY, MARKET)
    await configure(bot, guild)
    await make_outdated(bot.service.store, [FERRY.id, MARKET.id])
    anew, closing = Anew(bot, monkeypatch), asyncio.Event()
    working = asyncio.create_task(find_claims_anew(bot.service, _every, closing))
    await anew.asked.wait()
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    assert "340" in (await ann.slash(channel, "ask", question=QUESTION)).text
    closing.set()
    anew.may_go_on.set()
    await working
    assert await outdated_claims.listed(bot.service.store) == [(guild.id, MARKET.id)]
    await find_claims_anew(bot.service, _every, asyncio.Event())
    assert await outdated_claims.listed(bot.service.store) == []


async def test_the_bot_stops_while_it_finds_claims_and_goes_on_after_a_restart(
    discord: DiscordServer, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    guild = discord.add_guild("Newsroom")
    async with running() as bot:
        await load(bot, guild, FERRY, MARKET)
        await make_outdated(bot.service.store, [FERRY.id, MARKET.id])
    begun, find = asyncio.Event(), Library.find_claims_anew

    async def find_and_tell(library: Library, server: int, article_id: str) -> None:
        begun.set()
        await find(library, server, article_id)

    monkeypatch.setattr(Library, "find_claims_anew", find_and_tell)
    async with running() as bot:
        await begun.wait()
        bot.finish()
        async with asyncio.timeout(HUNG_S):
            while not bot.is_closed():  # noqa: ASYNC110 - no event tells
                await asyncio.sleep(0)
    async with running() as bot:
        await until_all_are_found(bot)


async def test_servers_of_other_processes_are_left_to_them(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    await make_outdated(bot.service.store, [FERRY.id])
    await find_claims_anew(bot.service, lambda server: server != guild.id, asyncio.Event())
    assert await outdated_claims.listed(bot.service.store) == [(guild.id, FERRY.id)]


def _every(_server: int) -> bool:
    return True
