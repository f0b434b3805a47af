"""The work that was begun for people, and must be finished before the bot stops."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from bot.discord.errors import DeclinedError
from bot.language import N_, gettext

TIME_TO_FINISH = 10.0
"""Seconds that work already begun may still take when the bot is asked to stop."""

STOPPING = N_("I am just restarting. Please try again in a minute.")


class WorkInHand:
    """The tasks that a stop waits for."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._is_stopping = False

    def __len__(self) -> int:
        return len(self._tasks)

    def take(self) -> None:
        """Count the running task as work; raises DeclinedError once the bot is stopping."""
        if self._is_stopping:
            raise DeclinedError(gettext(STOPPING))
        self.count_this_task()

    def count_this_task(self) -> None:
        """Count the running task as work, even while the bot is stopping."""
        if task := asyncio.current_task():
            self._count(task)

    def in_background(self, work: Coroutine[Any, Any, None]) -> None:
        """Start some work whose end only a stop waits for."""
        self._count(asyncio.create_task(work))

    def take_no_more(self) -> None:
        """Decline new work from now on: the bot is stopping."""
        self._is_stopping = True

    async def finish(self) -> None:
        """Wait until all work is done, or its time is over."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=TIME_TO_FINISH)

    def _count(self, task: asyncio.Task[Any]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
