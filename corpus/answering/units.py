"""What is searched: paragraphs, the very long ones in pieces that keep the paragraph's number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.answering.pasted import ends_in_question_mark
from corpus.article import Article, Span
from corpus.languages.english.document import Document

LONGEST_UNIT = 1_500
"""Characters in one unit at most, about 250 words: beyond it BM25's length norm hides the answer.

A single sentence longer than this stays whole.
"""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph or a piece of one: `text[start:end]` of the paragraph with that number."""

    paragraph: int
    start: int
    end: int


def units_of(article: Article, document: Document) -> Iterator[Unit]:
    """List the units of an article in reading order; together they hold every sentence of it.

    `document` is the reading of its text.
    """
    for paragraph, start in zip(article.paragraphs, article.paragraph_starts, strict=True):
        length = len(paragraph.text)
        if length <= LONGEST_UNIT:
            yield Unit(paragraph.number, 0, length)
        else:
            sentences = document.sentences_in(start, start + length)
            yield from _pieces(paragraph.number, [(s - start, e - start) for s, e in sentences])


def text_of(article: Article, unit: Unit) -> str:
    """Return the text of one of an article's units."""
    return article.paragraphs[unit.paragraph - 1].text[unit.start : unit.end]


def question_over(article: Article, unit: Unit) -> str:
    """Return the question that a unit replies to: the heading over it, where that asks something.

    In a printed interview the reply seldom repeats the words by which it is looked for.
    """
    heading = article.paragraphs[unit.paragraph - 1].heading or ""
    return heading if ends_in_question_mark(heading) else ""


def _pieces(number: int, sentences: Iterable[Span]) -> Iterator[Unit]:
    start = end = 0
    for sentence_start, sentence_end in sentences:
        if end > start and sentence_end - start > LONGEST_UNIT:
            yield Unit(number, start, end)
            start = sentence_start
        end = sentence_end
    yield Unit(number, start, end)
