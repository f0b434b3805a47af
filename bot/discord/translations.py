"""In which language people are answered on Discord, and the names of the commands in it."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

from bot.language import OF_A_NAME, languages, speak

NAMES = {Location.command_name, Location.group_name, Location.parameter_name}


class Translations(app_commands.Translator):
    """Look names and descriptions up in the languages' files; what is in none stays English."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """Return the translation of a string, or None."""
        language = languages().get(str(locale))
        if language is None:
            return None
        if context.location in NAMES:
            return language.translations.pgettext(OF_A_NAME, string.message)
        return language.translations.gettext(string.message)


def speak_to_person(interaction: discord.Interaction[Any]) -> None:
    """Write in the language of the person's app, and to everybody in the server's."""
    person = str(interaction.locale)
    speak(person, str(interaction.guild_locale or person))


def speak_on(guild: discord.Guild | None) -> None:
    """Write in the language of a server."""
    if guild:
        speak(str(guild.preferred_locale))
