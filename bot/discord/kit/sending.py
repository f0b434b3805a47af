"""The only place that sends anything to Discord: every payload is checked against its limits first.

Mentions never notify anybody: the client is made with `AllowedMentions.none()`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Sequence
from contextlib import asynccontextmanager
from io import BytesIO
from typing import Any, NamedTuple

import aiohttp
import discord
from discord import app_commands

from bot.discord.kit.card import Card, make_commands_clickable
from bot.discord.kit.limits import LONGEST_CHOICE, check_choices, check_message, check_modal
from bot.discord.service import Interaction, Service, service_of

log = logging.getLogger(__name__)

PATIENCE = 1.0
"""Seconds that an answer may take before Discord is asked for more time. It allows three, and the
network and a busy event loop need some of them."""

_DEFERRED = "deferred"
"""Where an interaction's extras say how it was deferred: privately (True) or not."""


class Upload(NamedTuple):
    """A file on its way to Discord; a card shows it as `attachment://name`."""

    name: str
    content: bytes


async def respond(
    interaction: Interaction,
    card: Card,
    *,
    private: bool = False,
    files: Sequence[Upload] = (),
) -> int | None:
    """Answer an interaction, whether or not it was deferred or answered, and return the message's id.

    The answer is private if told so or if the card is. Where the interaction was deferred for all
    to see, a private answer takes the place of what they saw. The id is None where Discord sent none.
    """
    private = private or card.private
    attached = _prepare(service_of(interaction), card, files)
    if not interaction.response.is_done():
        sent = await interaction.response.send_message(view=card, ephemeral=private, files=attached)
        return sent.message_id
    deferred = interaction.extras.pop(_DEFERRED, None)
    if deferred is False and private:
        await interaction.delete_original_response()
    elif deferred is not None:
        return (await interaction.edit_original_response(view=card, attachments=attached)).id
    message = await interaction.followup.send(
        view=card, ephemeral=private, files=attached, wait=True
    )
    return message.id


async def defer(interaction: Interaction, *, private: bool) -> None:
    """Ask Discord for more time: the person sees that the bot is thinking."""
    await interaction.response.defer(ephemeral=private, thinking=True)
    interaction.extras[_DEFERRED] = private


@asynccontextmanager
async def in_time(interaction: Interaction, *, private: bool = False) -> AsyncIterator[None]:
    """Ask Discord for more time where what is done within takes long; answer after it.

    All that waits belongs within, reading the settings too: many may be asking at once.
    """
    async with _deferring(lambda: defer(interaction, private=private)):
        yield


async def respond_in_time(
    interaction: Interaction, making: Awaitable[Card], *, private: bool = False
) -> tuple[Card, int | None]:
    """Answer with a card once it is made, and return it with the message's id.

    Discord is asked for more time where making it takes long.
    """
    async with in_time(interaction, private=private):
        card = await making
    return card, await respond(interaction, card, private=private)


async def replace(interaction: Interaction, card: Card, *, files: Sequence[Upload] = ()) -> None:
    """Show a card in place of the one whose button was pressed, or of the answer given before."""
    attached = _prepare(service_of(interaction), card, files)
    if interaction.response.is_done():
        interaction.extras.pop(_DEFERRED, None)
        await interaction.edit_original_response(view=card, attachments=attached)
    else:
        await interaction.response.edit_message(view=card, attachments=attached)


async def replace_in_time(interaction: Interaction, making: Awaitable[Card]) -> None:
    """Show a card, once it is made, in place of the one whose button was pressed."""
    async with _deferring(interaction.response.defer):
        card = await making
    await replace(interaction, card)


@asynccontextmanager
async def _deferring(
    defer_it: Callable[[], Coroutine[Any, Any, object]],
) -> AsyncIterator[None]:
    """Defer once PATIENCE is over, and never stop doing so half-way."""
    begun: list[asyncio.Task[object]] = []
    loop = asyncio.get_running_loop()
    due = loop.call_later(PATIENCE, lambda: begun.append(loop.create_task(defer_it())))
    try:
        yield
    finally:
        due.cancel()
        for deferral in begun:
            await deferral


def as_choices(choices: Iterable[tuple[str, str]]) -> list[app_commands.Choice[str]]:
    """Make choices, of names and values, for what a person is typing; long names are cut."""
    fitting = [(cut_to_choice(name), value) for name, value in choices]
    check_choices(fitting)
    return [app_commands.Choice(name=name, value=value) for name, value in fitting]


async def show_modal(interaction: Interaction, modal: discord.ui.Modal) -> None:
    """Show a form; see `kit.forms.SafeForm`."""
    modal.custom_id = f"{service_of(interaction).run}:{modal.custom_id}"
    check_modal(modal.to_dict())
    service_of(interaction).open_forms[modal.custom_id] = modal
    await interaction.response.send_modal(modal)


async def reply(service: Service, message: discord.Message, card: Card) -> discord.Message | None:
    """Answer a message in its channel; returns None where the bot may not write there.

    Where it may not read the channel's history it cannot refer to the message: it just writes.
    """
    _prepare(service, card)
    channel = message.channel
    if message.guild is None or isinstance(
        channel, (discord.DMChannel, discord.GroupChannel, discord.PartialMessageable)
    ):
        return await channel.send(view=card)
    if not may_write(channel, message.guild.me):
        return None
    if channel.permissions_for(message.guild.me).read_message_history:
        reference = message.to_reference(fail_if_not_exists=False)
        return await channel.send(view=card, reference=reference, mention_author=False)
    return await channel.send(view=card)


async def post(
    service: Service,
    channel: discord.abc.Messageable,
    card: Card,
    *,
    files: Sequence[Upload] = (),
) -> None:
    """Write a message of the bot's own into a channel or to a person.

    Raises discord.Forbidden where it may not.
    """
    await channel.send(view=card, files=_prepare(service, card, files))


async def post_in(
    service: Service, guild: discord.Guild, channel_id: int | None, card: Card
) -> bool:
    """Write into a channel of a server; False where there is none such, or the bot may not.

    The channel is looked for on this server alone: its id may have come with an imported library.
    """
    channel = guild.get_channel_or_thread(channel_id) if channel_id else None
    if not isinstance(channel, discord.abc.Messageable):
        return False
    try:
        await post(service, channel, card)
    except (discord.Forbidden, discord.NotFound):
        return False
    except (discord.HTTPException, aiohttp.ClientError) as failure:
        log.warning("a message could not be written: %s", failure)
    return True


def may_write(channel: discord.abc.GuildChannel | discord.Thread, me: discord.Member) -> bool:
    """Tell whether the bot may write into a channel, as far as it has heard."""
    may = channel.permissions_for(me)
    in_thread = isinstance(channel, discord.Thread)
    return may.view_channel and (may.send_messages_in_threads if in_thread else may.send_messages)


def _prepare(service: Service, card: Card, files: Sequence[Upload] = ()) -> list[discord.File]:
    """Make the commands on a card clickable, check Discord's limits, and open the files to send."""
    make_commands_clickable(card, service.command_ids)
    check_message(card.payload, files=len(files))
    return [discord.File(BytesIO(file.content), file.name) for file in files]


def cut_to_choice(name: str) -> str:
    """Cut a name to what Discord takes for a choice or an option of a menu."""
    return name if len(name) <= LONGEST_CHOICE else f"{name[: LONGEST_CHOICE - 1]}…"
