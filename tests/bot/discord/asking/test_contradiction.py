"""Sources that contradict one another: a line for each, with what tells them apart."""

from __future__ import annotations

from bot.discord.asking.card import SCALES, contradiction
from bot.wording import SOURCES_DIFFER
from corpus.answering.answer import Answer, Disagreement, Side
from corpus.article import Article
from corpus.claims import Stance
from tests.bot.discord.made import claim_of, passage_of

HEADLINE, DISPUTED = f"{SCALES} **{SOURCES_DIFFER}**", f"{SCALES} **Disputed**"


def answer_saying(
    one: str, other: str, *, stance: Stance = Stance.ASSERTS, question: str = "How many died?"
) -> Answer:
    article = Article.from_paragraphs("Fire", [one, other])
    claims = [claim_of("Fire brigade", one), claim_of("Owner", other, stance=stance)]
    passages = [passage_of(article, number, claim) for number, claim in enumerate(claims, 1)]
    first, second = (
        Side(passage, (0, len(passage.text)), claim)
        for passage, claim in zip(passages, claims, strict=True)
    )
    return Answer(question, tuple(passages), disagreements=(Disagreement((first, second)),))


def test_figures_that_differ_stand_one_under_another() -> None:
    found = answer_saying("12 workers died in the fire", "30 workers died in the fire")
    assert contradiction(found).split("\n") == [
        HEADLINE,
        "**Fire brigade**: “12 workers died in the fire”",
        "**Owner**: “30 workers died in the fire”",
    ]


def test_a_denial_is_said_to_be_one() -> None:
    words = "workers died in the fire"
    denied = contradiction(answer_saying(words, words, stance=Stance.DENIES)).split("\n")
    assert denied == [
        HEADLINE,
        f"**Fire brigade** *asserts*: “{words}”",
        f"**Owner** *denies*: “{words}”",
    ]


def test_where_yes_or_no_is_asked_it_is_said_to_be_disputed() -> None:
    found = answer_saying("12 workers died", "30 workers died", question="Did workers die?")
    assert contradiction(found).startswith(DISPUTED)


def test_a_figure_that_stands_late_is_not_cut_away() -> None:
    late = "after a long night in the old rope factory at the far end of the quiet harbour "
    found = answer_saying(
        f"{late}12 workers died in the fire", f"{late}30 workers died in the fire"
    )
    _, first, _ = contradiction(found).split("\n")
    assert first.startswith("**Fire brigade**: “… ")
    assert "12 workers died" in first


def test_no_line_stands_where_sources_agree() -> None:
    assert contradiction(Answer("How many died?")) == ""
