"""What the bot may do with an interaction after its first answer, by the interaction's token."""

from __future__ import annotations

from dataclasses import replace

from aiohttp import web

from tests.discord_server.interactions import Interaction
from tests.discord_server.messages import Message
from tests.discord_server.refusals import UNKNOWN_MESSAGE, UNKNOWN_WEBHOOK, RefusedError
from tests.discord_server.rest.call import Call, reply
from tests.discord_server.rest.interactions import OWN_FLAGS
from tests.discord_server.validation.messages import EPHEMERAL, read_message


async def follow_up(call: Call) -> web.Response:
    interaction = _interaction(call)
    uploads = call.upload(interaction.channel)
    content = read_message(call.part, uploads, flags=OWN_FLAGS)
    waiting = interaction.original
    if waiting is not None and waiting.loading and not waiting.deleted:
        # The first follow-up takes the place of "is thinking", and is as private as that was.
        private = waiting.content.flags & EPHEMERAL
        call.server.posts.change(
            waiting, replace(content, flags=content.flags & ~EPHEMERAL | private)
        )
        return reply(waiting.payload())
    message = call.server.posts.answer(interaction, content)
    interaction.follow_ups.append(message)
    return reply(message.payload())


async def get(call: Call) -> web.Response:
    return reply(_find(call).payload())


async def edit(call: Call) -> web.Response:
    message = _find(call)
    uploads = call.upload(message.channel)
    call.server.posts.change(message, read_message(call.part, uploads, before=message.content))
    return reply(message.payload())


async def delete(call: Call) -> web.Response:
    call.server.posts.delete(_find(call))
    return reply()


def _interaction(call: Call) -> Interaction:
    token = call.request.match_info["token"]
    found = next((i for i in call.server.interactions.values() if i.token == token), None)
    if found is None or call.number("application") != call.server.application_id:
        raise RefusedError(UNKNOWN_WEBHOOK)
    found.check_token(call.server.clock)
    return found


def _find(call: Call) -> Message:
    interaction = _interaction(call)
    if call.request.match_info["message"] == "@original":
        message = interaction.original
    else:
        number = call.number("message")
        own = (*interaction.follow_ups, *filter(None, [interaction.original]))
        message = next((m for m in own if m.id == number), None)
    if message is None or message.deleted:
        raise RefusedError(UNKNOWN_MESSAGE)
    return message


ROUTES = {
    "POST /webhooks/{application}/{token}": follow_up,
    "GET /webhooks/{application}/{token}/messages/{message}": get,
    "PATCH /webhooks/{application}/{token}/messages/{message}": edit,
    "DELETE /webhooks/{application}/{token}/messages/{message}": delete,
}
