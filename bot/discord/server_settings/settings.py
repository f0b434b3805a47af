"""`/library settings`: a card with a menu for each setting; what is chosen holds at once.

The settings themselves are in `service.server_settings`, as every room may read them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace as changed
from re import Match
from typing import Any, Self

import discord
from discord import ui

from bot.discord.errors import DeclinedError
from bot.discord.kit.button import ModeratorsMenu
from bot.discord.kit.card import Card, header, row, text_part
from bot.discord.kit.moderators import library_commands, note
from bot.discord.kit.notices import MAY_NOT_WRITE
from bot.discord.kit.sending import may_write, replace, respond
from bot.discord.service import Interaction, server_of, service_of
from bot.discord.service.server_settings import ServerSettings, load_settings, save_settings
from bot.language import N_, gettext, to_everybody

CHOICES: Mapping[str, Mapping[int, str]] = {
    "cooldown": {
        0: N_("No pause between questions"),
        3: N_("3 seconds between questions of one person"),
        10: N_("10 seconds between questions of one person"),
        30: N_("30 seconds between questions of one person"),
        60: N_("A minute between questions of one person"),
        600: N_("10 minutes between questions of one person"),
        3600: N_("An hour between questions of one person"),
    },
    "private": {
        False: N_("Everyone sees answers, unless asked privately"),
        True: N_("Only the asker sees answers, unless asked openly"),
    },
    "passages": {
        1: N_("Answers of 1 passage"),
        2: N_("Answers of up to 2 passages"),
        3: N_("Answers of up to 3 passages"),
        4: N_("Answers of up to 4 passages"),
        5: N_("Answers of up to 5 passages"),
    },
    "keep_questions": {
        False: N_("Questions are kept only if somebody votes"),
        True: N_("All questions are kept, for moderators to see"),
    },
}
"""By setting: its values, as whole numbers, and what people read."""

ONLY_ROLE = N_("only <@&{}> and moderators; clear the menu for everyone")
AUDIT = N_("**Audit channel**, where I write who loaded or removed what · {}")
AUDIT_IN = N_("<#{}>; clear the menu for none")


@library_commands.command(
    name="settings", description="Decide who may ask, how often, and how answers look"
)
async def settings(interaction: Interaction) -> None:
    """Show the settings as they are; each menu changes one at once."""
    stored = await load_settings(service_of(interaction).store, server_of(interaction))
    await respond(interaction, settings_card(stored))


def settings_card(settings: ServerSettings) -> Card:
    """Lay the settings out."""
    asked_by = (
        gettext(ONLY_ROLE).format(settings.asked_by) if settings.asked_by else gettext("everyone")
    )
    audit = (
        gettext(AUDIT_IN).format(settings.audit_channel)
        if settings.audit_channel
        else gettext("none")
    )
    return Card(
        header(gettext("Settings")),
        text_part(f"**{gettext('Who may ask')}** · {asked_by}"),
        row(AskedByMenu(settings.asked_by)),
        text_part(f"**{gettext('How often, and how answers look')}**"),
        row(SettingMenu("cooldown", settings.cooldown)),
        row(SettingMenu("private", settings.private)),
        row(SettingMenu("passages", settings.passages)),
        text_part(f"**{gettext('For moderators')}**"),
        row(SettingMenu("keep_questions", settings.keep_questions)),
        text_part(gettext(AUDIT).format(audit)),
        row(AuditMenu(settings.audit_channel)),
        private=True,
    )


class SettingMenu(
    ModeratorsMenu, template=r"setting:(?P<name>cooldown|private|passages|keep_questions)"
):
    """Chooses among a setting's values; `value` is the one it has."""

    def __init__(self, name: str, value: int) -> None:
        unlisted = gettext("{} seconds between questions of one person").format(value)
        labels = {value: unlisted} | {one: gettext(said) for one, said in CHOICES[name].items()}
        options = [
            discord.SelectOption(label=label, value=str(int(one)), default=one == value)
            for one, label in sorted(labels.items())
        ]
        super().__init__(ui.Select(custom_id=f"setting:{name}", options=options))
        self.name = name

    @classmethod
    def read(cls, match: Match[str], _menu: ui.Item[Any]) -> Self:
        """Make the menu again from its id."""
        return cls(match["name"], min(CHOICES[match["name"]]))

    async def choose(self, interaction: Interaction, values: Sequence[str]) -> None:
        """Take the chosen value."""
        number = int(values[0])
        kind = type(getattr(ServerSettings(), self.name))  # a number, or yes or no
        with to_everybody():
            about = gettext(CHOICES[self.name].get(number, values[0]))
        await _change(interaction, about, **{self.name: kind(number)})


class AskedByMenu(ModeratorsMenu, template=r"setting:asked_by"):
    """Chooses the role that may ask; none lets everyone."""

    def __init__(self, role: int | None = None) -> None:
        super().__init__(
            ui.RoleSelect(
                custom_id="setting:asked_by",
                placeholder=gettext("Everyone"),
                min_values=0,
                default_values=[discord.Object(role, type=discord.Role)] if role else [],
            )
        )

    @classmethod
    def read(cls, _match: Match[str], _menu: ui.Item[Any]) -> Self:
        """Make the menu again from its id."""
        return cls()

    async def choose(self, interaction: Interaction, values: Sequence[str]) -> None:
        """Take the chosen role; the one that everyone has is named like the server."""
        role = next((int(value) for value in values if int(value) != interaction.guild_id), None)
        named = interaction.guild.get_role(role) if interaction.guild and role else None
        with to_everybody():
            about = gettext("Everyone may ask")
            if role:
                name = named.name if named else gettext("one role")
                about = gettext("Only {} may ask").format(name)
        await _change(interaction, about, asked_by=role)


class AuditMenu(ModeratorsMenu, template=r"setting:audit_channel"):
    """Chooses the channel for the audit; none writes it nowhere."""

    def __init__(self, channel: int | None = None) -> None:
        chosen = [discord.Object(channel, type=discord.TextChannel)] if channel else []
        super().__init__(
            ui.ChannelSelect(
                custom_id="setting:audit_channel",
                placeholder=gettext("No audit channel"),
                min_values=0,
                channel_types=[discord.ChannelType.text],
                default_values=chosen,
            )
        )

    @classmethod
    def read(cls, _match: Match[str], _menu: ui.Item[Any]) -> Self:
        """Make the menu again from its id."""
        return cls()

    async def choose(self, interaction: Interaction, values: Sequence[str]) -> None:
        """Take the chosen channel; raises DeclinedError where the bot may not write there."""
        channel = int(values[0]) if values else None
        if channel and not _may_write(interaction, channel):
            raise DeclinedError(gettext(MAY_NOT_WRITE).format(channel))
        with to_everybody():
            lines = gettext("Audit lines in a channel")
            about = lines if channel else gettext("No audit channel")
        await _change(interaction, about, audit_channel=channel)


def _may_write(interaction: Interaction, channel_id: int) -> bool:
    guild = interaction.guild
    channel = guild.get_channel(channel_id) if guild else None
    return guild is not None and channel is not None and may_write(channel, guild.me)


async def _change(interaction: Interaction, about: str, **change: Any) -> None:
    """Store a changed setting, note who changed it, and show the card again."""
    server, store = server_of(interaction), service_of(interaction).store
    stored = changed(await load_settings(store, server), **change)
    await save_settings(store, server, stored)
    await note(interaction, N_("changed the settings:"), about)
    await replace(interaction, settings_card(stored))
