"""Claims that another version of the finder found are found anew, and nothing else changes."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from corpus import find_claims
from corpus.article import Article
from corpus.library import Library
from corpus.library.archive import export_library, import_library
from corpus.library.store import Store, outdated_claims
from corpus.library.store.tables import claims
from corpus.reading import Original

TRAMS = Article.from_paragraphs(
    "Trams return",
    ["Trams will run again from May, the transport office said.", "Marta Lund doubts that."],
    id="trams",
)
OTTERS = Article.from_paragraphs(
    "Otters", ["Seven otters live in the canal, said Bo Aas of the nature society."], id="otters"
)
PAGE = Original("trams.html", "text/html", b"<p>Trams</p>")
HOW_MANY = "How many otters live in the canal?"


async def make_outdated(
    store: Store, article_ids: Collection[str], finder: str | None = "older"
) -> None:
    """Make claims such as an older version may have left: none at all."""
    async with store.writing() as connection:
        await connection.execute(
            update(claims)
            .where(claims.c.article.in_(article_ids))
            .values(packed="[]", finder=finder)
        )


async def claims_of(store: Store, server: int, article: Article) -> list[object]:
    return list((await store.claims(server))[article.id])


@pytest.mark.parametrize("finder", [None, "older"])
async def test_claims_of_another_finder_are_found_anew(store: Store, finder: str | None) -> None:
    library = Library(store)
    for server, article in ((1, TRAMS), (1, OTTERS), (2, OTTERS)):
        await library.add(server, article)
    assert await outdated_claims.listed(store) == []
    await make_outdated(store, [OTTERS.id], finder)
    assert await outdated_claims.listed(store) == [(1, OTTERS.id), (2, OTTERS.id)]
    await library.find_claims_anew(1, OTTERS.id)
    assert await outdated_claims.listed(store) == [(2, OTTERS.id)]
    assert await claims_of(store, 1, OTTERS) == find_claims(OTTERS.text) != []
    assert await claims_of(store, 2, OTTERS) == []


async def test_all_else_of_an_article_stays(store: Store) -> None:
    library = Library(store)
    await library.add(1, replace(TRAMS, title="Trams"), original=PAGE)
    await library.add(1, TRAMS, original=replace(PAGE, body=b"<p>Trams return</p>"), loaded_by=7)
    await library.add(1, OTTERS)
    await store.rename(1, TRAMS.id, "Trams, at last")
    await make_outdated(store, [TRAMS.id])

    async def everything() -> list[object]:
        return [
            await store.entries(1),
            await store.article(1, TRAMS.id),
            await store.original(1, TRAMS.id),
            await store.previous(1, TRAMS.id),
            (await store.snapshot(1)).words,
        ]

    before = await everything()
    await library.find_claims_anew(1, TRAMS.id)
    assert await claims_of(store, 1, TRAMS) == find_claims(TRAMS.text)
    assert await everything() == before


async def test_what_is_in_memory_is_brought_up_to_date(store: Store) -> None:
    asked, working = Library(store), Library(store)
    await asked.add(1, OTTERS)
    await make_outdated(store, [OTTERS.id])
    assert not (await asked.ask(1, HOW_MANY)).passages[0].claims
    await working.find_claims_anew(1, OTTERS.id)
    (claim,) = (await asked.ask(1, HOW_MANY)).passages[0].claims
    assert claim.source == "Bo Aas"


async def test_two_at_once_do_no_harm_and_what_is_done_is_not_done_again(store: Store) -> None:
    library, other = Library(store), Library(store)
    await library.add(1, OTTERS)
    await make_outdated(store, [OTTERS.id])
    await asyncio.gather(*(each.find_claims_anew(1, OTTERS.id) for each in (library, other)))
    assert await claims_of(store, 1, OTTERS) == find_claims(OTTERS.text)
    revision = await store.revision(1)
    await other.find_claims_anew(1, OTTERS.id)
    assert await store.revision(1) == revision


async def test_claims_of_a_text_that_has_changed_meanwhile_are_not_stored(store: Store) -> None:
    library = Library(store)
    await library.add(1, OTTERS)
    await library.add(1, replace(OTTERS, paragraphs=TRAMS.paragraphs))
    found = await claims_of(store, 1, OTTERS)
    await outdated_claims.replace(store, 1, OTTERS, find_claims(OTTERS.text))
    assert await claims_of(store, 1, OTTERS) == found == find_claims(TRAMS.text)


async def test_an_article_that_is_gone_or_another_servers_is_left_alone(store: Store) -> None:
    library = Library(store)
    await library.add(1, OTTERS)
    await make_outdated(store, [OTTERS.id])
    await library.find_claims_anew(2, OTTERS.id)
    await outdated_claims.replace(store, 2, OTTERS, [])
    assert await outdated_claims.listed(store) == [(1, OTTERS.id)]
    await library.remove(1, OTTERS.id)
    await library.find_claims_anew(1, OTTERS.id)
    await outdated_claims.replace(store, 1, OTTERS, [])
    assert await outdated_claims.listed(store) == []
    assert await store.entries(1) == []


async def test_an_exported_library_comes_back_with_claims_of_todays_finder(
    store: Store, tmp_path: Path
) -> None:
    library = Library(store)
    await library.add(1, OTTERS)
    await make_outdated(store, [OTTERS.id])
    await export_library(store, 1, tmp_path / "library.jsonl.gz")
    await import_library(library, 2, tmp_path / "library.jsonl.gz")
    assert await outdated_claims.listed(store) == [(1, OTTERS.id)]
    assert await claims_of(store, 2, OTTERS) == find_claims(OTTERS.text)
