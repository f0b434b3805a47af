"""Stored values that nobody wrote so: told as such, found by the check, and mended by loading again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import text

from corpus.article import Article
from corpus.errors import DamagedError, StoreError
from corpus.library import Library
from corpus.library.store import Store
from corpus.library.store.soundness import Damage, damages
from corpus.reading import Original

FERRY = Article.from_paragraphs(
    "The ferry stops",
    [
        "The ferry to Hallow Island stops on Monday, harbour master Olga Brandt said.",
        "Some 1,500 islanders will wait for April.",
    ],
    id="ferry",
    captions=["The ferry at its berth"],
)
MARKET = Article.from_paragraphs(
    "The market moves", ["The market moves to the old tram depot in Ellery."], id="market"
)
ORIGINAL = Original("ferry.txt", "text/plain", b"The ferry stops")

ARTICLE_DAMAGES = {
    "captions cut off": "UPDATE article SET captions = '[\"The fer' WHERE id = 'ferry'",
    "captions no list": "UPDATE article SET captions = '5' WHERE id = 'ferry'",
    "no captions": "UPDATE article SET captions = 'null' WHERE id = 'ferry'",
    "no day": "UPDATE article SET published = 'soon' WHERE id = 'ferry'",
    "title of bytes": "UPDATE article SET title = x'ff00' WHERE id = 'ferry'",
    "language of bytes": "UPDATE article SET language = x'ff' WHERE id = 'ferry'",
    "paragraph of bytes": "UPDATE paragraph SET text = x'c3' WHERE article = 'ferry'",
    "paragraph no text": "UPDATE paragraph SET text = cast(x'ffc3' AS TEXT) WHERE article = 'ferry'",
    "number no number": "UPDATE paragraph SET number = 'x' WHERE article = 'ferry' AND number = 2",
    "a number left out": "UPDATE paragraph SET number = 7 WHERE article = 'ferry' AND number = 2",
    "paragraph gone": "DELETE FROM paragraph WHERE article = 'ferry' AND number = 2",
    "all paragraphs gone": "DELETE FROM paragraph WHERE article = 'ferry'",
}
CLAIM_DAMAGES = {
    "claims cut off": "UPDATE claims SET packed = substr(packed, 1, 40) WHERE article = 'ferry'",
    "claims no list": "UPDATE claims SET packed = '3' WHERE article = 'ferry'",
    "claims without fields": "UPDATE claims SET packed = '[{}]' WHERE article = 'ferry'",
    "claims of no stance": 'UPDATE claims SET packed = replace(packed, \'"stance": "\', \'"stance": "z\')',
    "claims of bytes": "UPDATE claims SET packed = x'00ff' WHERE article = 'ferry'",
}


@pytest.fixture
async def library(sqlite: str) -> AsyncIterator[Library]:
    store = await Store.open(sqlite)
    library = Library(store)
    await library.add(1, FERRY, original=ORIGINAL)
    await library.add(2, MARKET)
    yield library
    await store.close()


async def damage(library: Library, statement: str, **values: str | bytes) -> None:
    async with library.store.writing() as connection:
        await connection.execute(text(statement), values)


async def damages_in(library: Library) -> list[Damage]:
    return [each async for each in damages(library.store)]


def by_name(damages: dict[str, str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("statement", damages.values(), ids=damages)


@by_name(ARTICLE_DAMAGES)
async def test_a_damaged_article_is_told_as_such_and_other_servers_go_on(
    library: Library, statement: str
) -> None:
    await damage(library, statement)
    with pytest.raises(DamagedError, match="doctor"):
        await library.article(1, "ferry")
    with pytest.raises(DamagedError, match="doctor"):
        await library.ask(1, "When does the ferry stop?")
    assert await library.article(2, "market") == MARKET
    assert (await library.ask(2, "Where does the market move?")).answered


@by_name(ARTICLE_DAMAGES)
async def test_a_damaged_article_is_found_by_the_check(library: Library, statement: str) -> None:
    assert await damages_in(library) == []
    await damage(library, statement)
    assert await damages_in(library) == [Damage(1, "ferry")]


@by_name(ARTICLE_DAMAGES | CLAIM_DAMAGES)
async def test_a_damaged_article_is_mended_by_loading_it_again(
    library: Library, statement: str
) -> None:
    await damage(library, statement)
    saved = await library.add(1, FERRY, original=ORIGINAL)
    assert saved.article == FERRY
    assert await library.article(1, "ferry") == FERRY
    assert (await library.ask(1, "When does the ferry stop?")).answered
    assert await damages_in(library) == []


@by_name(ARTICLE_DAMAGES | CLAIM_DAMAGES)
async def test_a_damaged_article_can_be_removed(library: Library, statement: str) -> None:
    await damage(library, statement)
    assert "ferry" in await library.article_ids(1)
    removed = await library.remove(1, "ferry")
    assert removed in (None, FERRY)
    assert await library.article_ids(1) == []
    assert not (await library.ask(1, "When does the ferry stop?")).answered


@by_name(CLAIM_DAMAGES)
async def test_damaged_claims_are_never_shown_as_the_articles_own_voice(
    library: Library, statement: str
) -> None:
    await damage(library, statement)
    assert await damages_in(library) == [Damage(1, "ferry")]
    with pytest.raises(DamagedError, match="doctor"):
        await library.ask(1, "When does the ferry stop?")


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("UPDATE article SET loaded_at = 'long ago'", lambda store: store.entries(1)),
        ("UPDATE server SET settings = '{\"a\": '", lambda store: store.settings(1)),
        ("UPDATE server SET settings = '[1]'", lambda store: store.settings(1)),
        ("UPDATE server SET revision = 'x'", lambda store: store.revision(1)),
        ("UPDATE original SET body = 'text'", lambda store: store.original(1, "ferry")),
        ("UPDATE original SET name = x'ff'", lambda store: store.original(1, "ferry")),
    ],
)
async def test_any_other_value_that_is_none_of_its_kind_is_told_as_damaged(
    library: Library, statement: str, read: Callable[[Store], Awaitable[Any]]
) -> None:
    await read(library.store)
    await damage(library, statement)
    with pytest.raises(DamagedError, match="doctor"):
        await read(library.store)
    assert Damage(1, "ferry" if "server" not in statement else None) in await damages_in(library)


@pytest.mark.parametrize("signature", ["text", b"\x01\x02", b""])
async def test_a_damaged_signature_does_not_keep_others_from_being_loaded(
    library: Library, signature: str | bytes
) -> None:
    await damage(library, "UPDATE article SET signature = :bad", bad=signature)
    assert (await library.add(1, MARKET)).outcome == "added"


async def test_a_damaged_count_of_changes_keeps_nothing_from_being_told(library: Library) -> None:
    await damage(library, "UPDATE server SET revision = 'x' WHERE id = 1")
    with pytest.raises(DamagedError):
        await library.add(1, MARKET)


async def test_tables_of_another_make_are_told_as_such(database: str) -> None:
    store = await Store.open(database)
    async with store.writing() as connection:
        await connection.execute(text("DROP TABLE claims"))
    with pytest.raises(StoreError, match="tables are not those"):
        await store.claims(1)
    await store.close()


async def test_a_database_whose_version_has_gone_is_told_as_such(database: str) -> None:
    store = await Store.open(database)
    async with store.writing() as connection:
        await connection.execute(text("DELETE FROM alembic_version"))
    await store.close()
    with pytest.raises(StoreError, match="tables are not those"):
        await Store.open(database)


@pytest.mark.parametrize("version", ["{}", "5", '{"paragraphs": [{}]}', "{"])
async def test_a_damaged_earlier_version_is_told_as_such(library: Library, version: str) -> None:
    later = Article.from_paragraphs(FERRY.title, ["The ferry sails again."], id=FERRY.id)
    await library.add(1, later)
    assert await library.store.previous(1, "ferry") == (FERRY, ORIGINAL)
    await damage(library, "UPDATE previous SET version = :bad", bad=version)
    with pytest.raises(DamagedError, match="doctor"):
        await library.store.previous(1, "ferry")
    assert await damages_in(library) == [Damage(1, "ferry")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE words SET cut = x'0102'",
        "UPDATE words SET cut = x''",
        "UPDATE words SET cut = cast('{}' || char(10) AS BLOB)",
        "UPDATE words SET cut = substr(cut, 1, length(cut) - 9)",
        "UPDATE words SET cut = cast(replace(cut, 'ferri', 'ferrx') AS BLOB)",
        "UPDATE words SET cut = 'text'",
        "DELETE FROM words",
    ],
)
async def test_words_that_are_damaged_or_gone_are_written_anew(
    library: Library, statement: str
) -> None:
    before = (await library.store.snapshot(1)).words
    asked = await library.ask(1, "When does the ferry stop?")
    await damage(library, statement)
    again = Library(library.store)
    assert await again.ask(1, "When does the ferry stop?") == asked
    assert (await library.store.snapshot(1)).words == before
    assert await library.store.revision(1) == 1


async def test_claims_that_are_gone_are_found_anew(library: Library) -> None:
    before = list((await library.claims(1))["ferry"])
    await damage(library, "DELETE FROM claims")
    assert list((await library.claims(1))["ferry"]) == []
    asked = await library.ask(1, "When does the ferry stop?")
    assert [claim.source for claim in asked.passages[0].claims] == ["Olga Brandt"]
    await library.find_claims_anew(1, "ferry")
    assert list((await library.claims(1))["ferry"]) == before
