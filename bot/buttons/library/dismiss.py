"""The button that leaves everything as it is."""

from __future__ import annotations

from re import Match
from typing import Self

from bot.buttons.button import CardButton
from bot.cards.card import Notice
from bot.interaction import Interaction
from bot.sending import replace

NOTHING_CHANGED = "Nothing was changed."


class Dismiss(CardButton, template=r"dismiss"):
    """Takes a question back."""

    def __init__(self, label: str | None = None) -> None:
        super().__init__("dismiss", label)

    @classmethod
    def read(cls, _match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls()

    async def press(self, interaction: Interaction) -> None:
        """Say that nothing was changed, in place of the question."""
        await replace(interaction, Notice(NOTHING_CHANGED))
