"""The commands that the bot has registered, and who sees them."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tests.discord_server import permissions
from tests.discord_server.controls import NotPossibleError
from tests.discord_server.payload import Json
from tests.discord_server.people import Member
from tests.discord_server.snowflakes import Snowflakes
from tests.discord_server.validation.commands import GROUP, SLASH, SUBCOMMAND

if TYPE_CHECKING:
    from tests.discord_server.channels import Channel
    from tests.discord_server.guilds import Guild

GUILD_CONTEXT, DM_CONTEXT = 0, 1


class Commands:
    """Registered commands, global ones under None and others under their guild's id.

    `overwrites` counts how often the bot replaced a list.
    """

    def __init__(self, application_id: int, snowflakes: Snowflakes) -> None:
        self.overwrites = 0
        self._application_id = application_id
        self._snowflakes = snowflakes
        self._lists: dict[int | None, list[Json]] = {}

    def overwrite(self, guild_id: int | None, values: list[Json]) -> list[Json]:
        """Replace a list. A command keeps its id as long as its name and type are the same."""
        self.overwrites += 1
        ids = {(c["name"], c["type"]): c["id"] for c in self.of(guild_id)}
        self._lists[guild_id] = [self._registered(value, ids, guild_id) for value in values]
        return self.of(guild_id)

    def of(self, guild_id: int | None) -> list[Json]:
        return copy.deepcopy(self._lists.get(guild_id, []))

    def number_of(self, name: str) -> int:
        """Return the id of a global command. Raises NotPossibleError where there is none."""
        for command in self.of(None):
            if command["name"] == name:
                return int(command["id"])
        raise NotPossibleError(f"there is no command {name!r}")

    def visible(self, member: Member, channel: Channel) -> Iterator[Json]:
        """Yield the commands that Discord offers a person in a channel."""
        guild_id = channel.guild.id if channel.guild else None
        own = self._lists.get(guild_id, []) if guild_id else []
        for command in (*own, *self._lists.get(None, [])):
            if _offered(command, member, channel):
                yield command

    def find(
        self, member: Member, channel: Channel, path: str, kind: int = SLASH
    ) -> tuple[Json, list[Json]]:
        """Return a command and, down to what is meant, the subcommands of a path like "library add".

        Raises NotPossibleError where the person is offered no such command.
        """
        names = path.split() if kind == SLASH else [path]
        offered = [c for c in self.visible(member, channel) if c["type"] == kind]
        found = next((c for c in offered if c["name"] == names[0]), None)
        if found is None:
            there = [c["name"] for c in offered]
            raise NotPossibleError(f"{member.user.name} is offered no {path!r}; there are {there}")
        steps: list[Json] = []
        at = found
        for name in names[1:]:
            at = next((o for o in at.get("options", ()) if o["name"] == name and _nests(o)), {})
            steps.append(at)
        if not at or any(map(_nests, at.get("options", ()))):
            raise NotPossibleError(f"/{path} is no whole command")
        return found, steps

    def _registered(
        self, value: Json, ids: dict[tuple[str, int], str], guild_id: int | None
    ) -> Json:
        kind = value.get("type") or SLASH
        command: Json = {
            "description": "",
            "options": [],
            "default_member_permissions": None,
            "nsfw": False,
            **value,
            "type": kind,
            "id": ids.get((value["name"], kind), str(self._snowflakes.next())),
            "application_id": str(self._application_id),
            "version": str(self._snowflakes.next()),
        }
        if command["default_member_permissions"] is not None:
            command["default_member_permissions"] = str(command["default_member_permissions"])
        if guild_id is not None:
            command["guild_id"] = str(guild_id)
        return command


def without_localizations(command: Any) -> Any:
    """Return a command as Discord lists it where translations are not asked for."""
    if isinstance(command, list):
        return [without_localizations(item) for item in command]
    if not isinstance(command, dict):
        return command
    return {
        k: without_localizations(v) for k, v in command.items() if not k.endswith("_localizations")
    }


def _nests(option: Json) -> bool:
    return option["type"] in {SUBCOMMAND, GROUP}


def _offered(command: Json, member: Member, channel: Channel) -> bool:
    contexts = command.get("contexts")
    if channel.guild is None:
        return (
            DM_CONTEXT in contexts if contexts is not None else command.get("dm_permission", True)
        )
    if contexts is not None and GUILD_CONTEXT not in contexts:
        return False
    return _permitted(command, member, channel, channel.guild)


def _permitted(command: Json, member: Member, channel: Channel, guild: Guild) -> bool:
    """Return whether a guild's settings and a command's own let a person use it."""
    granted = channel.permissions_of(member.user)
    if granted == permissions.ALL:
        return True
    if not permissions.may(granted, "use_application_commands"):
        return False
    said, application = guild.command_permissions, int(command["application_id"])
    number, roles = int(command["id"]), [role.id for role in member.roles]
    if not said.in_channel(number, application, channel.id):
        return False
    # What is said of the command overrides its own default; what is said of the whole app does not.
    of_command = said.said_of(number, member.user.id, roles)
    if of_command is not None:
        return of_command
    if said.said_of(application, member.user.id, roles) is False:
        return False
    needed = command["default_member_permissions"]
    # "0" hides a command from everyone but administrators.
    return needed is None or (needed != "0" and int(needed) & ~granted == 0)
