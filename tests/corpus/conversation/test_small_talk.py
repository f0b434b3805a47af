"""What is said to the bot without anything to look up."""

from __future__ import annotations

import pytest

from corpus.conversation.small_talk import is_polite, only_points

POLITE = [
    "thanks!",
    "Thank you so much 🙏",
    "THANKS EVERYONE",
    "good morning everyone",
    "Hello <@123456789012345678>, hello <:wave:1311400000000000001>",
    "hi, how are you?",
    "ok thx for your help",
    "Thanks, good bot",
]
POINTING = [
    "is that true?",
    "source?",
    "Who says so?",
    "really?",
    "Thanks, but what's the source?",
    "hey, is this right",
    "Good morning everyone! Is that true?",
    "how much?",
    "Do the articles say anything about that?",
    "Is that true, <@123456789012345678>? <a:hm:1311400000000000001>",
    "who?",
    "👀",
]
ASKING = [
    "Who says the ferry is full?",
    "Is it true that Skylark closes?",
    "thanks to Jon Aas, the ferry runs",
    "WHO",
    "What did the US say?",
    "Good Morning Vietnam",
    "340?",
    "真的吗",
]


@pytest.mark.parametrize("text", POLITE)
def test_greetings_and_thanks_are_told(text: str) -> None:
    assert is_polite(text)


@pytest.mark.parametrize("text", [*POINTING, *ASKING, "", "good?"])
def test_whatever_asks_something_is_more_than_polite(text: str) -> None:
    assert not is_polite(text)


@pytest.mark.parametrize("text", ["", *POINTING])
def test_a_question_may_only_point(text: str) -> None:
    assert only_points(text)


@pytest.mark.parametrize("text", ASKING)
def test_a_question_that_names_something_does_more(text: str) -> None:
    assert not only_points(text)
