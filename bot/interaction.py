"""The type of every interaction, one with our own client, and what Discord sent with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import discord

if TYPE_CHECKING:
    from bot.client import SourcesSay

Interaction: TypeAlias = discord.Interaction["SourcesSay"]


def data_of(interaction: Interaction) -> Mapping[str, Any]:
    """Give what Discord sent with an interaction: which command or button, what was written."""
    return cast("Mapping[str, Any]", interaction.data or {})
