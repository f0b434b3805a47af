import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.answering.pasted import (
    LONGEST_QUESTION,
    MOST_ASKING,
    asking_sentences,
    ends_in_question_mark,
    separate_questions,
    without_what_is_told,
)

TOLD = "The radio played music again and nobody who lives here was told which road is open. " * 5


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        (f"{TOLD}When will the bridge reopen?", "When will the bridge reopen?"),
        (f"When will the bridge reopen? {TOLD}", "When will the bridge reopen?"),
        (f"{TOLD}Is it true? Has the bridge reopened?", "Has the bridge reopened?"),
        (
            f"{TOLD}Remember the old library? so tell me, when will the bridge reopen?",
            "when will the bridge reopen?",
        ),
        (
            f"{TOLD}anyway does anybody know how many charges it survived",
            "how many charges it survived",
        ),
        (
            f"{TOLD}How many were arrested? And who scored the penalty?",
            "How many were arrested? who scored the penalty?",
        ),
        (
            f"{TOLD}Remember the library? when will the bridge reopen? thanks in advance",
            "when will the bridge reopen?",
        ),
        (f"{TOLD}Why?", None),
        (TOLD, None),
    ],
)
def test_of_a_long_message_only_what_it_asks_is_taken(message: str, asked: str | None) -> None:
    assert without_what_is_told(message) == (asked or message)


@pytest.mark.parametrize("text", ["", "Kursk", "A treaty was signed. When does it apply?"])
def test_a_short_message_stays_as_it_is(text: str) -> None:
    assert without_what_is_told(text) == text


def test_a_sentence_with_a_question_mark_asks_and_without_one_the_last() -> None:
    assert asking_sentences("It rained. Did it? I saw it.") == ["Did it?"]
    assert asking_sentences("It rained. I saw it.") == ["I saw it."]


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("How many died? And why?", ["How many died?", "And why?"]),
        ("who won? by how much?", ["who won?", "by how much?"]),
        ("It rained. Did it?", ["It rained. Did it?"]),
        ("Did it? Why? Who? When?", ["Did it? Why? Who? When?"]),
        ("Kursk", ["Kursk"]),
        ("", [""]),
    ],
)
def test_several_questions_are_told_apart(text: str, questions: list[str]) -> None:
    assert separate_questions(text) == questions


@given(st.text("how many who is it? .,!\n", max_size=1_500))
def test_what_is_asked_is_never_more_than_the_message(message: str) -> None:
    asked = without_what_is_told(message)
    assert len(asked) <= len(message)
    assert asked == message or len(message) > LONGEST_QUESTION


@pytest.mark.parametrize("word", ["what ", "how many ", "who is a ", "why? ", "?", " ", "a", "\n"])
def test_one_word_said_endlessly_asks_no_more_than_it_says(word: str) -> None:
    message = word * (200_000 // len(word))
    assert len(without_what_is_told(message)) <= len(message)
    assert len(asking_sentences(message)) <= MOST_ASKING


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Who said so?", True),
        ("“Who said so?” ", True),
        ("(Who said so?)", True),
        ("谁说的？", True),  # noqa: RUF001 - a full-width mark
        ("Who said so? Nobody.", False),
        ("", False),
    ],
)
def test_a_text_asks_that_ends_in_a_question_mark(text: str, *, asks: bool) -> None:
    assert ends_in_question_mark(text) is asks
