"""The version before an update is kept, until the next update or the article's end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.article import Article, Paragraph
from corpus.library.store import Store
from corpus.reading import Original

FIRST = Article(
    id="ferry",
    title="Ferry “Ä” 🚢 stops",
    paragraphs=(
        Paragraph(1, "The ferry stops on Monday.", heading="Winter"),
        Paragraph(2, "It sails again in April.", continues_quote=True),
    ),
    url="https://news.example/ferry",
    author="Ida Holm",
    publisher="The Island Post",
    published=date(2024, 11, 5),
    language="en",
    captions=("The quay", "A gull"),
)
SECOND = replace(FIRST, title="Ferry stays", published=None, captions=())
THIRD = Article.from_paragraphs("Ferry sold", ["It was sold on Friday."], id="ferry")
PAGE = Original("ferry.html", "text/html", b"<p>\x00\xff</p>")


async def test_what_an_update_replaced_is_kept_whole(database: str) -> None:
    store = await Store.open(database)
    await store.save(1, FIRST, (), original=PAGE)
    assert await store.previous(1, "ferry") is None
    await store.save(1, SECOND, ())
    assert await store.previous(1, "ferry") == (FIRST, PAGE)
    await store.save(1, THIRD, (), original=PAGE)
    assert await store.previous(1, "ferry") == (SECOND, None)
    await store.close()


async def test_the_same_again_keeps_the_version_before(database: str) -> None:
    store = await Store.open(database)
    for article in (FIRST, SECOND, SECOND):
        await store.save(1, article, ())
    assert await store.previous(1, "ferry") == (FIRST, None)
    await store.close()


@pytest.mark.parametrize("end", ["remove", "forget"])
async def test_it_goes_with_the_article_and_is_no_other_servers(database: str, end: str) -> None:
    store = await Store.open(database)
    for server in (1, 2):
        await store.save(server, FIRST, ())
    await store.save(1, SECOND, ())
    assert await store.previous(2, "ferry") is None
    await (store.remove(1, "ferry") if end == "remove" else store.forget(1))
    await store.save(1, FIRST, ())
    assert await store.previous(1, "ferry") is None
    await store.close()
