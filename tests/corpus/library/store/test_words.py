"""An article's words are stored with it, and a library answers from them as if newly cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete

from corpus import Article, Corpus
from corpus.answering import article_words as cutting
from corpus.answering.article_words import ArticleWords
from corpus.answering.units import units_of
from corpus.corpus import Addition
from corpus.languages.english.document import Document
from corpus.library import Library
from corpus.library.store import Store
from corpus.library.store.tables import words

FERRY = Article.from_paragraphs(
    "The ferry stops",
    [
        "The ferry to Hallow Island stops on Monday, the harbour master said.",
        "Some 1,500 islanders will wait for April. Why does it stop? Because of the ice.",
        "It has sailed for ninety years. It carries sheep and post to the northern pier. " * 30,
    ],
    id="ferry",
)
MARKET = Article.from_paragraphs(
    "The market moves", ["The market moves to the old tram depot in Ellery."], id="market"
)
QUESTIONS = [
    "When does the ferry stop?",
    "how many islanders wait",
    "Where does the maket move?",
    "Who carries the post to the northern pier?",
    "What do penguins eat?",
]


def words_of(article: Article) -> bytes:
    document = Document.of_article(article)
    return ArticleWords.of(article, list(units_of(article, document)), document).to_bytes()


async def assert_answers_as_newly_cut(store: Store, *articles: Article) -> None:
    library, fresh = Library(store), Corpus()
    fresh.add_all(Addition(article, []) for article in articles)  # stored without claims too
    for question in QUESTIONS:
        assert await library.search(1, question) == fresh.search(question)
        asked = await library.ask(1, question)
        assert [(p.article, p.paragraph, p.score) for p in asked.passages] == [
            (p.article, p.paragraph, p.score) for p in fresh.ask(question).passages
        ]


async def test_the_stored_words_are_those_of_the_text_after_every_change(store: Store) -> None:
    for article in (FERRY, MARKET):
        await store.save(1, article, [])
    await store.rename(1, "ferry", "Hallow Island's ferry")
    shorter = replace(MARKET, paragraphs=FERRY.paragraphs[:1])
    await store.save(1, shorter, [], near_equal=False)
    snapshot = await store.snapshot(1)
    assert snapshot.words == {"ferry": words_of(FERRY), "market": words_of(shorter)}
    await store.remove(1, "ferry")
    assert (await store.snapshot(1)).words == {"market": words_of(shorter)}
    assert (await store.snapshot(2)).words == {}


async def test_answers_from_stored_words_are_those_of_the_articles(store: Store) -> None:
    for article in (FERRY, MARKET):
        await store.save(1, article, [])
    await assert_answers_as_newly_cut(store, FERRY, MARKET)
    await store.rename(1, "ferry", "Sheep and post")
    await assert_answers_as_newly_cut(store, replace(FERRY, title="Sheep and post"), MARKET)


async def test_nothing_is_cut_again_where_the_words_are_stored(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.save(1, FERRY, [])

    def cut_again(*_: object) -> ArticleWords:
        raise AssertionError("the words were there")

    monkeypatch.setattr(ArticleWords, "of", cut_again)
    assert await Library(store).search(1, "When does the ferry stop?")


async def test_articles_stored_without_words_are_cut_when_asked(store: Store) -> None:
    for article in (FERRY, MARKET):
        await store.save(1, article, [])
    async with store.writing() as connection:
        await connection.execute(delete(words).where(words.c.article == "ferry"))
    assert set((await store.snapshot(1)).words) == {"market"}
    await assert_answers_as_newly_cut(store, FERRY, MARKET)


async def test_words_stored_by_other_rules_are_not_trusted(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(cutting, "_MADE_BY", "earlier rules")
        await store.save(1, FERRY, [])
        wrong = words_of(MARKET)
    async with store.writing() as connection:
        await connection.execute(words.update().values(cut=wrong))
    await assert_answers_as_newly_cut(store, FERRY)
