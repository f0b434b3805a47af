"""What all buttons share: found by their id alone, and their errors are told to the person."""

from __future__ import annotations

from collections.abc import Iterable
from re import Match
from typing import Any, Self

import discord
from discord import ui

from bot import failures
from bot.cards.card import HEADER_ID
from bot.errors import DeclinedError
from bot.interaction import Interaction
from bot.quoting import words_of

NO_QUESTION = "I cannot read the question on this card any more. Please ask it anew."


class CardButton(ui.DynamicItem[ui.Button[Any]], template=r"(?!)"):
    """A button whose id says all; a kind of button gives its own template and `read`.

    Raise DeclinedError or CorpusError in `press` to tell the person something.
    """

    def __init__(
        self,
        custom_id: str,
        label: str | None = None,
        *,
        emoji: str | None = None,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        disabled: bool = False,
    ) -> None:
        button: ui.Button[Any] = ui.Button(
            label=label, emoji=emoji, style=style, custom_id=custom_id, disabled=disabled
        )
        super().__init__(button)

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        raise NotImplementedError

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], _item: ui.Item[Any], match: Match[str]
    ) -> Self:
        """Make the button again from its id; discord.py calls this when it is pressed."""
        return cls.read(match)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Take the press in hand; what goes wrong is told to the person."""
        try:
            interaction.client.take_in_hand()
            await self.press(interaction)
        except Exception as error:  # noqa: BLE001 - discord.py would only log it
            await failures.tell(interaction, error)

    async def press(self, interaction: Interaction) -> None:
        """Do what the button is for."""
        raise NotImplementedError


def question_on_card(interaction: Interaction) -> str:
    """Read the question that the card with the pressed button answers, from its first line.

    The card is the one place where it surely still stands: the bot may have been restarted since,
    and questions are not kept by default. Raises DeclinedError where there is none.
    """
    question = find_question(interaction)
    if question is None:
        raise DeclinedError(NO_QUESTION)
    return question


def find_question(interaction: Interaction) -> str | None:
    """Read the question on the card with the pressed button, or give None where there is none."""
    components = interaction.message.components if interaction.message else []
    first = _header(components)
    if first is None:
        return None
    return words_of(first.partition("\n")[0].removeprefix("### "))


def _header(components: Iterable[Any]) -> str | None:
    for component in components:
        if component.id == HEADER_ID and isinstance(component, discord.TextDisplay):
            return component.content
        found = _header(getattr(component, "children", ()))
        if found is not None:
            return found
    return None
