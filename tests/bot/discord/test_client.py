"""Start, restart, stop: what a server's moderators never have to think about."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.discord import client, connecting
from bot.discord.asking.claims_found import WhoSaysWhat
from bot.discord.client import OLD_BUTTON, SourcesSay
from bot.discord.command_tree import FILE_NAME
from bot.discord.connecting import NO_MESSAGE_CONTENT, OUT_OF_REACH, REFUSED
from bot.discord.kit.place import NOT_IN_MESSAGES
from bot.discord.rooms import find_buttons
from bot.discord.service.work import STOPPING
from bot.settings import Settings, SettingsError
from corpus.errors import StoreError
from tests.bot.discord.conftest import Running, configure, load
from tests.bot.discord.discord_markdown import with_plain_commands
from tests.bot.discord.newsroom import FERRY
from tests.discord_server import DiscordServer, Guild
from tests.discord_server.pulse import HUNG_S

QUESTION = "How many passengers take the ferry to Sandholm?"


async def test_commands_are_registered_only_when_they_changed(
    discord: DiscordServer, running: Running, settings: Settings
) -> None:
    async with running():
        assert discord.commands.overwrites == 1
    async with running():
        assert discord.commands.overwrites == 1
    known = settings.data_folder / FILE_NAME
    known.write_text(known.read_text().replace(': "', ': "changed'))
    async with running():
        assert discord.commands.overwrites == 2
    for number, text in enumerate(("not JSON", f'{{"{discord.application_id}": "a digest"}}'), 3):
        known.write_text(text)
        async with running():
            assert discord.commands.overwrites == number


async def test_only_intents_that_need_no_approval_are_asked_for(bot: SourcesSay) -> None:
    asked = {name for name, on in bot.intents if on}
    assert asked == {"guilds", "guild_messages", "dm_messages"}


async def test_stopping_finishes_what_is_in_hand_and_takes_nothing_new(
    bot: SourcesSay, guild: Guild, monkeypatch: pytest.MonkeyPatch
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    card = await ann.slash(channel, "ask", question=QUESTION)
    asked, may_go_on = asyncio.Event(), asyncio.Event()
    ask = bot.service.library.ask

    async def slow_ask(*arguments: object, **named: object) -> object:
        asked.set()
        await may_go_on.wait()
        return await ask(*arguments, **named)  # type: ignore[arg-type] # handed on as they came

    monkeypatch.setattr(bot.service.library, "ask", slow_ask)
    slow = asyncio.create_task(ann.slash(channel, "ask", question=QUESTION))
    await asked.wait()
    bot.finish()
    refused = await ann.slash(channel, "articles")
    pressed = await ann.press(card.button("In context"))
    assert (refused.text, refused.ephemeral) == (STOPPING, True)
    assert pressed.text == STOPPING
    assert not bot.is_closed()
    may_go_on.set()
    assert "Jon Aas" in (await slow).text
    assert bot._finishing
    await bot._finishing
    assert bot.is_closed()


async def test_a_button_of_an_earlier_version_is_explained(
    discord: DiscordServer, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    guild = discord.add_guild("Newsroom")
    ann = guild.add_member("Ann")
    async with running() as bot:
        await load(bot, guild, FERRY)
        card = await ann.slash(guild.add_channel("news"), "ask", question=QUESTION)
    others = [kind for kind in find_buttons() if kind is not WhoSaysWhat]
    monkeypatch.setattr(client, "find_buttons", lambda: others)
    async with running():
        reply = await ann.press(card.button("Who says what"))
        assert (reply.text, reply.ephemeral) == (OLD_BUTTON, True)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"discord_token": "wrong"}, REFUSED),
        ({"message_content_intent": True}, NO_MESSAGE_CONTENT),
        ({"discord_api_url": "http://127.0.0.1:9"}, OUT_OF_REACH),
    ],
)
async def test_what_keeps_the_bot_from_starting_is_said_plainly(
    discord: DiscordServer, settings: Settings, changes: dict[str, object], sentence: str
) -> None:
    Route.BASE = str(changes.get("discord_api_url", discord.api_url))
    with pytest.raises(SettingsError) as raised:
        await connecting._run(replace(settings, **changes))  # type: ignore[arg-type] # of the table
    assert str(raised.value) == sentence
    discord.refusals.clear()


async def test_a_database_that_cannot_be_opened_is_said_plainly(
    discord: DiscordServer, settings: Settings
) -> None:
    assert discord
    with pytest.raises(StoreError):
        await connecting._run(replace(settings, database_url="oracle://nowhere"))


async def test_a_gateway_proxy_is_used_where_one_is_named(
    discord: DiscordServer, running: Running
) -> None:
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(discord.gateway_url)
    async with running(discord_gateway_url=discord.gateway_url) as bot:
        assert bot.shard_count == 1


Program = Callable[[Path], Awaitable[asyncio.subprocess.Process]]


@pytest.fixture
async def program(discord: DiscordServer) -> AsyncIterator[Program]:
    """Start the program in a process of its own, with its data in a folder."""
    started: list[asyncio.subprocess.Process] = []

    async def start(folder: Path) -> asyncio.subprocess.Process:
        environment = {
            **os.environ,
            "DISCORD_TOKEN": discord.token,
            "DISCORD_API_URL": discord.api_url,
            "DATA_FOLDER": str(folder),
            "DATABASE_URL": "",
            "LOG_FORMAT": "JSON",
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.PIPE
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.returncode is None:
            process.kill()


async def test_the_program_runs_answers_and_stops_on_a_signal(
    discord: DiscordServer, tmp_path: Path, program: Program
) -> None:
    discord.add_guild("Newsroom")
    process = await program(tmp_path)
    await discord.pulse.until(lambda: bool(discord.gateway.sessions), "the program did not connect")
    ann = discord.guilds[0].add_member("Ann")
    hello = await ann.say(ann.dm, "Hello?")
    answer = await ann.dm.message_after(hello)
    assert with_plain_commands(answer.text) == NOT_IN_MESSAGES
    process.send_signal(signal.SIGTERM)
    _, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    assert b"asked to stop" in errors
    assert b"Traceback" not in errors
    assert b"Hello" not in errors


async def test_the_program_stops_on_a_signal_while_it_waits_for_the_gateway(
    discord: DiscordServer, tmp_path: Path, program: Program
) -> None:
    """discord.py would connect again and again, with what is closed."""
    discord.gateway.is_silent = True
    process = await program(tmp_path)
    await discord.pulse.until(lambda: discord.gateway.connections > 0, "it did not connect")
    process.send_signal(signal.SIGTERM)
    async with asyncio.timeout(HUNG_S):
        _, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    assert b"Traceback" not in errors


async def test_the_program_stops_on_a_signal_without_a_trace_while_it_starts(
    discord: DiscordServer, tmp_path: Path, program: Program
) -> None:
    """It is asked to stop before Discord's answer to its commands has reached it."""
    process = await program(tmp_path)
    await discord.synchronised()
    process.send_signal(signal.SIGTERM)
    _, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    assert b"Traceback" not in errors
