"""Several processes on one database, killed at any moment."""

from __future__ import annotations

import asyncio
import random
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

from corpus.article import Article
from corpus.store import Store

LOAD_FOREVER = Path(__file__).with_name("load_forever.py")
KILLS = 4


async def assert_all_whole(store: Store) -> None:
    snapshot = await store.snapshot(1)
    assert len(snapshot.changed) == len(snapshot.ids) == len(await store.entries(1))
    for article, claims in snapshot.changed:
        word = article.title
        length = 40 + int(word.split("-")[1]) % 2
        original = await store.original(1, article.id)
        assert [paragraph.text for paragraph in article.paragraphs] == [word] * length
        assert [(claim.content, claim.cue) for claim in claims] == [(word, word)] * length
        assert original is not None
        assert original.body == word.encode()


async def start_loading(database: str, name: str) -> Process:
    """Start a process that loads articles without end, and wait until it has begun."""
    loader = await asyncio.create_subprocess_exec(
        sys.executable, LOAD_FOREVER, database, name, stdout=PIPE
    )
    assert loader.stdout is not None
    assert await loader.stdout.readline() == b"loading\n"
    return loader


async def test_an_article_is_whole_or_not_there_however_its_loading_is_killed(
    database: str,
) -> None:
    starting = (start_loading(database, f"loader{n}") for n in range(KILLS))
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


async def test_two_processes_write_to_one_database_and_see_each_other(database: str) -> None:
    store = await Store.open(database)
    loader = await start_loading(database, "loader")
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
