"""Translations of names and descriptions: Discord's documentation, "Reference: locales"."""

from __future__ import annotations

import re

from tests.discord_server.validation.part import Part

LOCALES = (
    "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR",
    "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
)  # fmt: skip


def check_localizations(
    owner: Part, field: str, most: int, pattern: re.Pattern[str] | None = None
) -> None:
    """Check `owner`'s `name_localizations` or `description_localizations`."""
    translations = owner.part(f"{field}_localizations")
    if translations is None:
        return
    translations.known(*LOCALES)
    for locale in translations.value:
        text = translations.text(locale, most, least=1)
        if text is not None and pattern and not valid_name(text, pattern):
            translations.fault(
                "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid", locale
            )


def valid_name(name: str, pattern: re.Pattern[str]) -> bool:
    """Return whether a name matches and uses small letters where a letter has them."""
    return pattern.fullmatch(name) is not None and name == name.lower()
