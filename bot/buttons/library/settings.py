"""The menus on the card of settings: what is chosen in one holds at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace as changed
from re import Match
from typing import Any, Self

import discord
from discord import ui

from bot.buttons.moderators import ModeratorsMenu
from bot.errors import DeclinedError
from bot.interaction import Interaction
from bot.library.moderating import note
from bot.sending import replace
from bot.server_settings import ServerSettings, load_settings, save_settings

CHOICES: Mapping[str, Mapping[int, str]] = {
    "cooldown": {
        0: "No pause between questions",
        3: "3 seconds between questions of one person",
        10: "10 seconds between questions of one person",
        30: "30 seconds between questions of one person",
        60: "A minute between questions of one person",
        600: "10 minutes between questions of one person",
        3600: "An hour between questions of one person",
    },
    "private": {
        False: "Everyone sees answers, unless asked privately",
        True: "Only the asker sees answers, unless asked openly",
    },
    "passages": {
        1: "Answers of 1 passage",
        2: "Answers of up to 2 passages",
        3: "Answers of up to 3 passages",
        4: "Answers of up to 4 passages",
        5: "Answers of up to 5 passages",
    },
    "keep_questions": {
        False: "Questions are kept only if somebody votes",
        True: "All questions are kept, for moderators to see",
    },
}
"""By setting: its values, as whole numbers, and what people read."""

MAY_NOT_WRITE = "I may not write in <#{}>: allow me to see it and to send messages there."


class SettingMenu(
    ModeratorsMenu, template=r"setting:(?P<name>cooldown|private|passages|keep_questions)"
):
    """Chooses among a setting's values; `value` is the one it has."""

    def __init__(self, name: str, value: int) -> None:
        labels = {value: f"{value} seconds between questions of one person", **CHOICES[name]}
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
        about = CHOICES[self.name].get(number, values[0])
        await _change(interaction, about, **{self.name: kind(number)})


class AskedByMenu(ModeratorsMenu, template=r"setting:asked_by"):
    """Chooses the role that may ask; none lets everyone."""

    def __init__(self, role: int | None = None) -> None:
        super().__init__(
            ui.RoleSelect(
                custom_id="setting:asked_by",
                placeholder="Everyone",
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
        found = interaction.guild.get_role(role) if interaction.guild and role else None
        about = (
            f"Only {found.name if found else 'one role'} may ask" if role else "Everyone may ask"
        )
        await _change(interaction, about, asked_by=role)


class AuditMenu(ModeratorsMenu, template=r"setting:audit_channel"):
    """Chooses the channel for the audit; none writes it nowhere."""

    def __init__(self, channel: int | None = None) -> None:
        chosen = [discord.Object(channel, type=discord.TextChannel)] if channel else []
        super().__init__(
            ui.ChannelSelect(
                custom_id="setting:audit_channel",
                placeholder="No audit channel",
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
            raise DeclinedError(MAY_NOT_WRITE.format(channel))
        about = "Audit lines in a channel" if channel else "No audit channel"
        await _change(interaction, about, audit_channel=channel)


def _may_write(interaction: Interaction, channel_id: int) -> bool:
    channel = interaction.guild.get_channel(channel_id) if interaction.guild else None
    if interaction.guild is None or channel is None:
        return False
    may = channel.permissions_for(interaction.guild.me)
    return may.view_channel and may.send_messages


async def _change(interaction: Interaction, about: str, **change: Any) -> None:
    """Keep a changed setting, note it, and show the card anew."""
    from bot.cards.library.settings import settings_card  # noqa: PLC0415 - the card holds these

    server, store = interaction.guild_id or 0, interaction.client.store
    settings = changed(await load_settings(store, server), **change)
    await save_settings(store, server, settings)
    await note(interaction, "changed the settings:", about)
    await replace(interaction, settings_card(settings))
