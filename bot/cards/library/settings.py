"""A server's settings, each with the menu that changes it."""

from __future__ import annotations

from bot.buttons.library.settings import AskedByMenu, AuditMenu, SettingMenu
from bot.cards.card import Card, header, row, text_part
from bot.server_settings import ServerSettings

ONLY_ROLE = "only <@&{}> and moderators; clear the menu for everyone"
AUDIT_IN = "<#{}>; clear the menu for none"


def settings_card(settings: ServerSettings) -> Card:
    """Lay the settings out."""
    asked_by = ONLY_ROLE.format(settings.asked_by) if settings.asked_by else "everyone"
    audit = AUDIT_IN.format(settings.audit_channel) if settings.audit_channel else "none"
    return Card(
        header("Settings"),
        text_part(f"**Who may ask** · {asked_by}"),
        row(AskedByMenu(settings.asked_by)),
        text_part("**How often, and how answers look**"),
        row(SettingMenu("cooldown", settings.cooldown)),
        row(SettingMenu("private", settings.private)),
        row(SettingMenu("passages", settings.passages)),
        text_part("**For moderators**"),
        row(SettingMenu("keep_questions", settings.keep_questions)),
        text_part(f"**Audit channel**, where I write who loaded or removed what · {audit}"),
        row(AuditMenu(settings.audit_channel)),
        private=True,
    )
