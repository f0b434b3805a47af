"""Buttons under the kept questions: turn the page, and delete them all."""

from __future__ import annotations

from re import Match
from typing import Self

import discord

from bot.buttons.library.dismiss import Dismiss
from bot.buttons.moderators import ModeratorsButton
from bot.cards.card import Notice, row
from bot.interaction import Interaction
from bot.library.moderating import note
from bot.sending import replace
from corpus.library.store import questions

SURE = "Delete all kept questions, with the votes?"
DELETED = "All kept questions are deleted."


class QuestionsPage(ModeratorsButton, template=r"questions:(?P<page>\d{1,4})"):
    """Shows another page, from 0, of the kept questions."""

    def __init__(self, page: int, label: str = "Page") -> None:
        super().__init__(f"questions:{page}", label)
        self.page = page

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["page"]))

    async def act(self, interaction: Interaction) -> None:
        """Turn the page."""
        from bot.cards.library.questions import find_questions_card  # noqa: PLC0415 - holds this

        server, store = interaction.guild_id or 0, interaction.client.store
        await replace(interaction, await find_questions_card(store, server, self.page))


class DeleteQuestions(ModeratorsButton, template=r"questions:delete(?P<sure>:sure)?"):
    """Deletes the kept questions; asks first unless `sure`."""

    def __init__(self, *, sure: bool = False) -> None:
        style = discord.ButtonStyle.danger if sure else discord.ButtonStyle.secondary
        label = "Delete them" if sure else "Delete all …"
        super().__init__(f"questions:delete{':sure' if sure else ''}", label, style=style)
        self.sure = sure

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(sure=bool(match["sure"]))

    async def act(self, interaction: Interaction) -> None:
        """Delete, or ask, in place of the card."""
        if not self.sure:
            ask = Notice(SURE, row(DeleteQuestions(sure=True), Dismiss("Keep them")))
            await replace(interaction, ask)
            return
        await questions.forget(interaction.client.store, interaction.guild_id or 0)
        await note(interaction, "deleted", "all kept questions")
        await replace(interaction, Notice(DELETED))
