"""One process's view of all servers' articles: always as the database has them."""

from __future__ import annotations

import asyncio
import json
import random
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Corpus, find_claims
from corpus.article import Article
from corpus.library import Library
from corpus.library.store import Store

ASK_ON_DEMAND = Path(__file__).with_name("ask_on_demand.py")

TRAMS = Article.from_paragraphs(
    "Trams return",
    [
        "Trams will run on the harbour line again from May, the transport office said.",
        '"We have waited nine years for this," said Marta Lund, who runs a bakery there.',
    ],
    url="https://news.example/trams",
)
OTTERS = Article.from_paragraphs(
    "Otters in the canal",
    ["Seven otters live in the canal, according to a count by the nature society."],
)
HOW_MANY = "How many otters live in the canal?"
WHEN = "When will trams run on the harbour line?"


@pytest.fixture
async def store(database: str) -> AsyncIterator[Store]:
    opened = await Store.open(database)
    yield opened
    await opened.close()


async def titles(library: Library, server: int, question: str) -> set[str]:
    answer = await library.ask(server, question)
    return {passage.article.title for passage in answer.passages}


async def test_an_answer_shows_the_passage_with_the_claims_found_at_load(store: Store) -> None:
    library = Library(store)
    await library.add(1, TRAMS)
    answer = await library.ask(1, "Who has waited nine years?")
    passage = answer.passages[0]
    assert (passage.article, passage.paragraph) == (TRAMS, 2)
    assert passage.claims
    found = find_claims(TRAMS.text)
    assert {claim.source for claim in passage.claims} <= {claim.source for claim in found}
    assert [list(claims) for claims in (await library.claims(1)).values()] == [list(found)]


async def test_every_change_shows_in_the_next_answer(store: Store) -> None:
    library = Library(store)
    assert await titles(library, 1, HOW_MANY) == set()
    await library.add(1, OTTERS)
    assert await titles(library, 1, HOW_MANY) == {"Otters in the canal"}
    await library.rename(1, OTTERS.id, "Seven otters")
    assert await titles(library, 1, HOW_MANY) == {"Seven otters"}
    await library.add(1, replace(OTTERS, title="The canal", paragraphs=TRAMS.paragraphs))
    assert await titles(library, 1, HOW_MANY) == set()
    assert await titles(library, 1, WHEN) == {"The canal"}
    await library.remove(1, OTTERS.id)
    assert await titles(library, 1, WHEN) == set()


async def test_a_question_can_be_kept_to_some_articles(store: Store) -> None:
    library = Library(store)
    for article in (TRAMS, OTTERS):
        await library.add(1, article)
    assert (await library.ask(1, HOW_MANY, within={OTTERS.id})).answered
    assert not (await library.ask(1, HOW_MANY, within={TRAMS.id})).answered
    assert {hit.article_id for hit in await library.search(1, WHEN, within={TRAMS.id})} == {
        TRAMS.id
    }


async def test_servers_are_answered_from_their_own_articles(store: Store) -> None:
    library = Library(store)
    await library.add(1, TRAMS)
    await library.add(2, OTTERS)
    for _ in range(2):
        assert await titles(library, 1, WHEN) == {"Trams return"}
        assert await titles(library, 1, HOW_MANY) == set()
        assert await titles(library, 2, HOW_MANY) == {"Otters in the canal"}
        assert await titles(library, 2, WHEN) == set()
    await store.forget(2)
    assert await titles(library, 2, HOW_MANY) == set()
    assert await titles(library, 1, WHEN) == {"Trams return"}


async def test_a_library_loaded_after_forgetting_is_not_taken_for_the_old_one(
    store: Store,
) -> None:
    asking, loading = Library(store), Library(store)
    await loading.add(1, TRAMS)
    assert await titles(asking, 1, WHEN) == {"Trams return"}
    await store.forget(1)
    await loading.add(1, OTTERS)
    assert await titles(asking, 1, WHEN) == set()
    assert await titles(asking, 1, HOW_MANY) == {"Otters in the canal"}


async def test_the_copies_used_longest_ago_go_when_memory_is_used_up(store: Store) -> None:
    library = Library(store, memory_budget=1)
    for server in (1, 2, 3):
        await library.add(server, OTTERS)
        assert await titles(library, server, HOW_MANY) == {"Otters in the canal"}
    assert list(library._copies) == [3]
    assert await titles(library, 1, HOW_MANY) == {"Otters in the canal"}
    assert list(library._copies) == [1]


async def test_copies_within_the_budget_stay(store: Store) -> None:
    library = Library(store)
    for server in (1, 2, 1):
        await library.add(server, OTTERS)
        await library.ask(server, HOW_MANY)
    assert list(library._copies) == [2, 1]


async def test_two_libraries_agree_with_a_fresh_corpus_after_any_changes(store: Store) -> None:
    chance = random.Random(7)  # noqa: S311 - any changes will do
    libraries = [Library(store), Library(store)]
    names = ["otter", "tram", "bakery", "canal"]
    for _ in range(25):
        library = chance.choice(libraries)
        name = chance.choice(names)
        stored = [entry.id for entry in await library.articles(1)]
        if name in stored and chance.random() < 0.5:
            await library.remove(1, name)
        else:
            texts = [f"The {name} has {chance.choice(names)}s, the keeper said."] * 2
            article = Article.from_paragraphs(name, texts, id=name)
            await library.add(1, article, near_equal=False)
        fresh = Corpus(article for article, _ in (await store.snapshot(1)).changed)
        for question in names:
            expected = {(hit.article_id, hit.paragraph) for hit in fresh.search(question)}
            for asked in chance.sample(libraries, chance.choice([1, 2])):
                hits = await asked.search(1, question)
                assert {(hit.article_id, hit.paragraph) for hit in hits} == expected


async def test_questions_asked_at_once_while_articles_change_are_all_answered(
    store: Store,
) -> None:
    library = Library(store)
    await library.add(1, TRAMS)

    async def change() -> None:
        for _ in range(5):
            await library.add(1, OTTERS)
            await library.remove(1, OTTERS.id)

    async def ask() -> None:
        for _ in range(10):
            assert await titles(library, 1, WHEN) == {"Trams return"}
            assert await titles(library, 1, HOW_MANY) <= {"Otters in the canal"}

    await asyncio.gather(change(), *(ask() for _ in range(10)))
    assert await titles(library, 1, HOW_MANY) == set()


async def test_a_cancelled_question_does_not_spoil_the_next(store: Store) -> None:
    library = Library(store)
    many = [Article.from_paragraphs(f"Otter {n}", [f"Otter {n} swims."] * 20) for n in range(20)]
    for article in many:
        await store.save(1, article, [], near_equal=False)
    for delay in (0.0, 0.005, 0.02, 0.05):
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(ask_forever(library), delay)
    hits = await library.search(1, "otter", limit=1000)
    assert len(hits) == 20 * 20


async def ask_forever(library: Library) -> None:
    while True:
        await library.ask(1, "Which otter swims?")


async def test_what_one_process_removes_the_next_answer_of_another_does_not_show(
    database: str, store: Store
) -> None:
    library = Library(store)
    for article in (TRAMS, OTTERS):
        await library.add(1, article)
    other = await asyncio.create_subprocess_exec(
        sys.executable, ASK_ON_DEMAND, database, "1", stdin=PIPE, stdout=PIPE
    )

    async def ask_the_other(question: str) -> set[str]:
        assert other.stdin is not None
        assert other.stdout is not None
        other.stdin.write(f"{question}\n".encode())
        return set(json.loads(await other.stdout.readline()))

    assert await ask_the_other(HOW_MANY) == {"Otters in the canal"}
    await library.rename(1, TRAMS.id, "Trams in May")
    assert await ask_the_other(WHEN) == {"Trams in May"}
    await library.remove(1, OTTERS.id)
    assert await ask_the_other(HOW_MANY) == set()
    await library.add(1, OTTERS)
    assert await ask_the_other(HOW_MANY) == {"Otters in the canal"}
    await store.forget(1)
    assert await ask_the_other(WHEN) == set()
    assert other.stdin is not None
    other.stdin.close()
    assert await other.wait() == 0
