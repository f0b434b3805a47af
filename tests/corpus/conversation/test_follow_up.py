"""What somebody writes after an answer: of the last answer, or a question of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.conversation.follow_up import (
    LONGEST_SEARCH,
    Earlier,
    Wanted,
    asks_something,
    how_it_follows,
    names_in,
    read_follow_up,
    topic_of,
)

EARLIER = Earlier(
    "How many boats wait in Port Alder?",
    owner="Jon Aas",
    names=frozenset({"port", "alder", "sandholm", "aas"}),
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("who said that?", Wanted.OWNER),
        ("says who", Wanted.OWNER),
        ("source?", Wanted.SOURCE),
        ("any proof for that", Wanted.SOURCE),
        ("which one is right?", Wanted.VERDICT),
        ("is that true", Wanted.VERDICT),
        ("and who denies it?", Wanted.OTHER_SIDE),
        ("who disputes that", Wanted.OTHER_SIDE),
        ("does anybody disagree?", Wanted.OTHER_SIDE),
        ("why?", Wanted.FURTHER),
        ("when was that?", Wanted.FURTHER),
        ("what about Sandholm?", Wanted.FURTHER),
        ("and in sandholm", Wanted.FURTHER),
        ("who pays?", Wanted.FURTHER),
        ("for how long?", Wanted.FURTHER),
        ("did anybody drown?", Wanted.FURTHER),
        ("how long could he wait?", Wanted.FURTHER),
        ("how many does sandholm have?", Wanted.FURTHER),
        ("what else did he say", Wanted.FURTHER),
        ("who else said so?", Wanted.FURTHER),
        ("what was wrong with it?", Wanted.FURTHER),
    ],
)
def test_what_a_follow_up_wants(text: str, wanted: Wanted) -> None:
    assert how_it_follows(text, EARLIER.names) == (wanted, True)


@pytest.mark.parametrize(
    "text",
    [
        "How many passengers take the ferry?",
        "What did Mayor Okoye say about the market?",
        "who said that the bridge would close",
        "where does the night market move",
        "What does Sandholm say?",
    ],
)
def test_a_question_of_its_own_is_none(text: str) -> None:
    assert read_follow_up(text, EARLIER) is None


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("why?", ["why boats wait in Port Alder?"]),
        ("and where was that?", ["where was boats wait in Port Alder?"]),
        (
            "and who counted them?",
            ["boats wait Port Alder\n\nwho counted them?", "who counted them?"],
        ),
        ("what about Sandholm?", ["How many boats wait in Sandholm?"]),
        ("and Sandholm?", ["How many boats wait in Sandholm?"]),
        (
            "and the fishing boats?",
            ["How many boats wait in Port Alder the fishing boats?", "the fishing boats"],
        ),
    ],
)
def test_the_words_of_both_questions_are_searched(text: str, searched: list[str]) -> None:
    follow_up = read_follow_up(text, EARLIER)
    assert follow_up is not None
    assert list(follow_up.searches) == searched


def test_another_name_goes_into_the_place_of_each_that_was_asked_about() -> None:
    earlier = Earlier(
        "how many did orsk lose in ilmen", names=frozenset({"orsk", "ilmen", "belavia"})
    )
    follow_up = read_follow_up("and Belavia?", earlier)
    assert follow_up is not None
    assert follow_up.searches == (
        "how many did orsk lose in Belavia?",
        "how many did Belavia lose in ilmen?",
    )


def test_another_speaker_is_asked_in_the_place_of_the_first() -> None:
    follow_up = read_follow_up(
        "and the union?", Earlier("what did the harbour master say about it")
    )
    assert follow_up is not None
    assert follow_up.searches == ("what did the union say about it",)


def test_he_is_the_owner_of_the_answer_where_the_question_names_nobody() -> None:
    earlier = Earlier("how many boats wait", owner="Jon Aas", names=frozenset({"aas"}))
    follow_up = read_follow_up("what else did he say?", earlier)
    assert follow_up is not None
    assert "Jon Aas" in follow_up.searches[0]


def test_a_reply_may_be_about_the_answer_or_a_question_of_its_own() -> None:
    text = "how many passengers take the ferry"
    assert how_it_follows(text) is None
    assert how_it_follows(text, is_reply=True) == (Wanted.FURTHER, False)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("and who denies it", True),
        ("source please", True),
        ("did they all leave", True),
        ("14?", True),
        ("thank you!", False),
        ("that is a lot", False),
        ("lol", False),
    ],
)
def test_a_reply_asks_or_does_not(text: str, asks: bool) -> None:
    assert asks_something(text) is asks


def test_a_talk_stays_on_its_topic_while_questions_only_point() -> None:
    assert topic_of("why?", "How many boats wait?") == "How many boats wait?"
    assert topic_of("who said that", "How many boats wait?") == "How many boats wait?"
    assert topic_of("How many boats wait?", None) == "How many boats wait?"
    assert "ferries" in topic_of("and the ferries?", "How many boats wait?")


def test_names_are_what_is_written_with_a_capital_within_sentences() -> None:
    assert names_in("Boats wait in Port Alder. Rain fell on Sandholm.") == {
        "port",
        "alder",
        "sandholm",
    }


@given(st.text(), st.text())
def test_any_two_texts_are_read(text: str, about: str) -> None:
    follow_up = read_follow_up(text, Earlier(about), is_reply=True)
    assert follow_up is None or all(len(search) <= LONGEST_SEARCH for search in follow_up.searches)
