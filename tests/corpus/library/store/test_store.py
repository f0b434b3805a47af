"""The store on both engines: what goes in comes out, and what is there already is recognised."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article, Paragraph
from corpus.claims import Claim, Spans, Stance
from corpus.errors import StoreError
from corpus.library.store import Store
from corpus.reading.original import Original


async def claims_of(store: Store, server: int) -> dict[str, list[Claim]]:
    return {id_: list(claims) for id_, claims in (await store.claims(server)).items()}


async def articles_of(
    store: Store, server: int, since: int = 0
) -> list[tuple[Article, list[Claim]]]:
    snapshot = await store.snapshot(server, since)
    return [(article, list(claims or ())) for article, claims in snapshot.changed]


FERRY = Article.from_paragraphs(
    "Ferry stops for the winter",
    [
        "The ferry between the two islands stops on Monday, the harbour master said.",
        "It will sail again in April, when the ice has gone, according to the operator.",
        "Some forty people take it to work every day and will have to drive around the bay.",
    ],
    url="https://news.example/ferry",
    author="Ida Holm",
    publisher="The Island Post",
    published=date(2024, 11, 5),
    language="en",
    captions=["The ferry in the harbour"],
)
MARKET = Article.from_paragraphs("Market moves", ["The market moves to the old tram depot."])
CLAIM = Claim(
    content="The ferry between the two islands stops on Monday",
    source="Jon Aas",
    role="harbour master",
    relays=("The Island Post",),
    cue="said",
    stance=Stance.ASSERTS,
    quoted=False,
    spans=Spans(source=((51, 69),), cue=((70, 74),), content=((0, 20), (21, 49))),
    confidence=0.75,
    when="on Sunday",
    where="in a letter",
    stance_words=("said",),
)
ORIGINAL = Original("ferry.html", "text/html", b"<p>\x00\xff")


async def test_an_article_comes_back_as_it_was_stored(store: Store) -> None:
    saved = await store.save(1, FERRY, [CLAIM], original=ORIGINAL, loaded_by=42)
    assert (saved.article, saved.previous, saved.changed) == (FERRY, None, True)
    assert await store.article(1, FERRY.id) == FERRY
    assert await claims_of(store, 1) == {FERRY.id: [CLAIM]}
    assert await store.original(1, FERRY.id) == ORIGINAL


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
paragraph_lists = st.lists(st.tuples(words, st.none() | words, st.booleans()), max_size=4).map(
    lambda rows: tuple(Paragraph(n, *row) for n, row in enumerate(rows, start=1))
)
articles = st.builds(
    Article,
    id=words.filter(lambda text: 0 < len(text) < 200),
    title=words,
    paragraphs=paragraph_lists,
    url=st.none() | words,
    author=st.none() | words,
    publisher=st.none() | words,
    published=st.none() | st.dates(),
    language=st.none() | words,
    captions=st.lists(words, max_size=2).map(tuple),
)
servers = count(1000)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(article=articles)
async def test_any_text_comes_back_unchanged(store: Store, article: Article) -> None:
    server = next(servers)
    await store.save(server, article, [])
    assert await articles_of(store, server) == [(article, [])]


@pytest.mark.parametrize(
    "article",
    [
        replace(FERRY, title="a\0b"),
        replace(FERRY, paragraphs=(Paragraph(1, "half a pair: \ud83d"),)),
        replace(FERRY, captions=("\0",)),
        replace(FERRY, id=""),
        replace(FERRY, id="x" * 201),
    ],
)
async def test_what_one_engine_cannot_hold_is_refused_by_both(
    store: Store, article: Article
) -> None:
    with pytest.raises(StoreError):
        await store.save(1, article, [])
    assert await store.entries(1) == []


async def test_the_list_has_an_entry_for_each_article_in_the_order_first_loaded(
    store: Store,
) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    await store.save(1, FERRY, [CLAIM], loaded_by=2**62)
    await store.save(1, MARKET, [])
    await store.save(1, replace(FERRY, title="Ferry stops early"), [CLAIM], loaded_by=7)
    ferry, market = await store.entries(1)
    assert (ferry.id, ferry.title, ferry.url) == (FERRY.id, "Ferry stops early", FERRY.url)
    assert (ferry.published, ferry.paragraphs, ferry.loaded_by) == (FERRY.published, 3, 7)
    assert (market.id, market.url, market.published, market.loaded_by) == (MARKET.id, *[None] * 3)
    assert before < market.loaded_at < ferry.loaded_at < before + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("again", "near_equal"),
    [
        (replace(FERRY, title="New title"), False),
        (replace(FERRY, id="other", title="Same page"), False),
        (replace(FERRY, id="other", url="https://NEWS.example/ferry#top", title="Same"), False),
        (replace(FERRY, id="other", url="https://mirror.example/1", title="Same text"), True),
        (replace(FERRY, id="other", url=None, title="Pasted text"), True),
    ],
    ids=["same id", "same page", "same page written otherwise", "same text elsewhere", "pasted"],
)
async def test_an_article_loaded_before_is_updated_in_its_place(
    store: Store, again: Article, near_equal: bool
) -> None:
    await store.save(1, FERRY, [CLAIM])
    await store.save(1, MARKET, [])
    saved = await store.save(1, again, [], near_equal=near_equal)
    assert saved.previous == FERRY
    assert saved.article == replace(again, id=FERRY.id)
    snapshot = await store.snapshot(1)
    assert snapshot.ids == (FERRY.id, MARKET.id)
    assert [article for article, _ in snapshot.changed] == [saved.article, MARKET]


async def test_a_page_of_its_own_is_another_article_even_with_the_text_of_one(
    store: Store,
) -> None:
    await store.save(1, FERRY, [])
    copy = replace(FERRY, id="copy", url="https://mirror.example/1")
    saved = await store.save(1, copy, [], near_equal=False)
    assert saved.previous is None
    assert len(await store.entries(1)) == 2


async def test_an_id_says_what_is_updated_wherever_the_new_text_is_from(store: Store) -> None:
    other = replace(MARKET, url="https://news.example/market")
    await store.save(1, FERRY, [])
    await store.save(1, other, [])
    moved = replace(FERRY, url=other.url)
    saved = await store.save(1, moved, [])
    assert (saved.previous, saved.article) == (FERRY, moved)
    assert await store.article(1, other.id) == other


async def test_loading_the_same_again_changes_nothing(store: Store) -> None:
    await store.save(1, FERRY, [CLAIM], original=ORIGINAL)
    revision = await store.revision(1)
    for original in (None, ORIGINAL):
        saved = await store.save(1, FERRY, [CLAIM], original=original)
        assert not saved.changed
    assert await store.revision(1) == revision
    assert await store.original(1, FERRY.id) == ORIGINAL


@pytest.mark.parametrize(
    ("claims", "original"), [([], ORIGINAL), ([CLAIM], replace(ORIGINAL, body=b"new"))]
)
async def test_new_claims_or_a_new_original_of_the_same_text_are_stored(
    store: Store, claims: list[Claim], original: Original
) -> None:
    await store.save(1, FERRY, [CLAIM], original=ORIGINAL)
    saved = await store.save(1, FERRY, claims, original=original)
    assert saved.changed
    assert await claims_of(store, 1) == {FERRY.id: claims}
    assert await store.original(1, FERRY.id) == original


async def test_an_update_without_an_original_leaves_none_of_the_old_text(store: Store) -> None:
    await store.save(1, FERRY, [CLAIM], original=ORIGINAL)
    await store.save(1, replace(FERRY, paragraphs=MARKET.paragraphs), [])
    assert await store.original(1, FERRY.id) is None
    assert (await store.article(1, FERRY.id)).text == MARKET.text
    assert await claims_of(store, 1) == {FERRY.id: []}


async def test_what_is_removed_is_gone_with_all_that_belongs_to_it(store: Store) -> None:
    await store.save(1, FERRY, [CLAIM], original=ORIGINAL)
    assert await store.remove(1, FERRY.id) == FERRY
    assert await store.entries(1) == []
    assert await claims_of(store, 1) == {}
    assert await store.original(1, FERRY.id) is None
    saved = await store.save(1, FERRY, [])
    assert saved.previous is None
    assert await claims_of(store, 1) == {FERRY.id: []}


async def test_an_article_that_is_not_there_is_named_in_the_refusal(store: Store) -> None:
    for refused in (
        store.article(1, "gone"),
        store.remove(1, "gone"),
        store.rename(1, "gone", "Title"),
    ):
        with pytest.raises(StoreError, match="no article gone"):
            await refused
    assert await store.original(1, "gone") is None
    assert await store.revision(1) == 0


async def test_a_renamed_article_has_its_new_title_and_the_rest_as_before(store: Store) -> None:
    await store.save(1, FERRY, [CLAIM])
    await store.rename(1, FERRY.id, "Another title")
    assert await store.article(1, FERRY.id) == replace(FERRY, title="Another title")
    assert await claims_of(store, 1) == {FERRY.id: [CLAIM]}


async def test_claims_are_given_for_the_articles_asked_about(store: Store) -> None:
    two = [CLAIM, replace(CLAIM, source=None, role=None)]
    await store.save(1, FERRY, two)
    await store.save(1, MARKET, [CLAIM])
    chosen = await store.claims(1, [MARKET.id, "gone"])
    assert {id_: list(claims) for id_, claims in chosen.items()} == {MARKET.id: [CLAIM]}
    assert await store.claims(1, []) == {}
    assert await claims_of(store, 1) == {FERRY.id: two, MARKET.id: [CLAIM]}


async def test_a_snapshot_since_a_revision_has_only_what_changed_after_it(store: Store) -> None:
    await store.save(1, FERRY, [CLAIM])
    first = await store.revision(1)
    await store.save(1, MARKET, [])
    assert await articles_of(store, 1) == [(FERRY, [CLAIM]), (MARKET, [])]
    assert await articles_of(store, 1, since=first) == [(MARKET, [])]
    second = await store.revision(1)
    await store.remove(1, FERRY.id)
    last = await store.snapshot(1, since=second)
    assert (last.ids, last.changed) == ((MARKET.id,), ())
    assert first < second < last.revision == await store.revision(1)


async def test_a_snapshot_is_of_one_moment_while_others_write(store: Store) -> None:
    async def write() -> None:
        for version in range(30):
            for name in ("a", "b"):
                article = Article.from_paragraphs(f"{name} {version}", ["Text"], id=name)
                await store.save(1, article, [], near_equal=False)

    writing = asyncio.create_task(write())
    while not writing.done():
        snapshot = await store.snapshot(1)
        versions = [int(article.title.split()[1]) for article, _ in snapshot.changed]
        assert len(versions) == len(snapshot.ids)
        assert versions in ([], [0]) or versions[0] - versions[1] in (0, 1)
        assert snapshot.revision == sum(version + 1 for version in versions)
    await writing


async def test_an_article_comes_with_its_original_if_it_has_one(store: Store) -> None:
    await store.save(1, FERRY, [], original=ORIGINAL)
    await store.save(1, MARKET, [])
    assert await store.with_original(1, FERRY.id) == (FERRY, ORIGINAL)
    assert await store.with_original(1, MARKET.id) == (MARKET, None)
    assert await store.with_original(1, "gone") is None


async def test_settings_are_changed_one_by_one(store: Store) -> None:
    assert await store.settings(1) == {}
    await store.change_settings(1, {"cooldown": 5, "channels": {"7": ["a", "é\0"]}})
    await store.change_settings(1, {"cooldown": None, "private": False})
    assert await store.settings(1) == {"channels": {"7": ["a", "é\0"]}, "private": False}


async def test_changing_settings_at_once_loses_none(store: Store) -> None:
    await asyncio.gather(*(store.change_settings(1, {str(n): n}) for n in range(20)))
    assert await store.settings(1) == {str(n): n for n in range(20)}


async def test_articles_saved_at_once_are_all_there(store: Store) -> None:
    many = [Article.from_paragraphs(f"Title {n}", [f"Text {n}"]) for n in range(40)]
    await asyncio.gather(*(store.save(1, article, [], near_equal=False) for article in many))
    assert sorted(entry.title for entry in await store.entries(1)) == sorted(
        article.title for article in many
    )
    assert await store.revision(1) == 40


async def test_a_cancelled_load_leaves_nothing_and_holds_up_nobody(store: Store) -> None:
    long = Article.from_paragraphs("Long", [f"Paragraph {n}" for n in range(2000)])

    async def load_and_remove() -> None:
        while True:
            await store.save(1, long, [])
            await store.remove(1, long.id)

    for delay in (0.0, 0.01, 0.03, 0.06, 0.1):
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(load_and_remove(), delay)
        for article, _ in (await store.snapshot(1)).changed:
            assert article == long
    await store.save(1, FERRY, [])
    assert await store.article(1, FERRY.id) == FERRY


async def test_an_article_given_only_as_new_changes_none(store: Store) -> None:
    await store.save(1, FERRY, [])
    for new in (
        replace(FERRY, title="New"),
        replace(FERRY, id="other", title="New"),
        replace(FERRY, id="other", title="New", url="https://elsewhere.example/b"),
    ):
        saved = await store.save(1, new, [], only_new=True)
        assert (saved.article, saved.outcome) == (FERRY, "unchanged")
    assert await store.article(1, FERRY.id) == FERRY
