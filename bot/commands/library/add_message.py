"""*Add to library*, in a message's menu: load the articles that a message links to or brings."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.commands.library.add import load
from bot.errors import DeclinedError
from bot.interaction import Interaction
from bot.library.handed_over import in_message
from bot.library.moderating import ADD_TO_LIBRARY, PERMISSION, require_moderator

NOTHING_TO_LOAD = "There is no web address and no document in that message."


async def _is_moderator(interaction: Interaction) -> bool:
    await require_moderator(interaction)
    return True


@app_commands.context_menu(name=ADD_TO_LIBRARY)
@app_commands.guild_only()
@app_commands.default_permissions(PERMISSION)
@app_commands.check(_is_moderator)
async def add_to_library(interaction: Interaction, message: discord.Message) -> None:
    """Load what is in a message."""
    several = in_message(interaction.client, message)
    if not several:
        raise DeclinedError(NOTHING_TO_LOAD)
    await load(interaction, several)
