"""What the reader learns from a small file of questions of our own."""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

from corpus.answering.reader.windows import MOST_WORDS
from corpus.languages.english import sentences, words
from corpus.learning.held_out import is_held_out_from_reader
from corpus.learning.reader.examples import (
    TrainingPassage,
    TrainingQuestion,
    around,
    read_questions,
)

FERRY = [
    "The ferry Marta left Osterby at noon with 212 passengers.",
    "Osterby has had a harbour for 400 years.",
    "The ferry was built in Sandholm.",
]
MARKET = ["The night market of Osterby moves to the quay.", "The ferry will stop beside it."]
FILLER = "The council met in the old hall and spoke of many things that evening. "


def learnt(name: str) -> str:
    """Number a name so that the article is learnt from; whether it is, a hash of it decides."""
    return next(
        f"{name} {n}" for n in range(99) if not is_held_out_from_reader("own", f"{name} {n}")
    )


def article(
    name: str, paragraphs: Sequence[str], *questions: dict[str, object], corpus: str = "town"
) -> dict[str, object]:
    return {
        "article": name,
        "title": "News",
        "corpus": corpus,
        "paragraphs": paragraphs,
        "questions": questions,
    }


def asked(question: str, gold: Sequence[int], *answers: str) -> dict[str, object]:
    return {"q": question, "gold": gold, "answers": answers, "unanswerable": not gold}


def read(folder: Path, *articles: dict[str, object]) -> list[TrainingQuestion]:
    path = folder / "own.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in articles), "utf-8")
    return list(read_questions(path, Random(1)))  # noqa: S311 - no secret


def texts(passages: Sequence[TrainingPassage]) -> set[str]:
    return {passage.text for passage in passages}


def test_a_question_has_what_answers_and_what_only_shares_its_words(tmp_path: Path) -> None:
    question = asked("How many passengers left Osterby on the ferry?", [0], "212 passengers")
    [found] = read(
        tmp_path, article(learnt("ferry"), FERRY, question), article(learnt("market"), MARKET)
    )
    [right] = found.right
    assert right.text == FERRY[0]
    assert right.answer
    assert right.text[slice(*right.answer)] == "212 passengers"
    assert texts(found.wrong_own) == set(FERRY[1:])
    assert texts(found.wrong_others) == set(MARKET)


def test_articles_of_another_corpus_do_not_compete(tmp_path: Path) -> None:
    question = asked("How many passengers left Osterby on the ferry?", [0])
    far = article(learnt("market"), MARKET, corpus="elsewhere")
    [found] = read(tmp_path, article(learnt("ferry"), FERRY, question), far)
    assert found.wrong_others == ()
    assert found.right == (TrainingPassage(FERRY[0]),)


def test_paragraphs_of_other_articles_may_be_marked_too(tmp_path: Path) -> None:
    other = learnt("market")
    question = asked("Where does the ferry stop?", [2]) | {"gold_all": [[other, 1]]}
    [found] = read(tmp_path, article(learnt("ferry"), FERRY, question), article(other, MARKET))
    assert texts(found.right) == {FERRY[2], MARKET[1]}
    assert MARKET[1] not in texts(found.wrong_others)


def test_nothing_answers_an_unanswerable_question(tmp_path: Path) -> None:
    [found] = read(tmp_path, article(learnt("ferry"), FERRY, asked("Who painted the ferry?", [])))
    assert found.right == ()
    assert FERRY[2] in texts(found.wrong_own)


def test_an_article_that_is_held_out_is_not_learnt_from(tmp_path: Path) -> None:
    names = [f"ferry {n}" for n in range(50)]
    held_out = {name for name in names if is_held_out_from_reader("own", name)}
    assert 0 < len(held_out) < len(names) / 2
    found = read(tmp_path, *(article(n, FERRY, asked(f"A ferry, {n}?", [0])) for n in names))
    assert {each.question for each in found} == {f"A ferry, {n}?" for n in set(names) - held_out}


def test_around_an_answer_whole_sentences_are_taken_as_many_as_are_read() -> None:
    text = FILLER * 9 + "The ferry left at noon. " + FILLER * 9
    at = text.index("noon")
    for seed in range(20):
        start, end = around(text, (at, at + 4), Random(seed))  # noqa: S311 - no secret
        assert start <= at < at + 4 <= end
        assert {start, end} <= {place for span in sentences(text) for place in span}
        assert MOST_WORDS / 2 < len(words(text[start:end])) <= MOST_WORDS
