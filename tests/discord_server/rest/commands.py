"""Registering application commands, and reading who may use them."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from tests.discord_server.commands import without_localizations
from tests.discord_server.refusals import (
    INVALID_FORM_BODY,
    MISSING_ACCESS,
    NOT_FOR_BOTS,
    UNKNOWN_APPLICATION,
    UNKNOWN_COMMAND,
    UNKNOWN_COMMAND_PERMISSIONS,
    RefusedError,
)
from tests.discord_server.rest.call import Call, reply
from tests.discord_server.validation.commands import check_commands


async def overwrite(call: Call) -> web.Response:
    scope = _scope(call)
    if not isinstance(call.body, list):
        fault = {"code": "LIST_TYPE_CONVERT", "message": "Only iterables may be used in a ListType"}
        raise RefusedError(INVALID_FORM_BODY, {"_errors": [fault]})
    check_commands(call.body)
    return reply(call.server.commands.overwrite(scope, call.body))


async def listing(call: Call) -> web.Response:
    commands = call.server.commands.of(_scope(call))
    return reply(commands if call.asks("with_localizations") else without_localizations(commands))


async def single(call: Call) -> web.Response:
    return reply(_find(call))


async def delete(call: Call) -> web.Response:
    gone = _find(call)
    left = [c for c in call.server.commands.of(_scope(call)) if c["id"] != gone["id"]]
    call.server.commands.overwrite(_scope(call), left)
    return reply()


async def all_permissions(call: Call) -> web.Response:
    _scope(call)
    return reply(call.guild().command_permissions.payloads(call.server.application_id))


async def permissions(call: Call) -> web.Response:
    """Say who may use one command, or all where the application's own id is given."""
    _scope(call)
    number, application = call.number("command"), call.server.application_id
    if number != application and not any(int(command["id"]) == number for command in _known(call)):
        raise RefusedError(UNKNOWN_COMMAND)
    payload = call.guild().command_permissions.payload(number, application)
    if payload is None:
        raise RefusedError(UNKNOWN_COMMAND_PERMISSIONS)
    return reply(payload)


async def edit_permissions(_call: Call) -> web.Response:
    """Refuse: only people decide, "authenticating with a bot token will result in an error"."""
    raise RefusedError(NOT_FOR_BOTS)


def _known(call: Call) -> list[dict[str, Any]]:
    commands = call.server.commands
    return [*commands.of(None), *commands.of(call.number("guild"))]


def _scope(call: Call) -> int | None:
    if call.number("application") != call.server.application_id:
        raise RefusedError(UNKNOWN_APPLICATION)
    if "guild" not in call.request.match_info:
        return None
    guild_id = call.number("guild")
    if not any(guild.id == guild_id and guild.has_bot for guild in call.server.guilds):
        raise RefusedError(MISSING_ACCESS)
    return guild_id


def _find(call: Call) -> dict[str, object]:
    number = str(call.number("command"))
    for command in call.server.commands.of(_scope(call)):
        if command["id"] == number:
            return command
    raise RefusedError(UNKNOWN_COMMAND)


_IN_A_GUILD = "/applications/{application}/guilds/{guild}/commands"

ROUTES = {
    # Before the routes of single commands, which would take "permissions" for an id.
    f"GET {_IN_A_GUILD}/permissions": all_permissions,
    f"GET {_IN_A_GUILD}/{{command}}/permissions": permissions,
    f"PUT {_IN_A_GUILD}/{{command}}/permissions": edit_permissions,
} | {
    f"{method} /applications/{{application}}{scope}/commands{path}": handler
    for scope in ("", "/guilds/{guild}")
    for method, path, handler in (
        ("PUT", "", overwrite),
        ("GET", "", listing),
        ("GET", "/{command}", single),
        ("DELETE", "/{command}", delete),
    )
}
