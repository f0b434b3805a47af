"""Registering application commands."""

from __future__ import annotations

from aiohttp import web

from tests.discord_server.commands import without_localizations
from tests.discord_server.refusals import (
    INVALID_FORM_BODY,
    MISSING_ACCESS,
    UNKNOWN_APPLICATION,
    UNKNOWN_COMMAND,
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


ROUTES = {
    f"{method} /applications/{{application}}{scope}/commands{path}": handler
    for scope in ("", "/guilds/{guild}")
    for method, path, handler in (
        ("PUT", "", overwrite),
        ("GET", "", listing),
        ("GET", "/{command}", single),
        ("DELETE", "/{command}", delete),
    )
}
