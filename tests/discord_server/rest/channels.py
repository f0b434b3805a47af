"""Messages in channels: sent, read, edited, deleted; and the typing indicator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from tests.discord_server.intents import is_hidden
from tests.discord_server.messages import REPLY, Message
from tests.discord_server.payload import Json
from tests.discord_server.refusals import (
    CANNOT_MESSAGE_USER,
    INVALID_FORM_BODY,
    MISSING_ACCESS,
    MISSING_PERMISSIONS,
    NO_HISTORY_TO_REPLY_TO,
    NOT_YOUR_MESSAGE,
    UNKNOWN_MESSAGE,
    RefusedError,
)
from tests.discord_server.rest.call import Call, reply
from tests.discord_server.validation.messages import CHANNEL_MESSAGE, Content, read_message
from tests.discord_server.validation.part import Part

if TYPE_CHECKING:
    from tests.discord_server.channels import Channel


async def create(call: Call) -> web.Response:
    channel = _writable(call)
    part = call.part
    reference = _read_reference(call, part, channel)
    content = read_message(part, call.upload(channel), fields=CHANNEL_MESSAGE)
    _check_may_show(call, channel, content)
    message = call.server.posts.by_bot(
        channel,
        content,
        reference=reference,
        kind=REPLY if reference else 0,
        nonce=part.value.get("nonce"),
    )
    return reply(message.payload())


async def edit(call: Call) -> web.Response:
    message = _find(call)
    if message.author is not call.server.bot:
        raise RefusedError(NOT_YOUR_MESSAGE)
    content = read_message(call.part, call.upload(message.channel), before=message.content)
    _check_may_show(call, message.channel, content)
    call.server.posts.change(message, content)
    return reply(message.payload())


async def get(call: Call) -> web.Response:
    return reply(_payload(call, _find(call)))


async def history(call: Call) -> web.Response:
    channel = _readable(call)
    before = int(call.request.query.get("before", 2**63))
    seen = [m for m in channel.messages if not m.deleted and m.seen_by is None and m.id < before]
    limit = min(int(call.request.query.get("limit", 50)), 100)
    return reply([_payload(call, message) for message in reversed(seen[-limit:])])


async def delete(call: Call) -> web.Response:
    message = _find(call)
    own = message.author is call.server.bot
    if not own and not message.channel.may(call.server.bot, "manage_messages"):
        raise RefusedError(MISSING_PERMISSIONS)
    call.server.posts.delete(message)
    return reply()


async def typing(call: Call) -> web.Response:
    _writable(call).typing += 1
    return reply()


def _readable(call: Call) -> Channel:
    channel = call.channel()
    if not channel.may(call.server.bot, "view_channel"):
        raise RefusedError(MISSING_ACCESS)
    return channel


def _writable(call: Call) -> Channel:
    channel = _readable(call)
    if not channel.may(call.server.bot, "send_messages"):
        raise RefusedError(MISSING_PERMISSIONS)
    if channel.recipient and channel.recipient.closed_dms:
        raise RefusedError(CANNOT_MESSAGE_USER)
    return channel


def _find(call: Call) -> Message:
    channel = _readable(call)
    if not channel.may(call.server.bot, "read_message_history"):
        raise RefusedError(MISSING_ACCESS)
    message = channel.find(call.number("message"))
    # An ephemeral message is no message of its channel.
    if message is None or message.seen_by is not None:
        raise RefusedError(UNKNOWN_MESSAGE)
    return message


def _check_may_show(call: Call, channel: Channel, content: Content) -> None:
    for shown, permission in (
        (content.embeds, "embed_links"),
        (content.attachments, "attach_files"),
    ):
        if shown and not channel.may(call.server.bot, permission):
            raise RefusedError(MISSING_PERMISSIONS)


def _read_reference(call: Call, body: Part, channel: Channel) -> Message | None:
    """Return the message that a new one answers."""
    reference = body.part("message_reference")
    if reference is None:
        return None
    reference.known("type", "message_id", "channel_id", "guild_id", "fail_if_not_exists")
    reference.one_of("type", (0,))
    number = reference.snowflake("message_id")
    reference.need("message_id")
    if reference.snowflake("channel_id") not in (None, channel.id):
        text = "Cannot reply to a message in a different channel"
        reference.fault("REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL", text)
    body.faults.refuse_if_any()
    if not channel.may(call.server.bot, "read_message_history"):
        raise RefusedError(NO_HISTORY_TO_REPLY_TO)
    found = channel.find(number or 0)
    if found is None and reference.value.get("fail_if_not_exists", True):
        fault = {"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}
        raise RefusedError(INVALID_FORM_BODY, {"message_reference": {"_errors": [fault]}})
    return found


def _payload(call: Call, message: Message) -> Json:
    granted = call.server.granted_intents
    return message.payload(hidden=is_hidden(message, granted, call.server.bot), nested=False)


ROUTES = {
    "POST /channels/{channel}/messages": create,
    "GET /channels/{channel}/messages": history,
    "GET /channels/{channel}/messages/{message}": get,
    "PATCH /channels/{channel}/messages/{message}": edit,
    "DELETE /channels/{channel}/messages/{message}": delete,
    "POST /channels/{channel}/typing": typing,
}
