from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from corpus.library.store import Store


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    opened = await Store.open(database)
    yield opened
    await opened.close()
