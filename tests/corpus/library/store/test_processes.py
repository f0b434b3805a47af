"""Several processes on one database, killed at any moment."""

from __future__ import annotations

import asyncio
import random
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.library.store import Store

LOAD_FOREVER = Path(__file__).with_name("load_forever.py")
KILLS = 4

StartLoading = Callable[[str], Awaitable[Process]]


async def assert_all_whole(store: Store) -> None:
    snapshot = await store.snapshot(1)
    assert len(snapshot.changed) == len(snapshot.ids) == len(await store.entries(1))
    for article, claims in snapshot.changed:
        word = article.title
        length = 40 + int(word.split("-")[1]) % 2
        original = await store.original(1, article.id)
        assert [paragraph.text for paragraph in article.paragraphs] == [word] * length
        assert [(claim.content, claim.cue) for claim in claims or ()] == [(word, word)] * length
        assert original is not None
        assert original.body == word.encode()


@pytest.fixture
async def start_loading(database: str) -> AsyncIterator[StartLoading]:
    """Return a function that starts a process which loads articles, and waits until it has begun."""
    loaders: list[Process] = []

    async def start(name: str) -> Process:
        loader = await asyncio.create_subprocess_exec(
            sys.executable, LOAD_FOREVER, database, name, stdout=PIPE
        )
        loaders.append(loader)
        assert loader.stdout is not None
        assert await loader.stdout.readline() == b"loading\n"
        return loader

    yield start
    for loader in loaders:
        if loader.returncode is None:
            loader.kill()
            await loader.wait()


async def test_an_article_is_whole_or_not_there_however_its_loading_is_killed(
    database: str, start_loading: StartLoading
) -> None:
    starting = (start_loading(f"loader{n}") for n in range(KILLS))
    for loader in await asyncio.gather(*starting):
        await asyncio.sleep(random.uniform(0, 0.05))  # noqa: S311 - any moment will do
        loader.kill()
        await loader.wait()
    store = await Store.open(database)
    await assert_all_whole(store)
    assert len(await store.entries(1)) >= KILLS
    saved = await store.save(1, Article.from_paragraphs("After", ["Still works."]), [])
    assert saved.changed
    await store.close()


async def test_two_processes_write_to_one_database_and_see_each_other(
    database: str, start_loading: StartLoading
) -> None:
    store = await Store.open(database)
    loader = await start_loading("loader")
    seen = await store.revision(1)
    for number in range(10):
        mine = Article.from_paragraphs(f"Mine {number}", [f"Mine {number}"])
        await store.save(1, mine, [], near_equal=False)
    assert await store.revision(1) >= seen + 10
    assert loader.returncode is None
    loader.kill()
    await loader.wait()
    titles = {entry.title for entry in await store.entries(1)}
    assert {f"Mine {number}" for number in range(10)} < titles
    await store.close()
