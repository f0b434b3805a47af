"""Learn what the other side of an answer looks like: `python -m corpus.learning other_side`.

Writes `corpus/contradictions/judge.json`. Learns from the cases in `open/`, the pairs that a reader
must see both of and all others that the cases bring together, and from every MEMBERS-th question of
members, about whose answers nobody is taken to disagree. Prints how many pairs are found, and how
many shown that are none, for several bars; each case is judged by what was learnt from other FOLDS.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np

from corpus import Corpus
from corpus.answering.ranking import READ
from corpus.contradictions.asked import Asked
from corpus.contradictions.evidence import weigh
from corpus.contradictions.judge import WEIGHTS, Judge
from corpus.contradictions.other_side import Pair, read_pairs, statements_around
from corpus.contradictions.statement import Statement
from corpus.corpus import READER
from corpus.learning import members
from corpus.learning.held_out import fold
from corpus.learning.other_side.cases import OPEN, Case, read_cases
from corpus.learning.regression import fit_logistic

FOLDS = 8

MEMBERS = 4

PENALTY = 2.5
"""How much a weight's square costs; evidence is scaled to a standard deviation of 1 first."""

BARS = (0.3, 0.4, 0.5, 0.55, 0.6, 0.7, 0.8)

AMONG = 0.5
"""Share of the words of a side that a statement must have, to be the one of its sentence that is meant."""


class Example(NamedTuple):
    """A pair's evidence, and whether it is two sides; None where its sentences are, but it is not."""

    evidence: Mapping[str, float]
    is_one: bool | None


class Question(NamedTuple):
    """The pairs that a question brings together, and those that its other side, shown, would."""

    group: str
    has_sides: bool
    pairs: list[Example]
    turned: list[Example]


def main(arguments: Sequence[str]) -> None:
    """Learn, print the figures of what was held out, and write the weights."""
    argparse.ArgumentParser(
        prog="python -m corpus.learning other_side", description=__doc__
    ).parse_args(arguments)
    questions = [*questions_of_cases(), *questions_of_members()]
    judged = list(judged_in_turns(questions))
    for bar in BARS:
        print(f"{bar}: {figures(judged, bar)}")
    judge = fit(questions)
    weights = {name: round(weight, 4) for name, weight in judge.weights.items()}
    learnt = {"weights": weights, "bias": round(judge.bias, 4)}
    WEIGHTS.write_text(json.dumps(learnt, indent=1) + "\n", "utf-8")


def questions_of_cases() -> Iterator[Question]:
    """Ask all that the open cases ask."""
    for number, case in enumerate(read_cases(OPEN)):
        corpus = Corpus(case.articles)
        asked = [case.question, *case.ordinary, *(each.text for each in case.asked)]
        for question in asked:
            has_sides = bool(case.beside) and question == case.question
            yield _question(corpus, question, f"case {number}", case, has_sides=has_sides)


def questions_of_members() -> Iterator[Question]:
    """Ask every MEMBERS-th question of members of its group's articles."""
    for group, corpus in members.Searches(members.read_groups(members.OPEN)).corpora(0):
        for question in group.questions[::MEMBERS]:
            yield _question(corpus, question.text, group.name, Case(), has_sides=False)


def _question(
    corpus: Corpus, question: str, group: str, case: Case, *, has_sides: bool
) -> Question:
    shown, found = corpus.ask(question).passages[:1], corpus.search(question, READ)
    places = [(hit.article_id, hit.paragraph) for hit in found]
    told, others = statements_around(shown, places, corpus.passage_at)
    turned = [each for each in others if has_sides and _is_side(each, case)]
    pairs, other_way = (list(_examples(question, some, others, case)) for some in (told, turned))
    return Question(group, has_sides, pairs, other_way)


def _examples(
    question: str, told: Sequence[Statement], others: Sequence[Statement], case: Case
) -> Iterator[Example]:
    asked = Asked.of(question)
    for pair, heard in read_pairs(question, asked, told, others, READER.read):
        yield Example(weigh(asked, *pair, heard), _are_sides(pair, case))


def _is_side(statement: Statement, case: Case) -> bool:
    return any(words in statement.sentence for words in chain(*case.beside))


def _are_sides(pair: Pair, case: Case) -> bool | None:
    for one, other in case.beside:
        for sides in ((one, other), (other, one)):
            if all(w in each.sentence for w, each in zip(sides, pair, strict=True)):
                both = all(_is_meant(w, each) for w, each in zip(sides, pair, strict=True))
                return both or None
    return False


def _is_meant(words: str, statement: Statement) -> bool:
    content, words_of_side = statement.content.lower(), words.lower().split()
    return sum(word in content for word in words_of_side) >= AMONG * len(words_of_side)


def fit(questions: Sequence[Question]) -> Judge:
    """Learn from all pairs that are two sides, or plainly are not."""
    pairs = [each for q in questions for each in (*q.pairs, *q.turned) if each.is_one is not None]
    names = list(pairs[0].evidence)
    rows = np.array([[each.evidence[name] for name in names] for each in pairs], float)
    scale = rows.std(axis=0) + 1e-9
    outcomes = [bool(each.is_one) for each in pairs]
    weights, bias = fit_logistic(rows / scale, outcomes, penalty=PENALTY, with_bias=True)
    return Judge(dict(zip(names, (weights / scale).tolist(), strict=True)), bias)


def judged_in_turns(
    questions: Sequence[Question],
) -> Iterator[tuple[Question, float, bool | None]]:
    """Give each question with the chance of its likeliest pair, and whether that is two sides."""
    for part in range(FOLDS):
        judge = fit([each for each in questions if fold(each.group, FOLDS) != part])
        for each in questions:
            if fold(each.group, FOLDS) == part:
                judged = [(judge(pair.evidence), pair.is_one) for pair in each.pairs]
                yield each, *max(judged, key=lambda one: one[0], default=(0.0, False))


def figures(judged: Sequence[tuple[Question, float, bool | None]], bar: float) -> str:
    """Tell what a bar shows, of questions with two sides and of all others."""
    asked = sum(question.has_sides for question, *_ in judged)
    shown = [
        (question.has_sides, is_one is not False)
        for question, chance, is_one in judged
        if chance >= bar
    ]
    found = shown.count((True, True))
    beside, apart = found + shown.count((True, False)), shown.count((False, False))
    return f"{found} of {asked} found, {found} of {beside} right; {apart} of {len(judged) - asked} others"
