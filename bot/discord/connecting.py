"""Connecting the bot to Discord: from settings to a running client, until it is stopped."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.discord.client import SourcesSay
from bot.discord.logs import set_up_logs
from bot.settings import Settings, SettingsError

REFUSED = "Discord refuses DISCORD_TOKEN: copy it anew from the developer portal, under Bot."
NO_MESSAGE_CONTENT = (
    "Discord refuses MESSAGE_CONTENT_INTENT: switch “Message Content Intent” on in the developer "
    "portal, under Bot, or set it to NO."
)
OUT_OF_REACH = "Discord cannot be reached: check the network, and DISCORD_API_URL if you set it."


def connect(settings: Settings) -> None:
    """Run the bot on Discord until it is stopped.

    Raises SettingsError or CorpusError, with what to do, where it cannot start.
    """
    set_up_logs(settings)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it never speaks
    point_at(settings)
    asyncio.run(_run(settings))


async def _run(settings: Settings) -> None:
    client = SourcesSay(settings)
    with _finishing_on_signals(client):
        starting = asyncio.create_task(_start(client, settings))
        stopping = asyncio.create_task(client.asked_to_stop())
        try:
            await asyncio.wait((starting, stopping), return_when=asyncio.FIRST_COMPLETED)
            if client.is_stopping and not client.is_ready():
                starting.cancel()  # discord.py would connect again and again, with what is closed
            await starting
        except (Exception, asyncio.CancelledError):
            if not client.is_stopping:
                raise  # else a request was cut off by the stop: nothing to tell
        finally:
            stopping.cancel()
            await client.finished()


async def _start(client: SourcesSay, settings: Settings) -> None:
    """Log in and stay connected until the client closes."""
    try:
        await client.start(settings.discord_token or "")
    except discord.LoginFailure as error:
        raise SettingsError(REFUSED) from error
    except discord.PrivilegedIntentsRequired as error:
        raise SettingsError(NO_MESSAGE_CONTENT) from error
    except aiohttp.ClientConnectionError as error:
        raise SettingsError(OUT_OF_REACH) from error


def point_at(settings: Settings) -> None:
    """Point discord.py at the addresses of the settings; it keeps them for the whole process."""
    Route.BASE = settings.discord_api_url
    if settings.discord_gateway_url:
        DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(settings.discord_gateway_url)


@contextmanager
def _finishing_on_signals(client: SourcesSay) -> Iterator[None]:
    """Finish on SIGTERM and Ctrl-C, where the system has signals that a loop can wait for."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)
    with suppress(NotImplementedError):  # Windows: Ctrl-C interrupts instead
        for number in signals:
            loop.add_signal_handler(number, client.finish)
    try:
        yield
    finally:
        with suppress(NotImplementedError):
            for number in signals:
                loop.remove_signal_handler(number)
