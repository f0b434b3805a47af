"""Waiting for something to become true, without polling."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

PATIENCE_S = 10.0
"""How long a test waits for the bot, in real seconds: far beyond Discord's 3, for slow machines."""


class DidNotRespondError(AssertionError):
    """The bot did not do in time what the test waits for."""


class Pulse:
    """Wake all who wait whenever the world has changed. `beats` counts the changes."""

    def __init__(self) -> None:
        self.beats = 0
        self._waiting: set[asyncio.Future[None]] = set()

    def beat(self) -> None:
        """Tell everyone that something changed."""
        self.beats += 1
        for future in self._waiting:
            if not future.done():
                future.set_result(None)
        self._waiting.clear()

    async def until(
        self, true: Callable[[], bool], complaint: str, patience: float = PATIENCE_S
    ) -> None:
        """Return once `true()` holds.

        Raises DidNotRespondError, saying `complaint`, after `patience` real seconds.
        """
        try:
            async with asyncio.timeout(patience):
                while not true():
                    future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                    self._waiting.add(future)
                    await future
        except TimeoutError:
            raise DidNotRespondError(complaint) from None
