"""Work comes to its end before a cancelled caller leaves."""

from __future__ import annotations

import asyncio

import pytest

from corpus.library.cancellation import finish, finishing


async def test_work_gives_its_result_or_its_failure() -> None:
    async def divide(number: int) -> float:
        return 1 / number

    assert await finish(divide(2)) == 0.5
    assert await finishing(divide)(4) == 0.25
    with pytest.raises(ZeroDivisionError):
        await finish(divide(0))


@pytest.mark.parametrize("fails", [False, True])
async def test_who_is_cancelled_leaves_when_the_work_is_done(*, fails: bool) -> None:
    begun, may_end, done = asyncio.Event(), asyncio.Event(), []

    @finishing
    async def work() -> None:
        begun.set()
        await may_end.wait()
        done.append("done")
        if fails:
            raise ValueError

    caller = asyncio.create_task(work())
    await begun.wait()
    caller.cancel()
    for _ in range(10):  # turns of the event loop: enough for a cancellation that goes through
        await asyncio.sleep(0)
    assert not caller.done()
    may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert done == ["done"]
