"""A row of work on several cores: in order, bounded, and nothing left running."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.library.work_ahead import work_ahead


async def each(numbers: list[int]) -> AsyncIterator[int]:
    for number in numbers:
        yield number


@given(st.lists(st.integers(0, 3), max_size=12), st.integers(1, 5))
def test_results_keep_the_items_order_and_few_run_at_once(numbers: list[int], most: int) -> None:
    running: set[asyncio.Task[object] | None] = set()
    widths = []

    async def work(number: int) -> int:
        running.add(asyncio.current_task())
        widths.append(len(running))
        for _ in range(number):
            await asyncio.sleep(0)
        running.discard(asyncio.current_task())
        return number

    async def all_results() -> list[int]:
        return [result async for result in work_ahead(each(numbers), work, most)]

    assert asyncio.run(all_results()) == numbers
    assert max(widths, default=0) <= most


async def test_a_failure_comes_in_its_turn_and_ends_what_has_begun() -> None:
    cancelled = []

    async def work(number: int) -> int:
        if number == 1:
            raise ValueError(number)
        try:
            if number != 0:
                await asyncio.Event().wait()  # for ever
        except asyncio.CancelledError:
            cancelled.append(number)
            raise
        return number

    results = work_ahead(each([0, 1, 2]), work, 3)
    assert await anext(results) == 0
    with pytest.raises(ValueError, match="1"):
        await anext(results)
    assert cancelled == [2]
