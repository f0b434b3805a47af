"""Roles of a guild."""

from __future__ import annotations

from dataclasses import dataclass

from tests.discord_server.payload import Json


@dataclass(eq=False)
class Role:
    """A role. The one with the guild's own id is @everyone; `bot` is whose it is, if a bot's."""

    id: int
    name: str
    permissions: int
    position: int
    managed: bool = False
    bot: int | None = None

    @property
    def mention(self) -> str:
        return f"<@&{self.id}>"

    def payload(self) -> Json:
        tags = {"tags": {"bot_id": str(self.bot)}} if self.bot else {}
        return {
            **tags,
            "id": str(self.id),
            "name": self.name,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "icon": None,
            "unicode_emoji": None,
            "position": self.position,
            "permissions": str(self.permissions),
            "managed": self.managed,
            "mentionable": False,
            "flags": 0,
        }
