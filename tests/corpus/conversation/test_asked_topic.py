"""Which questions ask what is said of a topic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.conversation.asked_topic import AskedTopic, read_asked_topic


@pytest.mark.parametrize(
    ("question", "about", "source"),
    [
        ("What do people say about the dam?", "the dam", ""),
        ("so what are people saying about the new tram", "the new tram", ""),
        ("what do they say about the ferry to Sandholm??", "the ferry to Sandholm", ""),
        ("Who says what about the harbour fire?", "the harbour fire", ""),
        ("who is saying what on the rent cap", "the rent cap", ""),
        ("What is being said about the strike?", "the strike", ""),
        ("what's been said about “the strike”?", "the strike", ""),
        ("What do the sources say about the flood?", "the flood", ""),
        ("what does everyone think of the budget", "the budget", ""),
        ("Who says what about “the dam”", "the dam", ""),
        ("What does Ruth Okoye say about the market?", "the market", "Ruth Okoye"),
        ("what did the water board say about the dike at Aalby?", "the dike at Aalby", "the water board"),
        ("What has Northline said about the winter?", "the winter", "Northline"),
    ],
)  # fmt: skip
def test_what_is_asked_of_whom(question: str, about: str, source: str) -> None:
    assert read_asked_topic(question) == AskedTopic(about, source)


@pytest.mark.parametrize(
    "question",
    [
        "What do people say?",
        "What do people say about it?",
        "what does she say about that?",
        "What did Ruth Okoye say?",
        "How many people say that the dam will hold?",
        "Who says that the dam will hold?",
        "What do people eat in Sandholm?",
        "What does the report about the dam say?",
        "Is it true what people say about the dam?",
        "When did people first talk about the dam?",
        "What do people say about the dam? And who denies it?",
        "What do people say about " + "the dam " * 30,
        "",
    ],
)
def test_what_asks_something_else(question: str) -> None:
    assert read_asked_topic(question) is None


@given(st.text(max_size=400))
def test_any_text_is_read_and_a_topic_is_in_its_words(question: str) -> None:
    asked = read_asked_topic(question)
    assert asked is None or (asked.about in question and asked.source in question)


@given(st.sampled_from(["what do people say about ", "who says what about "]), st.text(max_size=80))
def test_whatever_stands_after_it_is_the_topic(opening: str, about: str) -> None:
    asked = read_asked_topic(opening + about)
    assert asked is None or asked.about in about
