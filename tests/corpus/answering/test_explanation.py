"""Explanations: their numbers add up, they tell what `ask` does, and every hidden paragraph has its rule."""

from __future__ import annotations

import json
from dataclasses import replace
from math import exp
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Article, Corpus, claims, read
from corpus.answering.answer import Passage, Verdict
from corpus.answering.confidence import BAR
from corpus.answering.explanation import (
    READER,
    ExplainedParagraph,
    Explanation,
    KeptBack,
)
from corpus.answering.highlights import Unmarked
from corpus.answering.kinds import Kind
from corpus.answering.ranking import READ
from corpus.claims.resolution import Resolution
from corpus.corpus import SAID
from corpus.stance import Stance

SAMPLES = sorted((Path(claims.__file__).parents[1] / "samples").glob("*.md"))
CORPUS = Corpus(replace(read(path), id=path.stem) for path in SAMPLES)

QUESTIONS = [
    "How many troops are in Kursk?",
    "How many North Korean soldiers are in the Kursk region?",
    "What did Putin say?",
    "Who denies it?",
    "When will the harbor bridge reopen?",
    "Why was the penalty given?",
    "What do penguins eat in the region?",
    "the bridge",
    "who is it",
]


def explained(question: str, passages: int = 3) -> Explanation:
    return CORPUS.explain(question, 10, passages=passages)


def place_of(passage: Passage) -> tuple[str, int]:
    return passage.article.id, passage.paragraph


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_numbers_add_up_to_score_and_confidence(question: str) -> None:
    found = explained(question).paragraphs
    assert found
    for each in found:
        score = sum(measure.to_score for measure in each.measures)
        logit = sum(measure.to_confidence for measure in each.measures)
        assert score == pytest.approx(each.passage.score)
        assert 1 / (1 + exp(-logit)) == pytest.approx(each.passage.confidence)


@pytest.mark.parametrize("passages", [1, 3, 8])
@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_shown_is_what_ask_answers_and_all_else_has_its_rule(
    question: str, passages: int
) -> None:
    explanation = explained(question, passages=passages)
    shown = [each.passage for each in explanation.paragraphs if each.is_shown]
    answer = CORPUS.ask(question, passages)
    sides = {side.place for each in answer.disagreements for side in each.sides}
    asked = [passage for passage in answer.passages if place_of(passage) not in sides]
    assert [replace(p, highlights=()) for p in asked] == [
        replace(p, highlights=()) for p in shown[:passages] if place_of(p) not in sides
    ][: len(asked)]
    assert answer.answered == bool(shown)
    assert explanation.answered == bool(shown)
    hidden = explanation.paragraphs[len(shown) :]
    assert not any(each.is_shown for each in hidden)
    below = {KeptBack.BELOW_BAR, KeptBack.NEAREST, KeptBack.ONLY_STOP_WORDS}
    for each in hidden:
        assert each.kept_back in below or each.passage.confidence >= BAR
        assert each.kept_back is not KeptBack.BEYOND_LIMIT or shown
    nearest = [each.passage for each in hidden if each.kept_back is KeptBack.NEAREST]
    assert nearest == list(filter(None, [CORPUS.ask(question, passages).nearest]))
    scores = [each.passage.score for each in hidden]
    assert scores == sorted(scores, reverse=True)


def rules(question: str, passages: int = 3) -> set[KeptBack | None]:
    return {each.kept_back for each in explained(question, passages).paragraphs}


def test_every_rule_is_named_where_it_decides() -> None:
    assert rules("Who denies it?") == {None, KeptBack.NOT_SURE_BESIDE, KeptBack.BELOW_BAR}
    assert rules("What do penguins eat in the region?") == {KeptBack.BELOW_BAR}
    assert rules("who is it") == {KeptBack.ONLY_STOP_WORDS}


def test_the_pieces_of_a_long_paragraph_stand_below_the_best_of_them() -> None:
    sentence = "The witness spoke of the missing ledger and the harbor fund. "
    article = Article.from_paragraphs("T", [sentence * 80, "The ledger is green."], id="t")
    found = Corpus([article]).explain("missing ledger").paragraphs
    of_first = [each for each in found if each.passage.paragraph == 1]
    assert len(of_first) > 2
    assert of_first[0].kept_back is not KeptBack.BETTER_PIECE
    assert {each.kept_back for each in of_first[1:]} == {KeptBack.BETTER_PIECE}
    assert len({each.piece for each in of_first}) == len(of_first)
    start = found.index(of_first[0])
    assert list(found[start : start + len(of_first)]) == of_first


def reader_of(each: ExplainedParagraph) -> float | None:
    return next(measure.value for measure in each.measures if measure.name == READER)


def test_only_the_best_by_their_words_have_a_relevance_and_the_others_say_they_were_not_read() -> (
    None
):
    paragraphs = [f"Ferry number {number} sails to Sandholm." for number in range(READ + 4)]
    corpus = Corpus([Article.from_paragraphs("Ferries", paragraphs, id="f")])
    found = corpus.explain("Which ferry sails to Sandholm?", 20).paragraphs
    unread = [each for each in found if reader_of(each) is None]
    assert len(found) - len(unread) == READ
    assert {each.mark.unmarked for each in unread} == {Unmarked.NOT_READ}
    least = min(each.passage.score for each in found if each not in unread)
    assert all(each.passage.score <= least for each in unread)


def test_how_the_question_was_read_is_told() -> None:
    asked = explained("The cup was on Sunday. How many soldires are in Kursk, zzz?").asked
    by_form = {term.form: term for term in asked.terms}
    assert by_form["kursk"].asking
    assert by_form["kursk"].known
    assert not by_form["cup"].asking
    assert not by_form["zzz"].known
    assert by_form["zzz"].weight == max(term.weight for term in asked.terms)
    assert by_form["soldires"].slip == "soldir"
    assert by_form["soldires"].term == "soldier"
    assert by_form["soldires"].known
    assert asked.kinds == (Kind.NUMBER,)
    assert (asked.source, asked.stances) == ("", ())
    assert explained("What did Ruben Brekelmans say?").asked.source == "Ruben Brekelmans"
    assert explained("Who denies that troops are in Kursk?").asked.stances == (Stance.DENIES,)


def test_the_words_that_answer_are_told_with_their_chance_or_why_none_are_marked() -> None:
    marks = {
        question: [each.mark for each in explained(question).paragraphs] for question in QUESTIONS
    }
    for question, found in marks.items():
        for mark in found:
            assert (mark.words is None) == (
                mark.unmarked in (Unmarked.NOT_READ, Unmarked.NOT_SURE)
            ), question
            assert mark.shown == (None if mark.unmarked else mark.words)
    assert {mark.unmarked for mark in marks["How many troops are in Kursk?"]} >= {
        None,
        Unmarked.NOT_SURE,
    }
    about_claims = {mark.unmarked for mark in marks["What did Putin say?"]}
    assert None not in about_claims


def test_a_paragraph_in_which_the_asked_source_speaks_gets_a_bonus() -> None:
    found = explained("What did Ruben Brekelmans say?").paragraphs
    assert {each.bonus for each in found} == {0.0, SAID}
    assert found[0].bonus == SAID
    assert {each.bonus for each in explained("How many troops are in Kursk?").paragraphs} == {0.0}


def test_each_claim_has_its_verdict_and_the_way_to_its_owner() -> None:
    judged = [
        (claim, verdict)
        for each in explained("How many troops are in Kursk?").paragraphs
        for claim, verdict in each.passage.judged_claims()
    ]
    assert {verdict for _, verdict in judged} >= {Verdict.LIKELY, Verdict.DOUBLED}
    assert all(claim.resolution for claim, _ in judged)
    assert Resolution.FULL_NAME in {claim.resolution for claim, _ in judged}
    for each in explained("How many troops are in Kursk?").paragraphs:
        shown = [claim for claim, verdict in each.passage.judged_claims() if verdict.shows]
        assert tuple(shown) == each.passage.claims_in((0, len(each.passage.text)))


def test_an_explanation_is_json_with_the_numbers_and_the_bars() -> None:
    explanation = explained("How many troops are in Kursk?")
    written = json.loads(json.dumps(explanation.as_json()))
    assert written["answered"] is True
    assert written["bar"] == BAR
    first = written["paragraphs"][0]
    assert first["kept_back"] is None
    assert sum(measure["to_score"] for measure in first["measures"]) == pytest.approx(
        first["score"]
    )
    assert {"confidence", "sure_from", "verdict", "resolution", "stance_words", "relays"} <= set(
        first["claims"][0]
    )


def test_a_corpus_without_a_reader_or_without_articles_can_be_explained_too() -> None:
    assert Corpus().explain("Who won the cup?").paragraphs == ()
    article = Article.from_paragraphs("Cup", ["Rovers won the cup."], id="c")
    [only] = Corpus([article], reader=None).explain("Who won the cup?").paragraphs
    assert reader_of(only) is None
    assert only.mark.unmarked is Unmarked.NOT_READ


@given(question=st.text(max_size=60))
def test_any_question_can_be_explained(question: str) -> None:
    explanation = CORPUS.explain(question)
    json.dumps(explanation.as_json())
    assert explanation.answered == CORPUS.ask(question).answered
