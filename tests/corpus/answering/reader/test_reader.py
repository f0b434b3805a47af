"""What the reader makes of questions and passages: our own sentences, the model that ships."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.answering.reader import Reader
from corpus.answering.reader.reader import whole_words

READER = Reader()

FERRY = (
    "The ferry Marta left Osterby at 06:40 on Tuesday with 212 passengers on board.",
    "Osterby has had a harbour since 1604, and its lighthouse is older still.",
    "The operator said the ship was inspected in March and found in good order.",
)
COURT = (
    "Judge Amina Okafor sentenced the former mayor to four years in prison.",
    "His lawyers said they would appeal against the verdict.",
    "The former mayor had led the town for eleven years.",
)


@pytest.mark.parametrize(
    ("question", "passages", "best", "answer"),
    [
        ("How many passengers were on the ferry?", FERRY, 0, "212"),
        ("When did the ferry leave Osterby?", FERRY, 0, "06:40"),
        ("since when is there a harbour in osterby", FERRY, 1, "1604"),
        ("When was the ship inspected?", FERRY, 2, "March"),
        ("Who sentenced the mayor?", COURT, 0, "Amina Okafor"),
        ("How long did the mayor lead the town?", COURT, 2, "eleven years"),
    ],
)
def test_the_passage_that_answers_is_the_most_relevant(
    question: str, passages: tuple[str, ...], best: int, answer: str
) -> None:
    readings = READER.read(question, passages)
    relevances = [reading.relevance for reading in readings]
    assert relevances.index(max(relevances)) == best
    marked = readings[best].answer
    assert marked
    assert answer in passages[best][slice(*marked)]


@pytest.mark.parametrize("question", ["How tall is the bridge?", "Who won the final?"])
def test_a_question_about_something_else_has_no_answer(question: str) -> None:
    assert all(reading.relevance < 0 for reading in READER.read(question, FERRY))
    assert not any(reading.answer for reading in READER.read(question, FERRY))


def test_each_passage_gets_its_own_reading_in_the_order_given() -> None:
    readings = READER.read("How many passengers were on the ferry?", [*FERRY, *COURT])
    turned = READER.read("How many passengers were on the ferry?", [*COURT, *FERRY])
    assert readings == turned[3:] + turned[:3]


def test_no_passages_give_no_readings() -> None:
    assert READER.read("Who?", []) == []


@settings(max_examples=40)
@given(st.text(max_size=300), st.lists(st.text(max_size=300), max_size=3))
def test_any_text_can_be_read(question: str, passages: list[str]) -> None:
    readings = READER.read(question, passages)
    assert len(readings) == len(passages)
    for passage, reading in zip(passages, readings, strict=True):
        assert 0 <= reading.chance <= 1 + 1e-6
        if reading.answer:
            start, end = reading.answer
            assert 0 <= start < end <= len(passage)


@pytest.mark.parametrize(
    "text", ["", "\ud800\udfff", "\x00", "🙂" * 500, "a" * 20_000, "1 " * 9_000]
)
def test_odd_texts_can_be_read(text: str) -> None:
    assert len(READER.read(text, [text, "The ferry left at noon."])) == 2


@pytest.mark.parametrize(
    ("text", "touched", "whole"),
    [
        ("about 1,500 soldiers", "500", "1,500"),
        ("it cost $2.5 million", "2.5", "$2.5 million"),
        ("a fall of 12% in May", "12", "12%"),
        ("said Okafor.", "kaf", "Okafor"),
        ("well — no", "—", "—"),
    ],
)
def test_an_answer_is_widened_to_whole_words(text: str, touched: str, whole: str) -> None:
    start = text.index(touched)
    widened = whole_words(text, (start, start + len(touched)))
    assert text[slice(*widened)] == whole


def test_of_an_endless_sentence_the_beginning_is_read() -> None:
    question = "How many passengers were on the ferry?"
    endless = FERRY[0].removesuffix(".") + " and more" * 50_000
    [short, long] = READER.read(question, [endless[:2_000], endless])
    assert long == short
    assert long.answer
    assert "212" in endless[slice(*long.answer)]


def test_a_printed_question_is_read_with_its_reply_and_is_no_answer() -> None:
    over = ["When will the ferry sail again?", "Who wrote the report on the rudder?"]
    replies = ["Not before Friday, says the yard.", "Two engineers from Bremen."]
    alone = READER.read(over[0], replies)
    first, second = READER.read(over[0], replies, over)
    assert first.relevance > alone[0].relevance
    assert first.relevance > second.relevance
    assert first.answer
    assert "Friday" in replies[0][slice(*first.answer)]
