"""What another source says of the same thing stands beside what is shown, and only that."""

from __future__ import annotations

import pytest

from corpus import Article, Corpus


def sides(question: str, *paragraphs: str) -> set[str]:
    answer = Corpus([Article.from_paragraphs("News", paragraphs)]).ask(question)
    return {side.words for each in answer.disagreements for side in each.sides}


MARCH = "Police said 3,000 people marched in Brill on Sunday."


@pytest.mark.parametrize(
    ("question", "one", "other", "words"),
    [
        (
            "How many people marched in Brill?",
            MARCH,
            "The organisers said 9,000 people had marched in Brill.",
            "9,000",
        ),
        (
            "How many people marched in Brill?",
            MARCH,
            "The town's mayor said it was closer to 5,000.",
            "closer to 5,000",
        ),
        (
            "Who dumped the oil?",
            "A fisherman accused the Corvan company of dumping oil in the bay.",
            "Corvan denied dumping oil in the bay.",
            "dumping oil",
        ),
        (
            "Who dumped the oil?",
            "A fisherman accused the Corvan company of dumping oil in the bay.",
            "The company's lawyer, Ada Rusk, denies that.",
            "that",
        ),
        (
            "Are there soldiers in the valley?",
            "The ministry said 400 soldiers were hiding in the valley.",
            "A shepherd said he had seen no sign of these soldiers.",
            "no sign of these soldiers",
        ),
    ],
)
def test_another_source_of_the_same_thing_stands_beside(
    question: str, one: str, other: str, words: str
) -> None:
    assert any(words in side for side in sides(question, one, other))


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "How many people marched in Brill?",
            MARCH,
            "The organisers said 9,000 people had marched in Oster.",
        ),
        (
            "How many people marched in Brill?",
            MARCH,
            "The organisers said 3,000 people had marched in Brill.",
        ),
        ("How many people marched in Brill?", MARCH, "Police said later it was closer to 5,000."),
        (
            "How long may lorries on the old bridge be?",
            "The town hall said lorries on the old bridge may be 8 metres long.",
            "The builder said lorries on the new bridge may be 20 metres long.",
        ),
        (
            "What will the mayor build?",
            "The mayor said she would build a school in the harbour.",
            "A councillor denied that he had sold his house.",
        ),
        (
            "How much did the film cost?",
            "Ugo Sand said his film had cost 3 million euros.",
            "Kira Vell said her film had cost 9 million euros.",
        ),
    ],
)
def test_what_only_seems_to_be_about_it_does_not(question: str, one: str, other: str) -> None:
    assert sides(question, one, other) == set()


def test_the_other_side_may_stand_in_a_later_paragraph_and_is_shown_right_after() -> None:
    paragraphs = [
        "The union said 412 workers at the Lund works went on strike.",
        "The works are 90 years old.",
        "The works' manager said that 180 workers went on strike.",
    ]
    corpus = Corpus([Article.from_paragraphs("Strike", paragraphs)])
    answer = corpus.ask("How many workers went on strike?")
    assert len(answer.disagreements) == 1
    assert [passage.paragraph for passage in answer.passages][:2] in ([1, 3], [3, 1])
    assert len(corpus.ask("How many workers went on strike?", limit=1).passages) == 1


def test_a_side_in_a_passage_that_is_shown_is_highlighted_there() -> None:
    text = "The road agency said the delay costs 1.2 million a day. The builder said it costs 2 million."
    answer = Corpus([Article.from_paragraphs("Road", [text])]).ask("How much does the delay cost?")
    (passage,) = answer.passages
    assert len(answer.disagreements) == 1
    assert [text[slice(*span)][-10:] for span in passage.highlights] == ["ion a day.", "2 million."]
