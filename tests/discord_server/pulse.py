"""Waiting for something to become true, without polling."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

HUNG_S = 120.0
"""Real seconds after which a test that hangs is ended. No test that passes waits for them."""


class DidNotRespondError(AssertionError):
    """The bot did not do what the test waits for."""


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
        self, true: Callable[[], bool], complaint: str, *, too_late: Callable[[], bool] = bool
    ) -> None:
        """Return once `true()` holds.

        Raises DidNotRespondError, saying `complaint`, once `too_late()` holds instead (by itself
        it never does), or where the test hangs.
        """
        try:
            async with asyncio.timeout(HUNG_S):
                while not true():
                    if too_late():
                        raise DidNotRespondError(complaint)
                    future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
                    self._waiting.add(future)
                    await future
        except TimeoutError:
            raise DidNotRespondError(complaint) from None
