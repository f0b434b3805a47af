"""Work that must come to its end before its caller may leave.

A thread cannot be stopped, and a database driver that is stopped within a statement may keep its
transaction, and SQLite's one lock with it. Both are short, so whoever is cancelled waits for them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


async def finish(work: Awaitable[T]) -> T:
    """Await work to its end, even when cancelled meanwhile; the cancellation takes effect after it."""
    running = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(running)
    except asyncio.CancelledError:
        await asyncio.wait([running])
        if not running.cancelled():
            running.exception()  # marks a failure as seen: there is nobody left to tell
        raise


def finishing(function: Callable[P, Awaitable[T]]) -> Callable[P, Coroutine[Any, Any, T]]:
    """Let every call of a coroutine function come to its end, as `finish` does."""

    @wraps(function)
    async def finished(*arguments: P.args, **named: P.kwargs) -> T:
        return await finish(function(*arguments, **named))

    return finished
