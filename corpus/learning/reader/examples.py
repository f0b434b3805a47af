"""Questions with marked paragraphs as examples to learn from. For training only.

A file has one article a line: `{"article", "title", "corpus", "paragraphs": [text], "questions":
[{"q", "gold": [paragraph], "answers": [text], "unanswerable"}]}`. Paragraphs count from 0; `gold`
are those that answer, none for an unanswerable question. `gold_all`, where there is one, lists
`[article, paragraph]` anywhere in the corpus.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from corpus import Article, Corpus
from corpus.answering.reader import Reader
from corpus.answering.reader.windows import MOST_WORDS, best_window
from corpus.article import Span, overlap
from corpus.languages.english import sentences, words

HELD_OUT = 5
"""One article in so many is not learnt from."""

OWN, OTHERS = 6, 8
"""Wrong paragraphs kept of the same article, and of others: those that share most words."""


class Passage(NamedTuple):
    """What is read of a paragraph, and where in it the answer stands, if that is marked."""

    text: str
    answer: Span | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what answers it (nothing if it is unanswerable), and what only looks like it."""

    question: str
    right: tuple[Passage, ...]
    wrong_own: tuple[Passage, ...]
    wrong_others: tuple[Passage, ...]


def is_held_out(file: str, article: str) -> bool:
    """Tell whether an article of a file is left out of training, by a hash of their names."""
    return blake2b(f"{file}/{article}".encode(), digest_size=1).digest()[0] % HELD_OUT == 0


def read_corpora(path: Path) -> list[list[Any]]:
    """Read a file's articles as they stand in it, those of one `corpus` together."""
    groups: dict[str, list[Any]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            groups[article["corpus"]].append(article)
    return list(groups.values())


def read_questions(path: Path, random: Random) -> Iterator[Asked]:
    """Read the questions of a file that are learnt from, with the paragraphs that compete.

    Articles of one `corpus` compete with one another.
    """
    name = path.name.split(".")[0]
    for articles in read_corpora(path):
        everything = corpus_of(articles)
        texts = {article["article"]: article["paragraphs"] for article in articles}
        for article in articles:
            if not is_held_out(name, article["article"]):
                own = corpus_of([article])
                for question in article["questions"]:
                    yield _asked(question, article["article"], texts, (own, everything), random)


def corpus_of(articles: Iterable[Any], reader: Reader | None = None) -> Corpus:
    """Make a corpus of some of a file's articles."""
    made = (Article.from_paragraphs(a["title"], a["paragraphs"], id=a["article"]) for a in articles)
    return Corpus(made, reader=reader)


def _asked(
    question: Any,
    article: str,
    texts: Mapping[str, Sequence[str]],
    corpora: tuple[Corpus, Corpus],
    random: Random,
) -> Asked:
    own, everything = corpora
    text = question["q"]
    gold = {(article, place) for place in question["gold"]}
    gold |= {(name, place) for name, place in question.get("gold_all", [])}
    weights = everything.weights(text)

    def passages(corpus: Corpus, most: int) -> dict[tuple[str, int], Passage]:
        hits = [
            (hit.article_id, hit.paragraph - 1) for hit in corpus.search(text, most + len(gold))
        ]
        wrong = [place for place in hits if place not in gold][:most]
        return {place: _window(texts[place[0]][place[1]], weights) for place in wrong}

    wrong_own, wrong_all = passages(own, OWN), passages(everything, OTHERS)
    right = (
        _right(texts[name][at], question["answers"], weights, random) for name, at in sorted(gold)
    )
    return Asked(
        text,
        tuple(right),
        tuple(wrong_own.values()),
        tuple(passage for place, passage in wrong_all.items() if place not in wrong_own),
    )


def _window(text: str, weights: Mapping[str, float]) -> Passage:
    start, end = best_window(text, weights)
    return Passage(text[start:end])


def _right(
    text: str, answers: Sequence[str], weights: Mapping[str, float], random: Random
) -> Passage:
    """Give the window that would be read, or one around the answer if it stands elsewhere."""
    found = next((answer for answer in answers if answer in text), None)
    start, end = best_window(text, weights)
    if not found:
        return Passage(text[start:end])
    at = text.index(found)
    if not start <= at <= at + len(found) <= end:
        start, end = around(text, (at, at + len(found)), random)
    return Passage(text[start:end], (at - start, at + len(found) - start))


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
