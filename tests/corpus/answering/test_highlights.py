import pytest

from corpus.answering.highlights import answering_sentences, terms_in
from corpus.languages.english import question_terms
from corpus.languages.english.document import Document

TEXT = (
    "The council met on Monday. The bridge, the mayor said, will reopen in three weeks. "
    "Engineers expect that the bridge will stay shut for two months. It rained."
)


def sentences_for(question: str, text: str = TEXT) -> list[str]:
    weights = dict.fromkeys(question_terms(question), 1.0)
    return [
        text[start:end] for start, end in answering_sentences(Document.of_paragraph(text), weights)
    ]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When did the council meet?", ["The council met on Monday."]),
        (
            "When will the bridge reopen?",
            ["The bridge, the mayor said, will reopen in three weeks."],
        ),
        (
            "What of the bridge?",
            [
                "The bridge, the mayor said, will reopen in three weeks.",
                "Engineers expect that the bridge will stay shut for two months.",
            ],
        ),
        ("Who won the cup?", ["The council met on Monday."]),
    ],
)
def test_the_sentences_that_hold_most_of_the_question_are_highlighted(
    question: str, expected: list[str]
) -> None:
    assert sentences_for(question) == expected


def test_an_empty_text_has_no_sentence() -> None:
    assert answering_sentences(Document.of_paragraph(""), {"bridge": 1.0}) == ()


def test_asked_words_are_marked_in_whatever_form_they_stand() -> None:
    text = "Bridges were closed; the Bridge's hangers cracked."
    asked = terms_in(Document.of_paragraph(text), question_terms("bridge closing"))
    marked = [text[start:end] for start, end in asked]
    assert marked == ["Bridges", "closed", "Bridge's"]
