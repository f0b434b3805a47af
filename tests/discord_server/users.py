"""Users: people and the bot, as Discord shows them everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from tests.discord_server.payload import Json


@dataclass(slots=True, eq=False)
class User:
    """A Discord account.

    `locale` is the language of the person's app; `closed_dms` refuses direct messages of bots.
    """

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    closed_dms: bool = False

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"

    def payload(self) -> Json:
        return {
            "id": str(self.id),
            "username": self.name.lower().replace(" ", "_"),
            "global_name": self.name,
            "discriminator": "0",
            "avatar": None,
            "bot": self.bot,
            "public_flags": 0,
        }
