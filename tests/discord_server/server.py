"""The server: the world it holds, and what a test does with it."""

from __future__ import annotations

import asyncio
from collections import Counter
from types import TracebackType
from typing import Self

from aiohttp import web

from tests.discord_server import permissions
from tests.discord_server.attachments import ContentNetwork
from tests.discord_server.channels import Channel
from tests.discord_server.clock import Clock
from tests.discord_server.commands import Commands
from tests.discord_server.gateway import Gateway
from tests.discord_server.guilds import Guild
from tests.discord_server.interactions import (
    AUTOCOMPLETE,
    Interaction,
)
from tests.discord_server.messages import Message
from tests.discord_server.payload import Json
from tests.discord_server.people import Member
from tests.discord_server.posting import Posts
from tests.discord_server.pulse import DidNotRespondError, Pulse
from tests.discord_server.rate_limits import RateLimits
from tests.discord_server.refusals import MISSING_ACCESS, UNKNOWN_GUILD, Refusals, RefusedError
from tests.discord_server.replies import Choice, Reply
from tests.discord_server.resolved import Resolved
from tests.discord_server.rest import application
from tests.discord_server.snowflakes import Snowflakes, shard_of
from tests.discord_server.users import User

LOOPBACK_TOKEN = "a-loopback-token"

_AT_WORK = ("discord.py: ", "CommandTree-invoker", "discord-ui-")
"""How discord.py names the tasks in which a bot handles an event, a command and a button."""


class DiscordServer:
    """Discord on a loopback address, for as long as the context is open.

    `token` is the bot's; `intents` are the privileged ones that are switched on for it in the
    developer portal (a value of discord.Intents); `shards` is how many Discord recommends.

    An act waits for the bot's first answer until `clock` has passed Discord's three seconds.
    Afterwards `requests` counts each method and path, `refusals` holds every request that was
    refused, `closures` the codes with which the gateway closed a connection, `rate_limits.hits` the
    requests that came too fast.
    """

    def __init__(
        self,
        *,
        bot_name: str = "Sources Say",
        token: str = LOOPBACK_TOKEN,
        intents: int = 0,
        shards: int = 1,
        heartbeat_interval: float = 41.25,
    ) -> None:
        self.clock = Clock()
        self.snowflakes = Snowflakes(self.clock)
        self.pulse = Pulse()
        self.refusals = Refusals()
        self.requests: Counter[str] = Counter()
        self.closures: list[int] = []
        self.crashes: list[Exception] = []
        self.rate_limits = RateLimits()
        self.token = token
        self.granted_intents = intents
        self.shards = shards
        self.users: dict[int, User] = {}
        self.bot = self.add_user(bot_name, bot=True)
        self.application_id = self.bot.id
        self.developer = self.add_user("Developer")
        self.guilds: list[Guild] = []
        self.commands = Commands(self.application_id, self.snowflakes)
        self.interactions: dict[int, Interaction] = {}
        self.files = ContentNetwork(self.clock, self.snowflakes)
        self.posts = Posts(self)
        self.gateway = Gateway(self, heartbeat_interval)
        self.url = ""
        self._direct: dict[int, Channel] = {}
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        self._runner = web.AppRunner(application.build(self), shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self.files.base = self.url
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.gateway.close()
        if self._runner:
            await self._runner.cleanup()
        if self.crashes:
            raise ExceptionGroup("the test server itself failed", self.crashes)

    @property
    def api_url(self) -> str:
        """What stands for https://discord.com/api/v10."""
        return self.url + application.PREFIX

    @property
    def gateway_url(self) -> str:
        """What stands for wss://gateway.discord.gg/."""
        return self.url.replace("http", "ws", 1) + "/gateway"

    def add_user(self, name: str, *, bot: bool = False, locale: str = "en-US") -> User:
        """Open an account, for example for one person who is in two guilds."""
        user = User(self.snowflakes.next(), name, bot, locale)
        self.users[user.id] = user
        return user

    def add_guild(
        self,
        name: str = "Newsroom",
        *,
        bot_permissions: int = permissions.USUAL,
        locale: str = "en-US",
        shard: tuple[int, int] = (0, 1),
    ) -> Guild:
        """Found a guild that the bot is in, with one channel, #general.

        `shard` is the one that is to hear of it, and of how many, counted from 0.
        """
        guild_id = self.snowflakes.next()
        while shard_of(guild_id, shard[1]) != shard[0]:
            guild_id = self.snowflakes.next()
        guild = Guild(self, guild_id, name, bot_permissions, locale)
        self.users[guild.owner.user.id] = guild.owner.user
        guild.channels |= {
            c.id: c for c in [Channel(self.snowflakes.next(), "general", self, guild)]
        }
        self.guilds.append(guild)
        self.gateway.tell(guild, "GUILD_CREATE", guild.payload())
        return guild

    def direct_messages(self, user: User) -> Channel:
        """Return the channel between the bot and one person."""
        if user.id not in self._direct:
            number = self.snowflakes.next()
            self._direct[user.id] = Channel(number, f"@{user.name}", self, recipient=user)
        return self._direct[user.id]

    def cut(self) -> None:
        """Break the bot's gateway connections without a word."""
        self.gateway.cut()

    def expire(self, reply: Reply) -> None:
        """Let the token of an interaction expire, as it does after 15 minutes."""
        reply.interaction.token_expired = True

    async def connected(self, sessions: int = 1) -> None:
        """Wait until the bot has this many living sessions at the gateway."""
        complaint = "the bot did not connect to the gateway"
        await self.pulse.until(lambda: len(self.gateway.sessions) >= sessions, complaint)

    async def synchronised(self, overwrites: int = 1) -> None:
        """Wait until the bot has registered its commands this many times."""
        complaint = "the bot did not register its commands"
        await self.pulse.until(lambda: self.commands.overwrites >= overwrites, complaint)

    async def settled(self) -> None:
        """Wait until the bot has heard all events so far and has done what they made it do.

        For stories in which the bot is to stay silent, or works on after its answer. It must run in
        the test's own process. It answers a heartbeat only after the events before it.
        """
        asked = -1
        while asked != self.requests.total():  # what the bot asks for may be an event for it again
            asked = self.requests.total()
            await self._heartbeat_answered()
            while at_work := [t for t in asyncio.all_tasks() if t.get_name().startswith(_AT_WORK)]:
                await asyncio.wait(at_work)

    def pass_time(self, seconds: float) -> None:
        """Let `seconds` pass at once, and those who wait for the bot notice."""
        self.clock.advance(seconds)
        self.pulse.beat()

    async def interact(  # noqa: PLR0917 - all of them are needed, by people.py alone
        self,
        member: Member,
        kind: int,
        about: str,
        channel: Channel,
        data: Json,
        message: Message | None,
    ) -> Reply:
        """Tell the bot of a person's act and wait for its first answer."""
        interaction = Interaction(
            id=self.snowflakes.next(),
            kind=kind,
            about=about,
            member=member,
            channel=channel,
            data=data,
            born=self.clock.now(),
            message=message,
        )
        self.interactions[interaction.id] = interaction
        payload = interaction.payload(self.application_id)
        self.gateway.tell(channel.guild, "INTERACTION_CREATE", payload)
        self.pulse.beat()
        try:
            await self.pulse.until(
                lambda: interaction.answered_with is not None,
                "",
                too_late=lambda: interaction.is_too_late(self.clock),
            )
        except DidNotRespondError:
            refused = f"; refused: {self.refusals}" if self.refusals else ""
            complaint = f"{about}: the application did not respond{refused}"
            raise DidNotRespondError(complaint) from None
        return Reply(interaction, self.pulse)

    async def suggest(
        self, member: Member, about: str, channel: Channel, data: Json
    ) -> list[Choice]:
        """Tell the bot what a person is typing and return what it suggests, in their language."""
        reply = await self.interact(member, AUTOCOMPLETE, about, channel, data, None)
        locale = member.user.locale
        return [
            Choice(str((c.get("name_localizations") or {}).get(locale, c["name"])), c["value"])
            for c in reply.interaction.choices or ()
        ]

    def resolved(self, channel: Channel) -> Resolved:
        """Return an empty collection of what an interaction in a channel names."""
        return Resolved(channel)

    def find_channel(self, number: int) -> Channel | None:
        """Return a channel that the bot can know."""
        for guild in self.guilds:
            if guild.has_bot and number in guild.channels:
                return guild.channels[number]
        return next((channel for channel in self._direct.values() if channel.id == number), None)

    def guild_of_bot(self, number: int) -> Guild:
        """Return a guild that the bot is in. Raises RefusedError."""
        guild = next((guild for guild in self.guilds if guild.id == number), None)
        if guild is None:
            raise RefusedError(UNKNOWN_GUILD)
        if not guild.has_bot:
            raise RefusedError(MISSING_ACCESS)
        return guild

    async def _heartbeat_answered(self) -> None:
        before = self.gateway.heartbeats
        sessions = len(self.gateway.sessions)
        self.gateway.ask_for_heartbeat()
        complaint = "the bot does not answer heartbeats"
        await self.pulse.until(lambda: self.gateway.heartbeats >= before + sessions, complaint)
