"""Buttons and menus: found by their ids alone, so they outlive a restart.

One that stands in a module of a room or of the kit is registered with discord.py (`rooms`).
"""

from __future__ import annotations

from collections.abc import Sequence
from re import Match
from typing import Any, ClassVar, Self

import discord
from discord import ui

from bot.discord.kit import failures
from bot.discord.kit.card import first_line_of
from bot.discord.kit.moderators import require_moderator
from bot.discord.service import Interaction, data_of, service_of
from bot.discord.translations import speak_to_person
from bot.language import N_

NO_ID = r"(?!)"
"""A template that no id matches: what has it is only there to be derived from."""

QUESTION_UNREADABLE = N_("I cannot read the question on this card any more. Please ask it anew.")


class CardButton(ui.DynamicItem[ui.Button[Any]], template=NO_ID):
    """A button whose id holds all it needs; each kind has its own template, `read` and `press`.

    Where `moderators_only`, who presses it must be a moderator at that moment. Raise DeclinedError
    or CorpusError in `press` to tell the person something.
    """

    moderators_only: ClassVar[bool] = False

    def __init__(
        self,
        custom_id: str,
        label: str | None = None,
        *,
        emoji: str | None = None,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    ) -> None:
        button: ui.Button[Any] = ui.Button(
            label=label, emoji=emoji, style=style, custom_id=custom_id
        )
        super().__init__(button)

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id; its groups are the arguments unless a kind differs."""
        return cls(*match.groups())

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, _item: ui.Item[Any], match: Match[str]
    ) -> Self:
        """Make the button again from its id; discord.py calls this when it is pressed."""
        return cls.read(match)

    async def callback(self, interaction: Interaction) -> None:
        """Count the press as work, and handle it; what goes wrong is told to the person."""
        speak_to_person(interaction)
        try:
            service_of(interaction).work.take()
            if self.moderators_only:
                await require_moderator(interaction)
            await self.press(interaction)
        except Exception as error:  # noqa: BLE001 - discord.py would only log it
            await failures.tell(interaction, error)

    async def press(self, interaction: Interaction) -> None:
        """Do what the button is for."""
        raise NotImplementedError


class ModeratorsMenu(ui.DynamicItem[Any], template=NO_ID):
    """A menu for moderators, whose id says what it is for; a kind of menu has `read` and `choose`."""

    @classmethod
    def read(cls, match: Match[str], menu: ui.Item[Any]) -> Self:
        """Make the menu again from its id and what it was on the card."""
        raise NotImplementedError

    @classmethod
    async def from_custom_id(
        cls, _interaction: Interaction, item: ui.Item[Any], match: Match[str]
    ) -> Self:
        """Make the menu again; discord.py calls this when something is chosen."""
        return cls.read(match, item)

    async def callback(self, interaction: Interaction) -> None:
        """Count the choice as work, and handle it; what goes wrong is told to the person."""
        speak_to_person(interaction)
        try:
            service_of(interaction).work.take()
            await require_moderator(interaction)
            await self.choose(interaction, data_of(interaction)["values"])
        except Exception as error:  # noqa: BLE001 - discord.py would only log it
            await failures.tell(interaction, error)

    async def choose(self, interaction: Interaction, values: Sequence[str]) -> None:
        """Take what was chosen: values of options, or ids."""
        raise NotImplementedError


def find_question(interaction: Interaction) -> str | None:
    """Read the question on the card with the pressed button, or return None where there is none."""
    return first_line_of(interaction.message.components) if interaction.message else None
