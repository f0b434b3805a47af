"""The server's time, which a test may stop and move on."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class Clock:
    """Tell the server's time: the computer's, until a test stops it or moves it on.

    Interaction tokens, the three seconds to answer in and attachment links go by it; rate limits
    and heartbeats do not, because discord.py sleeps them out in real time.
    """

    def __init__(self) -> None:
        self._ahead = 0.0
        self._stopped_at: float | None = None

    def now(self) -> float:
        """Return the time in seconds since 1970."""
        real = time.time() if self._stopped_at is None else self._stopped_at
        return real + self._ahead

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass at once."""
        self._ahead += seconds

    def stop(self) -> None:
        """Stand still, so that a slow machine misses no deadline; `advance` still works."""
        self._stopped_at = time.time()

    def stamp(self) -> str:
        """Return the time as Discord writes it (ISO 8601, UTC)."""
        return datetime.fromtimestamp(self.now(), UTC).isoformat()
