"""What is shown beside a sentence that does not stand alone."""

from __future__ import annotations

import pytest

from corpus.answering.going_on import with_next
from corpus.answering.question import read_question
from corpus.languages.english.document import Document


def shown(question: str, text: str) -> str:
    """Show the first sentence, and what it needs."""
    document = Document.of_paragraph(text)
    spans = with_next(document, document.sentences[:1], read_question(question))
    return " ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("what does the plan ask for", "The plan asks for two things: Fewer lorries and a wall."),
        ("how many jobs will go", "The mill says 90 jobs will go. The works council counts 150."),
        (
            "how many cows died",
            "The farm lost 40 cows, its owner said. The vet spoke of 65 cows.",
        ),
        (
            "how much will the tunnel cost",
            "The tunnel will cost 3 million euros. Critics expect 5 million euros.",
        ),
        ("why did the pool close", "The pool closed in May. That is because its roof leaks."),
        ("why was the coach sacked", "The coach was sacked. This followed a brawl in the bus."),
    ],
)
def test_the_next_sentence_is_shown_where_the_answer_needs_it(question: str, text: str) -> None:
    assert shown(question, text) == text


@pytest.mark.parametrize(
    ("question", "text", "first"),
    [
        (
            "how many jobs will go",
            "The mill says 90 jobs will go. It has stood there for 150 years.",
            "The mill says 90 jobs will go.",
        ),
        (
            "how many jobs will go",
            "The mill says 90 jobs will go. Two of them are in the office.",
            "The mill says 90 jobs will go.",
        ),
        (
            "how many jobs will go",
            "The mill says 90 jobs will go. The last will end on 30 June.",
            "The mill says 90 jobs will go.",
        ),
        (
            "when did the pool close",
            "The pool closed in May. That is because its roof leaks.",
            "The pool closed in May.",
        ),
        (
            "why did the pool close",
            "The pool closed as its roof leaks. This is a loss, a swimmer said.",
            "The pool closed as its roof leaks.",
        ),
        (
            "who was hurt",
            "Two riders were hurt. The union counts 412.",
            "Two riders were hurt.",
        ),
        (
            "why did the pool close",
            "The pool closed. That is because " + "its roof leaks and " * 12 + "rots.",
            "The pool closed.",
        ),
    ],
)
def test_nothing_is_added_where_it_stands_alone(question: str, text: str, first: str) -> None:
    assert shown(question, text) == first
