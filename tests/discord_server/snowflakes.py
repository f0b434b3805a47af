"""Discord's ids: numbers that carry their time of birth."""

from __future__ import annotations

from tests.discord_server.clock import Clock

DISCORD_EPOCH_MS = 1_420_070_400_000
"""The first millisecond of 2015, from which Discord's ids count."""


class Snowflakes:
    """Hand out ids in order.

    Every id has a millisecond of its own, so that the guilds a test makes spread over shards.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last_ms = 0

    def next(self) -> int:
        self._last_ms = max(self._last_ms + 1, int(self._clock.now() * 1000) - DISCORD_EPOCH_MS)
        return self._last_ms << 22


def shard_of(guild_id: int, shard_count: int) -> int:
    """Return the shard that hears of a guild (Discord's documentation, "Sharding")."""
    return (guild_id >> 22) % shard_count
