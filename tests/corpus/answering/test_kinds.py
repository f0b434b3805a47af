import pytest

from corpus.answering.kinds import Kind, counted_in, kind_of


@pytest.mark.parametrize(
    ("asking", "kind"),
    [
        ("How many troops are in Kursk?", Kind.NUMBER),
        ("how old is the bridge", Kind.NUMBER),
        ("What was the population of Port Ellery?", Kind.NUMBER),
        ("What percentage of voters stayed at home?", Kind.PERCENTAGE),
        ("How much did the repairs cost?", Kind.MONEY),
        ("How much money was lost?", Kind.MONEY),
        ("What is the price of a ticket?", Kind.MONEY),
        ("When will the bridge reopen?", Kind.DATE),
        ("In which year did it open?", Kind.DATE),
        ("Where did they land?", Kind.PLACE),
        ("Which city hosted the cup?", Kind.PLACE),
        ("Who is the mayor?", Kind.PERSON),
        ("Which goalkeeper and which player were hurt?", Kind.PERSON),
        ("Why was it closed?", Kind.REASON),
        ("What was the reason for the delay?", Kind.REASON),
        ("Which automaker recalled its vans?", Kind.NAME),
        ("What is the ferry called?", Kind.NAME),
        ("Is the bridge safe?", Kind.ANYTHING),
        ("kursk", Kind.ANYTHING),
        ("", Kind.ANYTHING),
    ],
)
def test_a_question_is_known_by_its_question_word_and_noun(asking: str, kind: Kind) -> None:
    assert kind_of(asking) is kind


@pytest.mark.parametrize(
    ("asking", "counted"),
    [
        ("How many troops are in Kursk?", "troops"),
        ("how many of the houses burned", "houses"),
        ("how much money was spent", "money"),
        ("What number of ferries runs?", "ferries"),
        ("When will it open?", None),
    ],
)
def test_what_is_counted_follows_how_many(asking: str, counted: str | None) -> None:
    assert counted_in(asking) == counted


def test_a_pasted_text_without_end_is_read_quickly() -> None:
    assert kind_of("how much " * 100_000) is Kind.NUMBER
