"""Asking whether somebody is sure, before something is removed for good."""

from __future__ import annotations

from bot.discord.kit.button import CardButton
from bot.discord.kit.card import Notice, row
from bot.discord.kit.sending import replace
from bot.discord.service import Interaction
from bot.language import N_, gettext

NOTHING_CHANGED = N_("Nothing was changed.")


class Dismiss(CardButton, template=r"dismiss"):
    """Takes a question back: everything stays as it is."""

    def __init__(self, label: str | None = None) -> None:
        super().__init__("dismiss", label)

    async def press(self, interaction: Interaction) -> None:
        """Say that nothing was changed, in place of the question."""
        await replace(interaction, Notice(gettext(NOTHING_CHANGED)))


def confirmation(question: str, act: CardButton, keep: str) -> Notice:
    """Ask a question, with the button that acts and one, labelled `keep`, that leaves all as it is."""
    return Notice(question, row(act, Dismiss(keep)))
