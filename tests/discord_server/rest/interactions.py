"""The bot's first answer to an interaction."""

from __future__ import annotations

from aiohttp import web

from tests.discord_server.interactions import (
    ANSWERS,
    CHOICES,
    DEFERRED_MESSAGE,
    DEFERRED_UPDATE,
    MESSAGE,
    MODAL,
    UPDATE,
    Interaction,
)
from tests.discord_server.messages import Message
from tests.discord_server.payload import Json
from tests.discord_server.refusals import UNKNOWN_INTERACTION, RefusedError
from tests.discord_server.rest.call import Call, reply
from tests.discord_server.validation.choices import check_choices
from tests.discord_server.validation.messages import (
    EPHEMERAL,
    LOADING,
    SILENT,
    SUPPRESS_EMBEDS,
    V2,
    Content,
    read_message,
)
from tests.discord_server.validation.modals import check_modal
from tests.discord_server.validation.part import Part

OWN_FLAGS = SUPPRESS_EMBEDS | SILENT | V2 | EPHEMERAL
"""Flags that an answer to an interaction may set."""


async def callback(call: Call) -> web.Response:
    interaction = call.server.interactions.get(call.number("interaction"))
    if interaction is None or interaction.token != call.request.match_info["token"]:
        raise RefusedError(UNKNOWN_INTERACTION)
    interaction.acknowledge(call.server.clock)
    body = call.part
    body.known("type", "data")
    kind = body.one_of("type", _answers(interaction), needed=True)
    data = body.part("data", needed=kind not in (DEFERRED_MESSAGE, DEFERRED_UPDATE)) or Part(
        {}, ("data",), body.faults
    )
    body.faults.refuse_if_any()
    _answer(call, interaction, kind, data)
    interaction.answered_with = kind
    return reply(_response(interaction, kind)) if call.asks("with_response") else reply()


def _answers(interaction: Interaction) -> tuple[int, ...]:
    answers = ANSWERS[interaction.kind]
    # A modal that was not opened from a message has no message to change. Discord takes a deferred
    # update for it all the same, and discord.py's `defer` sends one; there is no original then.
    return answers if interaction.message else tuple(kind for kind in answers if kind != UPDATE)


def _answer(call: Call, interaction: Interaction, kind: int, data: Part) -> None:
    if kind == CHOICES:
        data.known("choices")
        check_choices(data, _focused_type(interaction.data["options"]))
        data.need("choices")
        data.faults.refuse_if_any()
        interaction.choices = data.value["choices"]
    elif kind == MODAL:
        check_modal(data)
        data.faults.refuse_if_any()
        interaction.modal = data.value
    elif kind == DEFERRED_UPDATE:
        data.known()
        data.faults.refuse_if_any()
        interaction.original = interaction.message
    elif kind == DEFERRED_MESSAGE:
        data.known("flags")
        data.one_of("flags", (0, EPHEMERAL))
        data.faults.refuse_if_any()
        waiting = Content(flags=LOADING | (data.value.get("flags") or 0))
        interaction.original = call.server.posts.answer(interaction, waiting)
    elif kind == UPDATE:
        interaction.original = _update(call, interaction.message, data)
    elif kind == MESSAGE:
        uploads = call.upload(interaction.channel)
        content = read_message(data, uploads, flags=OWN_FLAGS)
        interaction.original = call.server.posts.answer(interaction, content)


def _update(call: Call, message: Message | None, data: Part) -> Message | None:
    if message is not None:
        uploads = call.upload(message.channel)
        call.server.posts.change(message, read_message(data, uploads, before=message.content))
    return message


def _response(interaction: Interaction, kind: int) -> Json:
    about: Json = {"id": str(interaction.id), "type": interaction.kind}
    resource: Json = {"type": kind}
    message = interaction.original
    if message and kind in (MESSAGE, DEFERRED_MESSAGE, UPDATE):
        about |= {
            "response_message_id": str(message.id),
            "response_message_loading": message.loading,
            "response_message_ephemeral": message.ephemeral,
        }
        # Discord hands the message back only where there is something in it.
        if kind != DEFERRED_MESSAGE:
            resource["message"] = message.payload()
    return {"interaction": about, "resource": resource}


def _focused_type(options: list[Json]) -> int:
    """Return the type of the option that is being typed."""
    for option in options:
        if option.get("focused"):
            return int(option["type"])
        if "options" in option:
            return _focused_type(option["options"])
    raise ValueError("no option is focused")


ROUTES = {"POST /interactions/{interaction}/{token}/callback": callback}
