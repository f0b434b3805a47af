"""The judge weighs what it is given, and what it learnt fits the evidence there is."""

from __future__ import annotations

import pytest

from corpus import Article, Corpus
from corpus.contradictions.asked import Asked
from corpus.contradictions.evidence import may_oppose, weigh
from corpus.contradictions.judge import BAR, BAR_BY_RULE, SUSPECTED, Judge, load_judge
from corpus.contradictions.other_side import read_pairs
from corpus.contradictions.statement import Statement, statements_in
from corpus.corpus import READER


def statements(*paragraphs: str) -> list[Statement]:
    article = Article.from_paragraphs("", paragraphs)
    corpus = Corpus([article])
    places = [(article.id, number) for number in range(1, len(paragraphs) + 1)]
    return [each for place in places for each in statements_in(corpus.passage_at(place))]


def test_every_weight_is_of_a_piece_of_evidence() -> None:
    question = "How many came?"
    told, other = statements("Police said 300 people came.", "The club said 900 people came.")
    asked = Asked.of(question)
    ((pair, heard),) = read_pairs(question, asked, [told], [other], READER.read)
    assert weigh(asked, *pair, heard).keys() == load_judge().weights.keys()


def test_the_chance_is_the_logistic_of_the_weighed_sum() -> None:
    judge = Judge({"a": 2.0, "b": -1.0}, -3.0)
    assert judge({"a": 2.0, "b": 1.0}) == pytest.approx(0.5)


def test_bars_stand_in_order() -> None:
    assert 0 < SUSPECTED < BAR_BY_RULE < BAR < 1


@pytest.mark.parametrize(
    ("question", "told", "other", "may"),
    [
        ("How many came?", "Police said 300 people came.", "Fans said 900 people came.", True),
        ("How many came?", "Police said 300 people came.", "Fans said 310 people came.", False),
        ("How many came?", "Police said 300 people came.", "Fans said that they sang.", False),
        ("How many came?", "Police said 300 people came.", "Fans said that nobody came.", True),
        ("Is it open?", "Bo Falk said he loved cats.", "Ana Roth said she loved dogs.", False),
        ("What did Bo Falk say?", "Bo Falk said tea is dear.", "Ana Roth said it rains.", False),
    ],
)
def test_only_what_can_be_disputed_is_compared(
    question: str, told: str, other: str, *, may: bool
) -> None:
    one, another = statements(told, other)
    assert may_oppose(Asked.of(question), one, another) is may
