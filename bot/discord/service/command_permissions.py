"""Who may use a command on a server, as its Integrations say, by Discord's own rules.

Discord applies them before it passes a command on, but not to buttons and forms. The rules:
https://discord.com/developers/docs/interactions/application-commands#permissions and, for how what
is set for one command and for the whole app go together,
https://discord.com/developers/docs/change-log#upcoming-application-command-permission-changes
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import discord
from discord.http import HTTPClient

from bot.discord.errors import DeclinedError
from bot.language import N_, gettext

SECONDS_KEPT = 30.0
"""Seconds for which an answer of Discord's is used again. Discord tells of changes at once; this is
for those made while the connection is lost."""

PATIENCE = 1.0
"""Seconds that Discord may take to answer: whoever pressed a button must be answered within three,
and the button's own work needs some of them."""

UNKNOWN = N_(
    "Discord does not tell me right now who may do that here. Please try again in a minute."
)

ROLE, USER, CHANNEL = 1, 2, 3
"""What a permission is about."""

Decided = Mapping[tuple[int, int], bool]
"""What is allowed and what not: by one of the above, and its id."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who wants to use a command, and where; `channel` is a thread's own channel."""

    id: int
    server: int
    channel: int
    roles: Collection[int]
    permissions: discord.Permissions


@dataclass(frozen=True, slots=True)
class Rules:
    """What a server has decided about an app and its commands, by their ids."""

    application: int
    decided: Mapping[int, Decided] = field(default_factory=dict)

    def allow(self, person: Person, command: int | None, default: discord.Permissions) -> bool:
        """Tell whether a person may use a command, which by itself needs `default`.

        Without the command's id only the rules for the whole app count.
        """
        if person.permissions.administrator:
            return True
        of_app = self.decided.get(self.application, {})
        of_command = self.decided.get(command, {}) if command else {}
        if _of_channel(of_command, of_app, person) is False:
            return False
        said = _of_person(of_command, person)
        if said is not None:
            return said
        return _of_person(of_app, person) is not False and person.permissions >= default


class CommandPermissions:
    """What servers have decided, asked of Discord and kept for a while."""

    def __init__(self, http: HTTPClient, application: int) -> None:
        self._http = http
        self._application = application
        self._known: dict[int, tuple[Rules, float]] = {}
        self._changes: Counter[int] = Counter()

    async def of(self, server: int) -> Rules:
        """Return a server's rules; raises DeclinedError where Discord does not tell them."""
        if server in self._known:
            rules, heard_at = self._known[server]
            if time.monotonic() - heard_at < SECONDS_KEPT:
                return rules
        changes = self._changes[server]
        rules = await self._ask(server)
        if changes == self._changes[server]:
            self._known[server] = rules, time.monotonic()
        return rules

    def forget(self, server: int) -> None:
        """Ask Discord again next time: something was changed."""
        self._changes[server] += 1
        self._known.pop(server, None)

    async def _ask(self, server: int) -> Rules:
        try:
            async with asyncio.timeout(PATIENCE):
                told = await self._http.get_guild_application_command_permissions(
                    self._application, server
                )
        except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
            raise DeclinedError(gettext(UNKNOWN)) from error
        return Rules(self._application, {int(of["id"]): _decided(of["permissions"]) for of in told})


def _decided(permissions: Iterable[Mapping[str, Any]]) -> Decided:
    return {(one["type"], int(one["id"])): one["permission"] for one in permissions}


def _of_channel(of_command: Decided, of_app: Decided, person: Person) -> bool | None:
    """Tell what is said of the channel; "all channels" has the server's id less one."""
    for decided in (of_command, of_app):
        for channel in (person.channel, person.server - 1):
            if (CHANNEL, channel) in decided:
                return decided[CHANNEL, channel]
    return None


def _of_person(decided: Decided, person: Person) -> bool | None:
    """Tell what is said of a person: by name, else of their roles, else of everyone."""
    if (USER, person.id) in decided:
        return decided[USER, person.id]
    of_roles = [decided[ROLE, role] for role in person.roles if (ROLE, role) in decided]
    if of_roles:
        return any(of_roles)
    return decided.get((ROLE, person.server))
