"""The emoji on a button or a select option."""

from __future__ import annotations

from tests.discord_server.validation.part import Part


def check_emoji(owner: Part) -> bool:
    """Check `owner`'s emoji and return whether it has one."""
    emoji = owner.part("emoji")
    if emoji is None:
        return False
    emoji.known("id", "name", "animated")
    emoji.snowflake("id")
    emoji.flag("animated")
    # A name without an id is a Unicode emoji: no ASCII letter makes one.
    name = emoji.text("name", 32)
    if not emoji.has("id") and (not name or name.isascii()):
        emoji.fault("BUTTON_COMPONENT_INVALID_EMOJI", "Invalid emoji", "name")
    return True
