"""Articles chosen by topic and day."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.errors import CorpusError
from corpus.library import Library
from corpus.library.choosing import Choice
from corpus.library.store import Store


def told(title: str, text: str, published: date | None) -> Article:
    return Article.from_paragraphs(title, [text], id=title, published=published)


@pytest.fixture
async def library(sqlite: str) -> AsyncIterator[Library]:
    store = await Store.open(sqlite)
    library = Library(store)
    for article in (
        told("Leak", "The dams above Aalby are leaking, engineers said.", date(2024, 5, 3)),
        told("Dam holds", "The wall above Aalby stands.", date(2024, 5, 31)),
        told("Market", "The market moves to the tram depot.", date(2024, 6, 1)),
        told("Kiln", "The kiln burns again.", None),
    ):
        await library.add(1, article)
    yield library
    await store.close()


@pytest.mark.parametrize(
    ("asked", "chosen", "undated"),
    [
        ((None, None, None), ["Leak", "Dam holds", "Market", "Kiln"], 0),
        (("dam", None, None), ["Leak", "Dam holds"], 0),
        (("the DAMS of Aalby", None, None), ["Leak", "Dam holds"], 0),
        (("leaked", None, None), ["Leak"], 0),
        (("depott", None, None), ["Market"], 0),
        (("penguin", None, None), [], 0),
        ((None, "2024-05", "2024-05"), ["Leak", "Dam holds"], 1),
        ((None, "2024-05-31", None), ["Dam holds", "Market"], 1),
        ((None, None, "2024-05-03"), ["Leak"], 1),
        ((None, "2024", "2024"), ["Leak", "Dam holds", "Market"], 1),
        (("dam", "2024-5-4", None), ["Dam holds"], 0),
        ((None, "2025", None), [], 1),
    ],
)
async def test_what_is_chosen(
    library: Library, asked: tuple[str | None, ...], chosen: list[str], undated: int
) -> None:
    choice = Choice.read(*asked)
    found = await choice.of(library, 1)
    assert [entry.id for entry in found.entries] == chosen
    assert found.undated == undated
    assert (await choice.of(library, 2)).entries == []


@pytest.mark.parametrize(
    ("since", "until", "sentence"),
    [
        ("yesterday", None, "“yesterday” is no day: write 2024-05-03"),
        (None, "2024-13", "“2024-13” is no day"),
        ("2023-02-29", None, "“2023-02-29” is no day"),
        ("0000", None, "“0000” is no day"),
        ("٢٠٢٤", None, "is no day"),
        ("2024-06", "2024-05", "No day is both since 2024-06-01 and until 2024-05-31"),
    ],
)
def test_what_is_no_day_is_told_in_a_sentence(
    since: str | None, until: str | None, sentence: str
) -> None:
    with pytest.raises(CorpusError, match=sentence):
        Choice.read(None, since, until)


@given(st.dates())
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert Choice.read(None, day.isoformat(), day.isoformat()) == Choice("", day, day)


@given(st.text(max_size=12))
def test_anything_is_a_day_or_refused_in_a_sentence(written: str) -> None:
    with suppress(CorpusError):
        choice = Choice.read(None, written, None)
        assert choice.since or not written
