"""`/library`: the group of moderators' commands, offered to those who may manage messages.

Discord heeds permissions on the group alone, and moderators may change them under Integrations.
"""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands.library.add import add
from bot.commands.library.channel import channel
from bot.commands.library.forget import forget
from bot.commands.library.questions import questions
from bot.commands.library.remove import remove
from bot.commands.library.rename import rename
from bot.commands.library.settings import settings
from bot.commands.library.show import show
from bot.commands.library.transfer import export, import_
from bot.commands.library.update import update
from bot.library.moderating import LIBRARY, PERMISSION, require_moderator

COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (
    add,
    show,
    update,
    rename,
    remove,
    channel,
    questions,
    settings,
    export,
    import_,
    forget,
)


class ModeratorsGroup(app_commands.Group):
    """A group of commands whose every use is checked here too, whatever Discord let through."""

    async def interaction_check(self, interaction: discord.Interaction[discord.Client]) -> bool:
        """Let moderators pass; raises NotAllowedError for others."""
        await require_moderator(interaction)  # type: ignore[arg-type] # our client
        return True


library = ModeratorsGroup(
    name=LIBRARY,
    description="For moderators: load articles, and decide how they are asked",
    guild_only=True,
    default_permissions=PERMISSION,
)
for command in COMMANDS:
    library.add_command(command)
