"""What a server's moderators have decided; kept with the server in the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from bot.discord.errors import DeclinedError
from bot.language import gettext
from corpus.library.store import Store

LONGEST_COOLDOWN = 3_600
MOST_PASSAGES = 5


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """How the bot behaves on one server.

    `asked_by` is the id of the role that may ask; None lets everyone. `cooldown` is in seconds,
    between two questions of one person. `private` shows answers to the asker alone unless they say
    otherwise. `passages` is how many an answer has at first. `keep_questions` keeps every question
    for the moderators. `audit_channel` is where a line says what was loaded or removed. `channels`
    maps a channel's id to the ids of the articles that are searched there; others search all.

    Raises DeclinedError where a value is out of range.
    """

    asked_by: int | None = None
    cooldown: int = 3
    private: bool = False
    passages: int = 1
    keep_questions: bool = False
    audit_channel: int | None = None
    channels: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not 0 <= self.cooldown <= LONGEST_COOLDOWN:
            raise DeclinedError(
                gettext("A cooldown is from 0 to {} seconds.").format(LONGEST_COOLDOWN)
            )
        if not 1 <= self.passages <= MOST_PASSAGES:
            raise DeclinedError(
                gettext("An answer has from 1 to {} passages.").format(MOST_PASSAGES)
            )

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Read what `as_json` wrote; what is not there, or cannot be right, is as if never set.

        Settings come with an imported library too, so they may hold anything.
        """
        known = {
            name: stored[name]
            for name, kinds in _KINDS.items()
            if type(stored.get(name)) in kinds  # not isinstance: True is no number of seconds
        }
        try:
            channels = {
                int(id_): tuple(map(str, ids)) for id_, ids in known.pop("channels", {}).items()
            }
            return cls(**known, channels=channels)
        except (TypeError, ValueError, DeclinedError):
            return cls()

    def as_json(self) -> dict[str, Any]:
        """Return every setting as JSON has it, where keys are strings."""
        channels = {str(id_): list(ids) for id_, ids in self.channels.items()}
        return asdict(self) | {"channels": channels}


async def load_settings(store: Store, server: int) -> ServerSettings:
    """Read a server's settings as they are now."""
    return ServerSettings.from_json(await store.settings(server))


async def save_settings(store: Store, server: int, settings: ServerSettings) -> None:
    """Keep a server's settings."""
    await store.change_settings(server, settings.as_json())


_KINDS: Mapping[str, tuple[type, ...]] = {
    "asked_by": (int,),
    "cooldown": (int,),
    "private": (bool,),
    "passages": (int,),
    "keep_questions": (bool,),
    "audit_channel": (int,),
    "channels": (dict,),
}
