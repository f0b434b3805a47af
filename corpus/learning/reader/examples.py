"""Questions with the passages that answer them and some that do not, to learn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from corpus import Corpus
from corpus.answering.reader.windows import MOST_WORDS, best_window
from corpus.article import Span, overlap
from corpus.languages.english import sentences, words
from corpus.languages.english.document import Document
from corpus.learning.held_out import is_held_out_from_reader
from corpus.learning.questions import articles_of, name_of, read_collections

OWN, OTHERS = 6, 8
"""Wrong paragraphs kept of the same article, and of others: those that share most words."""


class TrainingPassage(NamedTuple):
    """What is read of a paragraph, and where in it the answer stands, if that is marked."""

    text: str
    answer: Span | None = None


@dataclass(frozen=True, slots=True)
class TrainingQuestion:
    """A question, what answers it (nothing if it is unanswerable), and what only looks like it."""

    question: str
    right: tuple[TrainingPassage, ...]
    wrong_own: tuple[TrainingPassage, ...]
    wrong_others: tuple[TrainingPassage, ...]


def read_questions(path: Path, random: Random) -> Iterator[TrainingQuestion]:
    """Read the questions of a file that are learnt from, with the paragraphs that compete.

    Articles of one `corpus` compete with one another.
    """
    file = name_of(path)
    for articles in read_collections(path):
        everything = Corpus(articles_of(articles), reader=None)
        texts = {article["article"]: article["paragraphs"] for article in articles}
        for article in articles:
            if not is_held_out_from_reader(file, article["article"]):
                own = Corpus(articles_of([article]), reader=None)
                for question in article["questions"]:
                    yield _with_passages(
                        question, article["article"], texts, (own, everything), random
                    )


def _with_passages(
    question: Any,
    article: str,
    texts: Mapping[str, Sequence[str]],
    corpora: tuple[Corpus, Corpus],
    random: Random,
) -> TrainingQuestion:
    own, everything = corpora
    text = question["q"]
    gold = {(article, place) for place in question["gold"]}
    gold |= {(name, place) for name, place in question.get("gold_all", [])}
    weights = everything.prepare(text).weights

    def passages(corpus: Corpus, most: int) -> dict[tuple[str, int], TrainingPassage]:
        hits = [
            (hit.article_id, hit.paragraph - 1) for hit in corpus.search(text, most + len(gold))
        ]
        wrong = [place for place in hits if place not in gold][:most]
        return {place: _window(texts[place[0]][place[1]], weights) for place in wrong}

    wrong_own, wrong_all = passages(own, OWN), passages(everything, OTHERS)
    right = (
        _right(texts[name][at], question["answers"], weights, random) for name, at in sorted(gold)
    )
    return TrainingQuestion(
        text,
        tuple(right),
        tuple(wrong_own.values()),
        tuple(passage for place, passage in wrong_all.items() if place not in wrong_own),
    )


def _window(text: str, weights: Mapping[str, float]) -> TrainingPassage:
    start, end = best_window(Document.of_paragraph(text), weights)
    return TrainingPassage(text[start:end])


def _right(
    text: str, answers: Sequence[str], weights: Mapping[str, float], random: Random
) -> TrainingPassage:
    """Return the window that would be read, or one around the answer if it stands elsewhere."""
    found = next((answer for answer in answers if answer in text), None)
    start, end = best_window(Document.of_paragraph(text), weights)
    if not found:
        return TrainingPassage(text[start:end])
    at = text.index(found)
    if not start <= at <= at + len(found) <= end:
        start, end = around(text, (at, at + len(found)), random)
    return TrainingPassage(text[start:end], (at - start, at + len(found) - start))


def around(text: str, answer: Span, random: Random) -> Span:
    """Choose sentences in a row around an answer, MOST_WORDS at most, the sides by chance."""
    spans = sentences(text)
    touched = [n for n, span in enumerate(spans) if overlap(span, answer)]
    first, last = touched[0], touched[-1]

    def fits(first: int, last: int) -> bool:
        inside = first >= 0 and last < len(spans)
        return inside and len(words(text[spans[first][0] : spans[last][1]])) <= MOST_WORDS

    while sides := [side for side in ((first - 1, last), (first, last + 1)) if fits(*side)]:
        first, last = random.choice(sides)
    return spans[first][0], spans[last][1]
