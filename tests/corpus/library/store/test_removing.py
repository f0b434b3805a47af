"""A removed article is kept a day, and comes back as it was."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text, update

from corpus.article import Article, Paragraph
from corpus.errors import DamagedError, StoreError
from corpus.library import Library
from corpus.library.archive.exporting import export_library
from corpus.library.store import Store, departures, removing
from corpus.library.store.tables import removed
from corpus.reading import Original
from tests.corpus.library.store.test_versions import FIRST, PAGE, SECOND

OTHER = Article.from_paragraphs("The kiln", ["The kiln of Marsh Lane burns again."], id="kiln")


@pytest.fixture
async def library(store: Store) -> Library:
    """Two servers with the same two articles; the first of them was updated once."""
    library = Library(store)
    for server in (1, 2):
        await library.add(server, FIRST, original=PAGE, loaded_by=7)
        await library.add(server, SECOND, loaded_by=8)
        await library.add(server, OTHER)
    return library


async def everything(store: Store, server: int = 1) -> object:
    """All that can be seen of a server's library, but for the number of its changes."""
    snapshot = await store.snapshot(server)
    claims = [list(claims or ()) for _, claims in snapshot.changed]
    return (
        await store.entries(server),
        [article for article, _ in snapshot.changed],
        claims,
        snapshot.words,
        [await store.original(server, id_) for id_ in snapshot.ids],
        [await store.previous(server, id_) for id_ in snapshot.ids],
        await store.settings(server),
    )


async def grow_old(store: Store, age: timedelta) -> None:
    """Let all that was removed have been removed so long ago."""
    async with store.writing() as connection:
        await connection.execute(update(removed).values(removed_at=datetime.now(UTC) - age))


async def kept_at_all(store: Store) -> int:
    async with store.reading() as connection:
        return int(await connection.scalar(text("SELECT count(*) FROM removed")) or 0)


async def test_it_comes_back_as_it_was_in_its_old_place(library: Library) -> None:
    store = library.store
    before, revision = await everything(store), await store.revision(1)
    assert (await library.ask(1, "When does the ferry stop?")).answered
    assert await library.remove(1, "ferry", beside={"channels": {"5": ["ferry"]}}) == SECOND
    assert not (await library.ask(1, "When does the ferry stop?")).answered
    (entry,) = await store.removed(1)
    assert (entry.id, entry.title) == ("ferry", SECOND.title)
    back = await library.bring_back(1, "ferry")
    assert (back.article, back.beside) == (SECOND, {"channels": {"5": ["ferry"]}})
    assert await everything(store) == before
    assert await store.revision(1) > revision
    assert (await library.ask(1, "When does the ferry stop?")).answered
    assert await store.removed(1) == []


async def test_it_is_kept_over_a_restart(database: str) -> None:
    store = await Store.open(database)
    await store.save(1, FIRST, (), original=PAGE)
    await store.remove(1, "ferry")
    await store.close()
    store = await Store.open(database)
    assert (await store.bring_back(1, "ferry")).article == FIRST
    assert await store.original(1, "ferry") == PAGE
    await store.close()


async def test_it_is_no_other_servers(library: Library) -> None:
    await library.remove(1, "ferry")
    assert await library.store.removed(2) == []
    with pytest.raises(StoreError, match="no removed article ferry"):
        await library.bring_back(2, "ferry")
    assert await library.article_ids(2) == ["ferry", "kiln"]


async def test_after_a_day_it_is_gone(library: Library) -> None:
    await library.remove(1, "ferry")
    await grow_old(library.store, timedelta(hours=23))
    await library.store.purge_removed()
    assert len(await library.store.removed(1)) == 1
    await grow_old(library.store, timedelta(hours=25))
    assert await library.store.removed(1) == []
    with pytest.raises(StoreError, match="for a day"):
        await library.bring_back(1, "ferry")
    await library.store.purge_removed()
    assert await kept_at_all(library.store) == 0


@pytest.mark.parametrize("end", ["forgotten", "left"])
async def test_it_goes_at_once_with_its_server(library: Library, end: str) -> None:
    await library.remove(1, "ferry")
    await library.remove(2, "ferry")
    if end == "forgotten":
        await library.store.forget(1)
    else:
        await departures.note(library.store, 1, datetime.now(UTC))
    assert await kept_at_all(library.store) == 1
    assert [entry.id for entry in await library.store.removed(2)] == ["ferry"]


async def test_an_exported_library_has_nothing_of_it(library: Library, tmp_path: Path) -> None:
    await library.remove(1, "ferry")
    await export_library(library.store, 1, tmp_path / "with.jsonl.gz")
    await grow_old(library.store, timedelta(days=2))
    await library.store.purge_removed()
    await export_library(library.store, 1, tmp_path / "without.jsonl.gz")
    with_it, without = (
        gzip.decompress((tmp_path / f"{name}.jsonl.gz").read_bytes())
        for name in ("with", "without")
    )
    assert with_it == without
    assert b"kiln" in with_it
    assert b"ferry" not in with_it


SAME = {
    "the same id": replace(OTHER, id="ferry"),
    "the same page": replace(OTHER, id="another", url=FIRST.url),
    "the same text": replace(FIRST, id="another", url=None),
}


@pytest.mark.parametrize("anew", SAME.values(), ids=SAME)
async def test_what_was_loaded_anew_meanwhile_stays(store: Store, anew: Article) -> None:
    await store.save(1, FIRST, ())
    await store.remove(1, "ferry")
    await store.save(1, anew, ())
    with pytest.raises(StoreError, match="loaded anew since it was removed"):
        await store.bring_back(1, "ferry")
    assert await store.article(1, anew.id) == anew
    await store.remove(1, anew.id)
    if anew.id != "ferry":
        assert (await store.bring_back(1, "ferry")).article == FIRST


async def test_what_was_removed_twice_comes_back_as_it_was_last(store: Store) -> None:
    for article in (FIRST, OTHER):
        await store.save(1, replace(article, id="ferry"), ())
        await store.remove(1, "ferry")
    assert (await store.bring_back(1, "ferry")).article.title == OTHER.title


async def test_only_the_last_removed_are_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removing, "MOST_KEPT", 2)
    for number, word in enumerate(("kiln", "anvil", "loom")):
        article = Article.from_paragraphs(word, [f"The {word} of row {number} is sold."], id=word)
        await store.save(1, article, ())
        await store.remove(1, word)
    assert [entry.id for entry in await store.removed(1)] == ["loom", "anvil"]


async def test_what_is_damaged_while_it_is_kept_is_told_as_such(library: Library) -> None:
    await library.remove(1, "ferry")
    async with library.store.writing() as connection:
        await connection.execute(update(removed).values(packed=b"\x00rubbish"))
    with pytest.raises(DamagedError):
        await library.bring_back(1, "ferry")


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1)
articles = st.builds(
    Article,
    id=st.just("any"),
    title=texts,
    paragraphs=st.lists(texts, min_size=1, max_size=4).map(
        lambda them: tuple(Paragraph(number, each) for number, each in enumerate(them, start=1))
    ),
    url=st.none() | st.just("https://news.example/any"),
    published=st.none() | st.dates(),
    captions=st.lists(texts, max_size=2).map(tuple),
)


@given(article=articles, body=st.none() | st.binary())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_any_article_comes_back_to_the_letter(
    store: Store, article: Article, body: bytes | None
) -> None:
    original = Original("any.txt", "text/plain", body) if body is not None else None
    await store.forget(3)
    await store.save(3, article, (), original=original)
    before = await everything(store, 3)
    await store.remove(3, "any")
    await store.bring_back(3, "any")
    assert await everything(store, 3) == before
