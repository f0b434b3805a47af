"""Names and descriptions of the commands in other languages: one file for each in `locales/`.

A file's name is the language as Discord writes it (https://discord.com/developers/docs/reference#locales).
Its table `names` translates commands, options and entries of menus, `descriptions` what they say.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

NAMES = {Location.command_name, Location.group_name, Location.parameter_name}

Table = Mapping[str, str]


class Translations(app_commands.Translator):
    """Look translations up in the files; what is in none stays English."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return the translation of a string, or None."""
        tables = languages().get(str(locale))
        if tables is None:
            return None
        table = "names" if context.location in NAMES else "descriptions"
        return tables[table].get(string.message)


@cache
def languages() -> Mapping[str, Mapping[str, Table]]:
    """Read the tables of every language there is a file for, by Discord's name of the language."""
    folder = files(__package__) / "locales"
    return {
        entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    }
