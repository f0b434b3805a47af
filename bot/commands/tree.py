"""The tree of commands: each is counted as in hand, and errors are told to the person."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot import failures
from bot.errors import DeclinedError
from bot.interaction import Interaction


class Tree(app_commands.CommandTree[Any]):
    """The commands, each counted as in hand, with errors told to the person."""

    async def interaction_check(self, interaction: Interaction) -> bool:
        """Take a command in hand, or say that the bot is stopping; suggestions just go on."""
        if interaction.type is discord.InteractionType.autocomplete:
            interaction.client.wait_for_this()
            return True
        try:
            interaction.client.take_in_hand()
        except DeclinedError as error:
            await failures.tell(interaction, error)
            return False
        return True

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        """Tell the person what went wrong."""
        await failures.tell(interaction, error)
