"""The moderators' commands: their group, who may use them, and the line that says who did."""

from __future__ import annotations

import logging

import discord
from discord import app_commands

from bot.discord.errors import DeclinedError
from bot.discord.kit.card import Notice
from bot.discord.kit.failures import NOT_ALLOWED
from bot.discord.kit.fitting import ROOM_FOR_TITLE, fitted_line
from bot.discord.kit.place import channel_of, place_of
from bot.discord.kit.sending import post_in
from bot.discord.service import Interaction, Service, data_of, service_of
from bot.discord.service.command_permissions import Person
from bot.language import gettext, gettext_filled, to_everybody
from corpus.library.store import audit

log = logging.getLogger(__name__)

PERMISSION = discord.Permissions(manage_messages=True)
"""What Discord asks of those it offers the moderators' commands, and what is asked again here."""

LIBRARY = "library"
ADD_TO_LIBRARY = "Add to library"
"""The names of the moderators' commands: the group, and the entry in a message's menu."""


class NotAllowedError(DeclinedError, app_commands.CheckFailure):
    """Somebody is no moderator, or Discord does not say; a failed check where it is a command's."""


async def moderates(interaction: Interaction) -> bool:
    """Tell whether somebody may change the library of the server they are on, at this moment.

    That is who may use the moderators' command in question: administrators, and those who may
    manage messages unless the server's Integrations say otherwise. Raises DeclinedError where
    Discord does not tell what these say.
    """
    if interaction.guild_id is None or not isinstance(interaction.user, discord.Member):
        return False
    if interaction.permissions.administrator:
        return True
    if _is_checked_by_discord(interaction) and interaction.permissions >= PERMISSION:
        return True
    person = Person(
        interaction.user.id,
        interaction.guild_id,
        channel_of(interaction.channel),
        [role.id for role in interaction.user.roles if not role.is_default()],
        interaction.permissions,
    )
    service = service_of(interaction)
    rules = await service.command_permissions.of(interaction.guild_id)
    return rules.allow(person, service.command_ids.get(_command(interaction)), PERMISSION)


async def require_moderator(interaction: Interaction) -> None:
    """Raise NotAllowedError for anybody who is no moderator at this moment.

    Buttons are checked too: who was shown a card may not be a moderator any more.
    """
    try:
        allowed = await moderates(interaction)
    except DeclinedError as unknown:
        raise NotAllowedError(str(unknown)) from unknown
    if not allowed:
        raise NotAllowedError(gettext(NOT_ALLOWED))


def _is_checked_by_discord(interaction: Interaction) -> bool:
    """Tell whether it is a moderators' command itself: for these Discord applies the Integrations."""
    is_command = interaction.type is discord.InteractionType.application_command
    return is_command and data_of(interaction)["name"] in {LIBRARY, ADD_TO_LIBRARY}


def _command(interaction: Interaction) -> str:
    """Name the moderators' command that is used, or that led to the card with the pressed button."""
    message = interaction.message
    if message and message.type is discord.MessageType.context_menu_command:
        return ADD_TO_LIBRARY
    return ADD_TO_LIBRARY if data_of(interaction).get("name") == ADD_TO_LIBRARY else LIBRARY


async def note(interaction: Interaction, act: str, about: str) -> None:
    """Note what a moderator did: `act` is a verb, `about` an article's title or other plain text.

    It goes into the audit, and a little later into the audit channel where the server has one.
    """
    place = await place_of(interaction)
    await audit.record(place.service.store, place.server, interaction.user.id, act, about)
    announce(interaction, act, about, place.settings.audit_channel)


def announce(interaction: Interaction, act: str, about: str, channel_id: int | None) -> None:
    """Write the line into the audit channel, in the background: Discord slows many lines down."""
    if interaction.guild and channel_id:
        service = service_of(interaction)
        with to_everybody():
            card = Notice(audit_line(interaction.user.id, act, about), private=False)
        service.work.in_background(_write(service, interaction.guild, channel_id, card))


async def _write(service: Service, guild: discord.Guild, channel_id: int, card: Notice) -> None:
    if not await post_in(service, guild, channel_id, card):
        log.info("a line for the audit channel could not be written: it is gone, or closed to me")


def audit_line(who: int, act: str, about: str) -> str:
    """Write who did what, as Markdown."""
    return f"<@{who}> {gettext_filled(act)} **{fitted_line(about, ROOM_FOR_TITLE)}**"


class ModeratorsGroup(app_commands.Group):
    """A group of commands, each use of which is checked here too, whatever Discord let through."""

    async def interaction_check(self, interaction: Interaction) -> bool:
        """Let moderators pass; raises NotAllowedError for others."""
        await require_moderator(interaction)
        return True


library_commands = ModeratorsGroup(
    name=LIBRARY,
    description="For moderators: load articles, and decide how they are asked",
    guild_only=True,
    default_permissions=PERMISSION,
)
"""`/library`, to which rooms add with `@library_commands.command(…)`. Discord applies permissions to the
whole group only, and moderators may change them under Integrations."""
