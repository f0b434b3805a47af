"""A library goes into a file and comes out the same; a hostile file changes nothing."""

from __future__ import annotations

import gzip
import json
import random
from base64 import b64encode
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article, Paragraph
from corpus.errors import CorpusError
from corpus.library import Library
from corpus.library.archive import Imported, export_library, import_library
from corpus.library.store import Store
from corpus.reading.limits import MAX_BYTES
from corpus.reading.original import Original

ARTICLES = [
    Article.from_paragraphs(
        "Bridge opens",
        ["The bridge opens on Monday, the mayor said.", "It is 80 metres long."],
        url="https://news.example/bridge",
        author="Ida Holm",
        published=date(2025, 3, 1),
        language="en",
        captions=["The bridge"],
    ),
    Article.from_paragraphs("Fähre fährt", ["Die Fähre fährt wieder — täglich. 🚢"]),
]
ORIGINAL = Original("bridge.html", "text/html", bytes(range(256)))


@pytest.fixture
async def library(database: str) -> AsyncIterator[Library]:
    store = await Store.open(database)
    yield Library(store)
    await store.close()


@pytest.fixture
async def on_sqlite(sqlite: str) -> AsyncIterator[Library]:
    store = await Store.open(sqlite)
    yield Library(store)
    await store.close()


async def whole(library: Library, server: int) -> object:
    snapshot = await library.store.snapshot(server)
    return (
        [(article, list(claims or ())) for article, claims in snapshot.changed],
        [await library.store.original(server, id_) for id_ in snapshot.ids],
        await library.store.settings(server),
    )


async def fill(library: Library, server: int) -> None:
    await library.add(server, ARTICLES[0], original=ORIGINAL, loaded_by=7)
    await library.add(server, ARTICLES[1])
    await library.store.change_settings(server, {"cooldown": 5, "note": "\ud83d"})


def files_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.is_file()]


async def test_a_library_comes_out_of_its_file_as_it_went_in(
    library: Library, tmp_path: Path
) -> None:
    await fill(library, 1)
    assert await export_library(library.store, 1, tmp_path / "library.gz") == 2
    seen: list[tuple[int, int]] = []
    imported = await import_library(
        library, 2, tmp_path / "library.gz", loaded_by=9, progress=lambda *done: seen.append(done)
    )
    assert imported == Imported(added=2, updated=0, unchanged=0)
    assert seen == [(1, 2), (2, 2)]
    assert await whole(library, 2) == await whole(library, 1)
    assert [entry.loaded_by for entry in await library.articles(2)] == [9, 9]
    assert files_in(tmp_path) == ["library.gz"]


async def test_an_empty_library_can_be_exported_and_imported(
    library: Library, tmp_path: Path
) -> None:
    assert await export_library(library.store, 1, tmp_path / "library.gz") == 0
    assert await import_library(library, 2, tmp_path / "library.gz") == Imported(0, 0, 0)


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
links = st.builds("https://news.example/{}".format, st.integers(0, 9))
paragraphs = st.lists(st.tuples(words, st.none() | words, st.booleans()), max_size=3).map(
    lambda rows: tuple(Paragraph(n, *row) for n, row in enumerate(rows, start=1))
)
libraries = st.lists(
    st.tuples(
        st.builds(
            Article,
            id=words.filter(bool),
            title=words,
            paragraphs=paragraphs,
            url=st.none() | links,
            author=st.none() | words,
            publisher=st.none() | words,
            published=st.none() | st.dates(),
            language=st.none() | words,
            captions=st.lists(words, max_size=2).map(tuple),
        ),
        st.none() | st.builds(Original, words, words, st.binary(max_size=100)),
    ),
    max_size=4,
)
servers = count(1000, step=2)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(articles=libraries)
async def test_any_library_comes_out_of_its_file_as_it_went_in(
    on_sqlite: Library, tmp_path: Path, articles: list[tuple[Article, Original | None]]
) -> None:
    server = next(servers)
    for article, original in articles:
        await on_sqlite.add(server, article, original=original)
    number = await export_library(on_sqlite.store, server, tmp_path / "library.gz")
    imported = await import_library(on_sqlite, server + 1, tmp_path / "library.gz")
    assert imported.added == number
    assert await whole(on_sqlite, server + 1) == await whole(on_sqlite, server)


async def test_importing_again_finds_everything_there(on_sqlite: Library, tmp_path: Path) -> None:
    await fill(on_sqlite, 1)
    await export_library(on_sqlite.store, 1, tmp_path / "library.gz")
    before = await whole(on_sqlite, 1)
    imported = await import_library(on_sqlite, 1, tmp_path / "library.gz")
    assert imported == Imported(added=0, updated=0, unchanged=2)
    assert await whole(on_sqlite, 1) == before


async def test_an_import_cut_off_is_completed_by_the_next(
    on_sqlite: Library, tmp_path: Path
) -> None:
    await fill(on_sqlite, 1)
    await export_library(on_sqlite.store, 1, tmp_path / "library.gz")

    def cut_off(*_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await import_library(on_sqlite, 2, tmp_path / "library.gz", progress=cut_off)
    assert len(await on_sqlite.articles(2)) == 1
    imported = await import_library(on_sqlite, 2, tmp_path / "library.gz")
    assert imported == Imported(added=1, updated=0, unchanged=1)
    assert await whole(on_sqlite, 2) == await whole(on_sqlite, 1)


async def test_an_import_adds_to_what_is_there_and_leaves_its_settings(
    on_sqlite: Library, tmp_path: Path
) -> None:
    await fill(on_sqlite, 1)
    await export_library(on_sqlite.store, 1, tmp_path / "library.gz")
    own = Article.from_paragraphs("Own", ["Our own article."])
    older = replace(ARTICLES[0], id="older", title="Bridge to open")
    for article in (own, older):
        await on_sqlite.add(2, article)
    await on_sqlite.store.change_settings(2, {"cooldown": 1})
    imported = await import_library(on_sqlite, 2, tmp_path / "library.gz")
    assert imported == Imported(added=1, updated=1, unchanged=0)
    assert [e.title for e in await on_sqlite.articles(2)] == ["Own", "Bridge opens", "Fähre fährt"]
    assert await on_sqlite.store.settings(2) == {"cooldown": 1}


async def test_a_failed_export_leaves_no_file_and_the_old_one_alone(
    on_sqlite: Library, tmp_path: Path
) -> None:
    with pytest.raises(CorpusError, match="cannot be written"):
        await export_library(on_sqlite.store, 1, tmp_path / "nowhere" / "library.gz")
    (tmp_path / "folder.gz").mkdir()
    with pytest.raises(CorpusError, match="cannot be written"):
        await export_library(on_sqlite.store, 1, tmp_path / "folder.gz")
    assert files_in(tmp_path) == []


HEADER: dict[str, Any] = {"format": "sources-say library", "version": 1, "settings": {"a": 1}}
RECORD: dict[str, Any] = {
    "id": "a",
    "title": "Title",
    "url": None,
    "author": None,
    "publisher": None,
    "published": None,
    "language": None,
    "captions": [],
    "paragraphs": [{"text": "Text.", "heading": None, "continues_quote": False}],
    "original": None,
}
PARAGRAPH = RECORD["paragraphs"][0]
WITH_ORIGINAL = {**RECORD, "original": {"name": "a", "media_type": "text/plain"}}


def noise(size: int) -> bytes:
    """Return bytes that do not pack, in base64."""
    return b64encode(random.Random(1).randbytes(size))  # noqa: S311 - no secret


def packed(*lines: object) -> bytes:
    """Pack lines as an export would; bytes as they are, all else as JSON."""
    return gzip.compress(
        b"".join(x if isinstance(x, bytes) else json.dumps(x).encode() + b"\n" for x in lines)
    )


HOSTILE = {
    "empty": b"",
    "no gzip": b"PK\x03\x04 and so on",
    "cut off": packed(HEADER, RECORD)[:-20],
    "damaged": packed(HEADER, RECORD)[:40] + b"\0" * 30,
    "nothing in it": packed(),
    "another format": packed({**HEADER, "format": "other"}),
    "a newer version": packed({**HEADER, "version": 2}),
    "settings that are a list": packed({**HEADER, "settings": []}),
    "no JSON": packed(HEADER, b"not JSON\n"),
    "no UTF-8": packed(HEADER, b'"\xff\xfe\xfd"\n'),
    "a list": packed(HEADER, [RECORD]),
    "deep nesting": packed(HEADER, b"[" * 200_000 + b"\n"),
    "a long number": packed(HEADER, b"9" * 10_000 + b"\n"),
    "no original after all": packed(HEADER, WITH_ORIGINAL, RECORD),
    "no base64": packed(HEADER, WITH_ORIGINAL, b"!!!!\n"),
    "an article too long": packed(
        HEADER, {**RECORD, "paragraphs": [{**PARAGRAPH, "text": "a b " * 200_000}]}
    ),
    "too many paragraphs": packed(HEADER, {**RECORD, "paragraphs": [PARAGRAPH] * 6000}),
    "too many captions": packed(HEADER, {**RECORD, "captions": ["c"] * 300}),
    "an id too long": packed(HEADER, {**RECORD, "id": "a" * 300}),
    "no id": packed(HEADER, {**RECORD, "id": ""}),
    "NUL": packed(HEADER, {**RECORD, "title": "\0"}),
    "half a surrogate pair": packed(HEADER, {**RECORD, "title": "\ud83d"}),
    "no such day": packed(HEADER, {**RECORD, "published": "2024-02-30"}),
    "a bomb": packed(HEADER, b" " * 50_000_000),
    "a bomb of lines": packed(HEADER, *[b" \n" * 1000] * 5000),
    "a bomb of originals": packed(HEADER, *[WITH_ORIGINAL, b"A" * MAX_BYTES + b"\n"] * 3),
    "a line too long": packed(HEADER, b'"' + noise(8_000_000) + b'"\n'),
    "an original too long": packed(HEADER, WITH_ORIGINAL, noise(MAX_BYTES + 100) + b"\n"),
} | {
    f"{name} that is {value!r}": packed(HEADER, {**RECORD, name: value})
    for name, value in [
        ("id", 1),
        ("title", None),
        ("url", ["https://news.example"]),
        ("author", {}),
        ("published", 20240101),
        ("captions", "caption"),
        ("captions", [1]),
        ("paragraphs", None),
        ("paragraphs", ["text"]),
        ("paragraphs", [{**PARAGRAPH, "text": 1}]),
        ("paragraphs", [{**PARAGRAPH, "continues_quote": 1}]),
        ("original", "a"),
        ("original", {"name": "a"}),
    ]
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
async def test_a_hostile_file_changes_nothing(
    on_sqlite: Library, tmp_path: Path, hostile: bytes
) -> None:
    file = tmp_path / "library.gz"
    file.write_bytes(hostile)
    with pytest.raises(CorpusError) as refused:
        await import_library(on_sqlite, 1, file)
    assert str(refused.value).endswith(".")
    assert await on_sqlite.articles(1) == []
    assert await on_sqlite.store.settings(1) == {}


async def test_a_good_article_before_a_bad_one_is_not_stored(
    on_sqlite: Library, tmp_path: Path
) -> None:
    file = tmp_path / "library.gz"
    file.write_bytes(packed(HEADER, RECORD, {**RECORD, "id": 2}))
    with pytest.raises(CorpusError):
        await import_library(on_sqlite, 1, file)
    assert await on_sqlite.articles(1) == []


async def test_a_link_to_anything_but_the_web_is_left_out(
    on_sqlite: Library, tmp_path: Path
) -> None:
    file = tmp_path / "library.gz"
    file.write_bytes(packed(HEADER, {**RECORD, "url": "javascript:alert(1)"}))
    await import_library(on_sqlite, 1, file)
    assert [entry.url for entry in await on_sqlite.articles(1)] == [None]


async def test_a_file_that_is_not_there_is_named(on_sqlite: Library, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"nowhere\.gz cannot be read"):
        await import_library(on_sqlite, 1, tmp_path / "nowhere.gz")


async def test_words_put_into_mouths_by_the_file_are_not_taken_over(
    on_sqlite: Library, tmp_path: Path
) -> None:
    claim = {"content": "Text.", "source": "Somebody", "cue": "said", "stance": "asserts"}
    file = tmp_path / "library.gz"
    file.write_bytes(packed(HEADER, {**RECORD, "claims": [claim]}))
    await import_library(on_sqlite, 1, file)
    assert [list(claims) for claims in (await on_sqlite.claims(1)).values()] == [[]]
