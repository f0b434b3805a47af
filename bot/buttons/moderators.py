"""Buttons and menus on moderators' cards: who uses one must be a moderator in that moment."""

from __future__ import annotations

from collections.abc import Sequence
from re import Match
from typing import Any, Self

import discord
from discord import ui

from bot import failures
from bot.buttons.button import CardButton
from bot.interaction import Interaction, data_of
from bot.library.moderating import require_moderator


class ModeratorsButton(CardButton, template=r"(?!)"):
    """A button for moderators; a kind of button gives its own template, `read` and `act`."""

    async def press(self, interaction: Interaction) -> None:
        """Act for a moderator; raises DeclinedError for anybody else."""
        await require_moderator(interaction)
        await self.act(interaction)

    async def act(self, interaction: Interaction) -> None:
        """Do what the button is for."""
        raise NotImplementedError


class ModeratorsMenu(ui.DynamicItem[Any], template=r"(?!)"):
    """A menu for moderators, found by its id alone; a kind of menu gives `read` and `choose`."""

    @classmethod
    def read(cls, match: Match[str], menu: ui.Item[Any]) -> Self:
        """Make the menu again from its id and what it was on the card."""
        raise NotImplementedError

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: ui.Item[Any], match: Match[str]
    ) -> Self:
        """Make the menu again; discord.py calls this when something is chosen."""
        return cls.read(match, item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Take the choice in hand; what goes wrong is told to the person."""
        try:
            interaction.client.take_in_hand()
            await require_moderator(interaction)
            await self.choose(interaction, data_of(interaction)["values"])
        except Exception as error:  # noqa: BLE001 - discord.py would only log it
            await failures.tell(interaction, error)

    async def choose(self, interaction: Interaction, values: Sequence[str]) -> None:
        """Take what was chosen: values of options, or ids."""
        raise NotImplementedError
