"""No server's articles are read or changed through another's id."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.article import Article
from corpus.claims import Claim, Spans, Stance
from corpus.errors import StoreError
from corpus.library.store import Store
from corpus.reading.original import Original

ONE, OTHER = 1_311_400_000_000_000_001, 1_311_400_000_000_000_002

ARTICLE = Article.from_paragraphs(
    "Title", ["The bridge opens on Monday, the mayor said."], url="https://news.example/bridge"
)
CLAIM = Claim(
    content="The bridge opens on Monday",
    source=None,
    role=None,
    relays=(),
    cue="said",
    stance=Stance.ASSERTS,
    quoted=False,
    spans=Spans((), ((38, 42),), ((0, 26),)),
)
ORIGINAL = Original("bridge.txt", "text/plain", b"The bridge")


@pytest.fixture
async def apart(store: Store) -> Store:
    """Return a store in which two servers have loaded the same page."""
    for server in (ONE, OTHER):
        saved = await store.save(server, ARTICLE, [CLAIM], original=ORIGINAL, loaded_by=server)
        assert saved.previous is None
        await store.change_settings(server, {"owner": server})
    return store


async def everything(store: Store, server: int) -> object:
    snapshot = await store.snapshot(server)
    claims = await store.claims(server)
    chosen = await store.claims(server, [ARTICLE.id])
    return (
        (snapshot.revision, snapshot.ids),
        [(article, list(its or ())) for article, its in snapshot.changed],
        [(id_, list(its)) for id_, its in [*claims.items(), *chosen.items()]],
        await store.entries(server),
        await store.original(server, ARTICLE.id),
        await store.settings(server),
        await store.with_original(server, ARTICLE.id),
    )


async def test_removing_in_one_leaves_the_other(apart: Store) -> None:
    before = await everything(apart, OTHER)
    await apart.remove(ONE, ARTICLE.id)
    with pytest.raises(StoreError):
        await apart.article(ONE, ARTICLE.id)
    assert await everything(apart, OTHER) == before


async def test_updating_in_one_leaves_the_other(apart: Store) -> None:
    before = await everything(apart, OTHER)
    await apart.save(ONE, replace(ARTICLE, title="New", author="A. Writer"), [])
    await apart.rename(ONE, ARTICLE.id, "Newer")
    await apart.change_settings(ONE, {"owner": None, "cooldown": 3})
    assert await everything(apart, OTHER) == before


async def test_forgetting_one_leaves_the_other_and_nothing_of_itself(apart: Store) -> None:
    before = await everything(apart, OTHER)
    seen = await apart.revision(ONE)
    await apart.forget(ONE)
    assert await everything(apart, OTHER) == before
    snapshot = await apart.snapshot(ONE)
    assert (snapshot.ids, snapshot.changed) == ((), ())
    assert await apart.settings(ONE) == {}
    assert await apart.original(ONE, ARTICLE.id) is None
    assert snapshot.revision > seen


@pytest.mark.parametrize(
    "known",
    [ARTICLE, replace(ARTICLE, id="other"), replace(ARTICLE, id="other", url=None)],
    ids=["same id", "same page", "same text"],
)
async def test_an_article_of_one_is_not_recognised_in_another(store: Store, known: Article) -> None:
    await store.save(ONE, ARTICLE, [CLAIM])
    saved = await store.save(OTHER, known, [])
    assert (saved.article, saved.previous) == (known, None)
    await store.remove(OTHER, known.id)
    assert list((await store.claims(ONE))[ARTICLE.id]) == [CLAIM]


async def test_a_server_that_loaded_nothing_sees_nothing(apart: Store) -> None:
    assert await apart.entries(0) == []
    assert await apart.claims(0) == {}
    assert await apart.with_original(0, ARTICLE.id) is None
    assert await apart.original(0, ARTICLE.id) is None
    assert (await apart.snapshot(0)).changed == ()
    for refused in (apart.article(0, ARTICLE.id), apart.remove(0, ARTICLE.id)):
        with pytest.raises(StoreError):
            await refused
