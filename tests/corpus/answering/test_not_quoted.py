"""Who is asked about and says nothing in the articles is told to be mentioned only."""

from __future__ import annotations

import pytest

from corpus import Article, Corpus

WELL = Article.from_paragraphs(
    "Well of Amsel dries up",
    [
        "The well of Amsel has run dry for the first time since 1947, the water board said.",
        "Bishop Karl Thoma came to see it on Sunday with forty pilgrims.",
        "The board said trucks would bring water from Lauen until October.",
    ],
    id="well",
)
CORPUS = Corpus([WELL])


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("what did thoma say about the well", "Thoma"),
        ("what did Karl Thoma say", "Karl Thoma"),
        ("what did the pilgrims say", "pilgrims"),
        ("what does bishop karl thoma think of it", "Bishop Karl Thoma"),
    ],
)
def test_who_is_only_mentioned_is_told(question: str, name: str) -> None:
    answer = CORPUS.ask(question)
    assert not answer.answered
    assert answer.not_quoted == name
    assert answer.nearest
    assert answer.nearest.paragraph == 2


@pytest.mark.parametrize(
    "question",
    [
        "what did the water board say",
        "what did mayor fink say about the well",
        "when did thoma come",
        "which team won the cup",
    ],
)
def test_nobody_else_is(question: str) -> None:
    assert CORPUS.ask(question).not_quoted is None


@pytest.mark.parametrize(
    ("question", "languages"),
    [
        ("Wer hat die Brücke über die Lenn gesprengt?", ("en",)),
        ("Combien de soldats sont morts dans le village ?", ("en",)),
        ("who repairs the lighthouse", ()),
        ("lighthouse skarvik", ()),
    ],
)
def test_a_question_in_another_language_is_told_which_finds_more(
    question: str, languages: tuple[str, ...]
) -> None:
    answer = CORPUS.ask(question)
    assert not answer.answered
    assert answer.languages == languages
