"""Which contradiction of an answer's passages is told of."""

from datetime import date

import pytest

from corpus import Article, Claim, Passage, Stance
from corpus.claims.claim import Spans
from corpus.contradictions import contradiction_in, disagreements
from corpus.contradictions.pairs import MOST_COMPARED

SAYS, DENIES = Stance.ASSERTS, Stance.DENIES


def claim(content: str, at: int, source: str, stance: Stance = SAYS) -> Claim:
    span = (at, at + len(content))
    return Claim(
        content, source, None, (), "said", stance, quoted=False, spans=Spans((), (), (span,))
    )


def passage(
    *sentences: tuple[str, str, Stance], answering: int, published: date | None = None
) -> Passage:
    """Make a passage of a sentence for each claim: its source, its content and its stance."""
    text, claims, spans = "", [], []
    for source, content, stance in sentences:
        before = f"{source} said "
        claims.append(claim(content, len(text) + len(before), source, stance))
        spans.append((len(text), len(text) + len(before) + len(content) + 1))
        text += f"{before}{content}. "
    return Passage(
        article=Article.from_paragraphs("T", [text], id="t", published=published),
        paragraph=1,
        text=text,
        score=1.0,
        confidence=1.0,
        highlights=(spans[answering],),
        terms=(),
        claims=tuple(claims),
    )


HELD = ("Ana Ruiz", "the plant polluted the river", SAYS)
DENIED = ("Lee Park", "the plant had polluted the river", DENIES)
OTHER = ("Jon Aas", "the harvest was good", SAYS)


def test_the_denial_may_stand_outside_the_answering_sentence() -> None:
    pair = contradiction_in([passage(HELD, OTHER, DENIED, answering=0)])
    assert pair
    assert [side.source for side in pair] == ["Lee Park", "Ana Ruiz"]


def test_the_two_may_stand_in_different_passages() -> None:
    pair = contradiction_in([passage(OTHER, DENIED, answering=0), passage(HELD, answering=0)])
    assert pair
    assert [side.source for side in pair] == ["Lee Park", "Ana Ruiz"]


def test_a_contradiction_beside_what_answers_is_not_told() -> None:
    assert contradiction_in([passage(OTHER, HELD, DENIED, answering=0)]) is None


def test_without_passages_or_contradiction_there_is_none() -> None:
    assert contradiction_in([]) is None
    assert contradiction_in([passage(HELD, OTHER, answering=0)]) is None


def test_of_endless_claims_the_first_are_compared() -> None:
    held, denied = claim(HELD[1], 0, "Ana Ruiz"), claim(DENIED[1], 90, "Lee Park", DENIES)
    others = [claim(f"town {n} is old", 200 + 40 * n, f"Mayor {n}") for n in range(20_000)]
    assert disagreements([[held, *others[:9], denied, *others]]) == [(denied, held)]
    assert disagreements([[held, *others[:MOST_COMPARED], denied]]) == []


FEW = ("Dutch intelligence", "1,500 North Korean soldiers are in Kursk", SAYS)
MANY = ("Kyiv", "10,000 North Korean soldiers are in Kursk", SAYS)


@pytest.mark.parametrize(
    ("question", "is_told"),
    [
        ("How many Chinese soldiers are there?", False),
        ("how many chinese soldiers are in kursk?", False),
        ("How many soldiers are in Belgorod?", False),
        ("How many North Korean soldiers are in Kursk?", True),
        ("how many troops are in kursk", True),
        ("What does Kyiv say about soldiers from North Korea?", True),
        ("", True),
    ],
)
def test_a_contradiction_about_something_else_than_was_asked_is_not_told(
    question: str, *, is_told: bool
) -> None:
    pair = contradiction_in([passage(FEW, MANY, answering=0)], question)
    assert bool(pair) == is_told


@pytest.mark.parametrize(
    ("one", "other", "is_told"),
    [
        (date(2024, 5, 1), date(2024, 5, 2), True),
        (date(2024, 5, 1), None, True),
        (date(2024, 5, 1), date(2024, 10, 1), False),
    ],
)
def test_figures_of_articles_of_different_months_may_both_be_true(
    one: date, other: date | None, *, is_told: bool
) -> None:
    few, many = (
        passage(FEW, answering=0, published=one),
        passage(MANY, answering=0, published=other),
    )
    assert bool(contradiction_in([few, many])) == is_told


def test_a_date_before_the_content_dates_what_is_said() -> None:
    few = ("In a report of May the army", FEW[1], SAYS)
    many = ("In a report of October the rebels", MANY[1], SAYS)
    assert contradiction_in([passage(few, answering=0), passage(many, answering=0)]) is None
    assert contradiction_in([passage(few, answering=0), passage(MANY, answering=0)])
