"""A session at the gateway: it outlives its connection, and is resumed by another."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from tests.discord_server.connection import Connection
from tests.discord_server.payload import Json
from tests.discord_server.snowflakes import shard_of

DISPATCH = 0


@dataclass(eq=False)
class Session:
    """What one shard of the bot was told, and over which connection it is told more."""

    shard: int
    shard_count: int
    intents: int
    connection: Connection | None
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    _told: list[Json] = field(default_factory=list)

    @property
    def seq(self) -> int:
        """The number of the last event, counted from 1."""
        return len(self._told)

    def hears(self, guild_id: int) -> bool:
        return shard_of(guild_id, self.shard_count) == self.shard

    def dispatch(self, event: str, data: Json) -> None:
        """Tell an event, now or when the session is resumed."""
        self._told.append({"op": DISPATCH, "t": event, "s": self.seq + 1, "d": data})
        self.send(self._told[-1])

    def send(self, payload: Json) -> None:
        if self.connection:
            self.connection.send(payload)

    def resume(self, connection: Connection, seq: int) -> None:
        """Go on over another connection, with all that was missed after event `seq`."""
        self.connection = connection
        for payload in self._told[seq:]:
            connection.send(payload)
        self.dispatch("RESUMED", {"_trace": []})
