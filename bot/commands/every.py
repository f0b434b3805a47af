"""All commands: what Discord lists when somebody types a slash or opens a message's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from discord import app_commands

from bot.commands.articles import articles
from bot.commands.ask import ask
from bot.commands.check import check
from bot.commands.claims import claims
from bot.commands.help import help_
from bot.commands.library.add_message import add_to_library
from bot.commands.library.group import library

if TYPE_CHECKING:
    from bot.client import SourcesSay

COMMANDS: tuple[Any, ...] = (ask, claims, articles, help_, check, library, add_to_library)


def add_commands(tree: app_commands.CommandTree[SourcesSay]) -> None:
    """Put every command into the tree."""
    for command in COMMANDS:
        tree.add_command(command)
