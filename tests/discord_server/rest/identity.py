"""Who the bot is, whom it knows, and where its gateway is."""

from __future__ import annotations

from aiohttp import web

from tests.discord_server.refusals import MISSING_ACCESS, UNKNOWN_MEMBER, UNKNOWN_USER, RefusedError
from tests.discord_server.rest.call import Call, reply


async def me(call: Call) -> web.Response:
    return reply(call.server.bot.payload())


async def application(call: Call) -> web.Response:
    server = call.server
    return reply(
        {
            "id": str(server.application_id),
            "name": server.bot.name,
            "icon": None,
            "description": "",
            "bot_public": True,
            "bot_require_code_grant": False,
            "verify_key": "0" * 64,
            "flags": 0,
            "owner": server.developer.payload(),
            "team": None,
            "approximate_guild_count": len(server.guilds),
        }
    )


async def gateway(call: Call) -> web.Response:
    return reply({"url": call.server.gateway_url})


async def gateway_for_bots(call: Call) -> web.Response:
    limit = {"total": 1000, "remaining": 999, "reset_after": 86_400_000, "max_concurrency": 16}
    return reply(
        {"url": call.server.gateway_url, "shards": call.server.shards, "session_start_limit": limit}
    )


async def user(call: Call) -> web.Response:
    found = call.server.users.get(call.number("user"))
    if found is None:
        raise RefusedError(UNKNOWN_USER)
    return reply(found.payload())


async def open_direct_messages(call: Call) -> web.Response:
    call.part.known("recipient_id")
    found = call.server.users.get(call.part.snowflake("recipient_id") or 0)
    call.part.faults.refuse_if_any()
    if found is None:
        raise RefusedError(UNKNOWN_USER)
    return reply(call.server.direct_messages(found).payload())


async def guild(call: Call) -> web.Response:
    return reply(call.guild().payload())


async def leave_guild(call: Call) -> web.Response:
    call.guild().remove_bot()
    return reply()


async def guild_channels(call: Call) -> web.Response:
    return reply([channel.payload() for channel in call.guild().channels.values()])


async def member(call: Call) -> web.Response:
    found = call.guild().members.get(call.number("user"))
    if found is None:
        raise RefusedError(UNKNOWN_MEMBER)
    return reply(found.payload())


async def channel(call: Call) -> web.Response:
    found = call.channel()
    if not found.may(call.server.bot, "view_channel"):
        raise RefusedError(MISSING_ACCESS)
    return reply(found.payload())


ROUTES = {
    "GET /users/@me": me,
    "GET /applications/@me": application,
    "GET /oauth2/applications/@me": application,
    "GET /gateway": gateway,
    "GET /gateway/bot": gateway_for_bots,
    "GET /users/{user}": user,
    "POST /users/@me/channels": open_direct_messages,
    "DELETE /users/@me/guilds/{guild}": leave_guild,
    "GET /guilds/{guild}": guild,
    "GET /guilds/{guild}/channels": guild_channels,
    "GET /guilds/{guild}/members/{user}": member,
    "GET /channels/{channel}": channel,
}
