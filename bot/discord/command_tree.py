"""The tree of commands, and telling Discord of it: only when it changed, as that is limited."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import discord
from discord import app_commands

from bot.discord.errors import DeclinedError
from bot.discord.kit import failures
from bot.discord.service import Interaction, service_of
from bot.discord.translations import Translations, speak_to_person

log = logging.getLogger(__name__)

FILE_NAME = "synchronised-commands.json"
"""In the data folder: by application id, a digest of the commands that Discord was told, and the
ids that it gave them, by their names."""


class Tree(app_commands.CommandTree[Any]):
    """The commands, each counted as work that a stop waits for, with errors told to the person."""

    async def interaction_check(self, interaction: Interaction) -> bool:
        """Count a command as work, or say that the bot is stopping; suggestions just go on."""
        speak_to_person(interaction)
        work = service_of(interaction).work
        if interaction.type is discord.InteractionType.autocomplete:
            work.count_this_task()
            return True
        try:
            work.take()
        except DeclinedError as error:
            await failures.tell(interaction, error)
            return False
        return True

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        """Tell the person what went wrong."""
        await failures.tell(interaction, error)


async def synchronise(tree: app_commands.CommandTree[Any], folder: Path) -> Mapping[str, int]:
    """Tell Discord of the commands if they have changed, and return their ids, by their names.

    Where the folder cannot be written it is told at every start.
    """
    digest = await _digest(tree)
    application = str(tree.client.application_id)
    known = _known(folder / FILE_NAME)
    before = known.get(application)
    if isinstance(before, dict) and before.get("digest") == digest and "ids" in before:
        return dict(before["ids"])
    ids = {command.name: command.id for command in await tree.sync()}
    _keep(folder / FILE_NAME, known | {application: {"digest": digest, "ids": ids}})
    log.info("registered the commands with Discord")
    return ids


async def _digest(tree: app_commands.CommandTree[Any]) -> str:
    translator = tree.translator or Translations()
    payload = [
        await command.get_translated_payload(tree, translator) for command in tree.get_commands()
    ]
    return sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


def _known(file: Path) -> dict[str, Any]:
    try:
        known = json.loads(file.read_text())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _keep(file: Path, known: Mapping[str, Any]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(known))
    except OSError as error:
        log.warning(
            "%s cannot be written (%s), so commands are registered at each start", file, error
        )
