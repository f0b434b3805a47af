"""Kept questions, votes, the audit, and servers that were left: on both engines."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from corpus.article import Article
from corpus.library.store import Store, audit, departures, questions
from corpus.library.store.questions import KeptQuestion

ONE, OTHER = 1_311_400_000_000_000_001, 1_311_400_000_000_000_002
NOW = datetime(2025, 3, 1, 12, 30, tzinfo=UTC)
ARTICLE = Article.from_paragraphs("Bridge", ["The bridge opens on Monday, the mayor said."])


def asked(number: int, *, answered: bool = True) -> KeptQuestion:
    return KeptQuestion(number, 77, NOW, f"Question {number}?", answered)


async def test_votes_are_counted_and_replaced_and_taken_back(store: Store) -> None:
    for voter, helpful in ((1, True), (2, False), (3, False), (2, True), (3, None)):
        await questions.vote(store, ONE, asked(5), voter, helpful=helpful)
    await questions.vote(store, OTHER, asked(5), 1, helpful=False)
    (judged,) = await questions.kept(store, ONE)
    assert (judged.question, judged.helpful, judged.unhelpful) == (asked(5), 2, 0)
    assert [await questions.vote_of(store, ONE, 5, voter) for voter in (1, 3)] == [True, None]
    assert await questions.vote_of(store, OTHER, 5, 1) is False


@pytest.mark.parametrize("keep_unvoted", [True, False])
async def test_a_question_without_votes_any_more_stays_only_if_told(
    store: Store, keep_unvoted: bool
) -> None:
    for number in (5, 6):
        await questions.vote(store, ONE, asked(number), 1, helpful=True)
    await questions.vote(store, OTHER, asked(5), 1, helpful=True)
    await questions.vote(store, ONE, asked(5), 1, helpful=None, keep_unvoted=keep_unvoted)
    left = [judged.question.id for judged in await questions.kept(store, ONE)]
    assert left == ([6, 5] if keep_unvoted else [6])
    assert len(await questions.kept(store, OTHER)) == 1


async def test_a_question_is_kept_once_and_the_newest_come_first(store: Store) -> None:
    for number in (3, 9, 4, 9):
        await questions.keep(store, ONE, asked(number, answered=number != 9))
    kept = await questions.kept(store, ONE)
    assert [judged.question.id for judged in kept] == [9, 4, 3]
    assert not kept[0].question.answered
    assert await questions.kept(store, OTHER) == []


async def test_only_the_newest_questions_are_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "MOST_KEPT", 2)
    for number in (10, 20, 30):
        await questions.keep(store, ONE, asked(number))
    await questions.vote(store, ONE, asked(5), 1, helpful=True)
    assert [judged.question.id for judged in await questions.kept(store, ONE)] == [30, 20]


async def test_the_audit_keeps_the_newest_lines(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "MOST_KEPT", 2)
    for title in ("First", "Second", "Third"):
        await audit.record(store, ONE, 42, "added", title)
    lines = await audit.newest(store, ONE)
    assert [(line.who, line.act, line.article) for line in lines] == [
        (42, "added", "Third"),
        (42, "added", "Second"),
    ]
    assert abs(lines[0].at - datetime.now(UTC)) < timedelta(minutes=5)
    assert await audit.newest(store, OTHER) == []


async def test_a_server_that_was_left_is_listed_until_it_is_back_or_forgotten(store: Store) -> None:
    for server in (ONE, OTHER):
        await store.save(server, ARTICLE, [])
    await departures.note(store, ONE, NOW)
    await departures.note(store, ONE, NOW + timedelta(days=9))  # the first time counts
    assert await departures.known(store) == [OTHER]
    assert await departures.left_before(store, NOW) == []
    assert await departures.left_before(store, NOW + timedelta(seconds=1)) == [ONE]
    await departures.take_back(store, [ONE, OTHER, 3])
    assert await departures.left_before(store, NOW + timedelta(days=99)) == []
    await departures.note(store, ONE, NOW)
    await store.forget(ONE)
    assert await departures.left_before(store, NOW + timedelta(days=99)) == []
    assert await departures.known(store) == [OTHER]


async def test_forgetting_a_server_takes_its_questions_and_its_audit(store: Store) -> None:
    for server in (ONE, OTHER):
        await questions.vote(store, server, asked(5), 1, helpful=True)
        await audit.record(store, server, 1, "added", "Bridge")
    await store.forget(ONE)
    assert (await questions.kept(store, ONE), await audit.newest(store, ONE)) == ([], [])
    assert len(await questions.kept(store, OTHER)) == len(await audit.newest(store, OTHER)) == 1
    await questions.forget(store, OTHER)
    assert await questions.kept(store, OTHER) == []
