"""Use several cores for a long list of work, and give its results in order."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def work_ahead(
    items: AsyncIterable[T], work: Callable[[T], Coroutine[Any, Any, R]], at_once: int
) -> AsyncIterator[R]:
    """Work on `at_once` items at a time, 1 or more, and give the results in the items' order.

    What `work` raises is raised in its item's place; then, or if the caller leaves, the work that
    has begun is cancelled.
    """
    running: deque[asyncio.Task[R]] = deque()
    try:
        async for item in items:
            running.append(asyncio.create_task(work(item)))
            if len(running) == at_once:
                yield await running.popleft()
        while running:
            yield await running.popleft()
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
