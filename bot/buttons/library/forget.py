"""*Delete everything*: confirms that a server's library is to be forgotten."""

from __future__ import annotations

from re import Match
from typing import Self

import discord

from bot.buttons.moderators import ModeratorsButton
from bot.cards.card import Notice
from bot.interaction import Interaction
from bot.library.moderating import announce
from bot.sending import replace
from bot.server_settings import load_settings

FORGOTTEN = "Everything about this server is deleted."


class Forget(ModeratorsButton, template=r"forget"):
    """Deletes all that is known of a server."""

    def __init__(self) -> None:
        super().__init__("forget", "Delete everything", style=discord.ButtonStyle.danger)

    @classmethod
    def read(cls, _match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls()

    async def act(self, interaction: Interaction) -> None:
        """Delete, and say so in place of the question; the audit goes too, but not its channel."""
        server, store = interaction.guild_id or 0, interaction.client.store
        settings = await load_settings(store, server)
        await store.forget(server)
        announce(interaction, "deleted", "everything", settings.audit_channel)
        await replace(interaction, Notice(FORGOTTEN))
