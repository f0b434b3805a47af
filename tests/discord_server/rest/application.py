"""The web application: every route of the API, and what holds for all of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from aiohttp import web

from tests.discord_server.rate_limits import major_of
from tests.discord_server.refusals import NOT_FOUND, UNAUTHORIZED, Refusal, RefusedError, flat
from tests.discord_server.rest import channels, commands, files, identity, interactions, webhooks
from tests.discord_server.rest.call import Call, reply

if TYPE_CHECKING:
    from tests.discord_server.server import DiscordServer

Handler = Callable[[Call], Awaitable[web.Response]]

PREFIX = "/api/v10"
LARGEST_REQUEST = 120 * 1024 * 1024
"""Bytes of a request: ten files and some."""

WITH_BOT_TOKEN: dict[str, Handler] = {
    **identity.ROUTES,
    **commands.ROUTES,
    **channels.ROUTES,
}
WITH_INTERACTION_TOKEN: dict[str, Handler] = {**interactions.ROUTES, **webhooks.ROUTES}
"""These carry their own token in the path."""


def build(server: DiscordServer) -> web.Application:
    """Return the web application of a server."""
    application = web.Application(client_max_size=LARGEST_REQUEST)
    for routes, with_token in ((WITH_BOT_TOKEN, True), (WITH_INTERACTION_TOKEN, False)):
        for route, handler in routes.items():
            method, path = route.split(" ", 1)
            answer = _answering(server, route, handler, with_token=with_token)
            application.router.add_route(method, PREFIX + path, answer)
    application.router.add_get("/gateway", server.gateway.handle)
    for folder in ("attachments", "ephemeral-attachments"):
        path = f"/{folder}/{{channel}}/{{file}}/{{name}}"
        application.router.add_get(path, files.download(server))
    # What the bot asks for and nobody serves is a refusal too, so that a story notices.
    application.router.add_route(
        "*", PREFIX + "/{tail:.*}", _answering(server, "*", _unknown, with_token=False)
    )
    return application


def _answering(
    server: DiscordServer, route: str, handler: Handler, *, with_token: bool
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def answer(request: web.Request) -> web.Response:
        call = Call(server, request)
        server.requests[f"{request.method} {request.path.removeprefix(PREFIX)}"] += 1
        too_fast = server.rate_limits.check(route, major_of(request))
        if too_fast:
            body, headers = too_fast
            return reply(body, 429, headers)
        try:
            if with_token:
                _check_token(call)
            await call.read()
            response = await handler(call)
        except RefusedError as refused:
            _record(call, refused)
            response = reply(refused.body(), refused.reason.status)
        except Exception as error:  # noqa: BLE001 - whatever it is, the test is to see it
            # A fault of this server: 500 would make discord.py try again and hide it.
            server.crashes.append(error)
            response = reply({"message": f"the test server failed: {error!r}", "code": 0}, 400)
        response.headers.update(server.rate_limits.bucket(route, major_of(request)).headers())
        server.pulse.beat()
        return response

    return answer


def _check_token(call: Call) -> None:
    if call.request.headers.get("Authorization") != f"Bot {call.server.token}":
        raise RefusedError(UNAUTHORIZED)


async def _unknown(_call: Call) -> web.Response:
    raise RefusedError(NOT_FOUND)


def _record(call: Call, refused: RefusedError) -> None:
    reason = refused.reason
    call.server.refusals.append(
        Refusal(
            method=call.request.method,
            path=call.request.path.removeprefix(PREFIX),
            status=reason.status,
            code=reason.code,
            message=reason.message,
            faults=tuple(flat(refused.errors)),
            body=call.body,
        )
    )
