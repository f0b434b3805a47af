"""Ask the questions of a file, and keep of each what the figures are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Corpus
from corpus.answering.explanation import ExplainedParagraph
from corpus.learning.members import MemberQuestion, Searches

FIRST = 3
"""Paragraphs among which the right one counts as found."""

SHARED = 0.5
"""Share of the shorter one's words that a mark and the right words have in common at least."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question got.

    `found` tells of the first paragraphs, best first, whether each answers; `shown` of those that
    were shown. `confidence` is the first one's, 0 where nothing was found. `mark` is None where no
    words were marked in it, else whether they are right. `near` tells whether a nearest one was given.
    """

    question: MemberQuestion
    found: tuple[bool, ...]
    shown: tuple[bool, ...]
    confidence: float
    mark: bool | None

    @property
    def is_right(self) -> bool:
        """Whether what answers stands first."""
        return self.found[:1] == (True,)


def ask(searches: Searches, others: int) -> Iterator[Asked]:
    """Ask every question in its corpus."""
    for group, corpus in searches.corpora(others):
        for question in group.questions:
            yield _asked(question, corpus)


def _asked(question: MemberQuestion, corpus: Corpus) -> Asked:
    best = [each for each in corpus.explain(question.text, FIRST).paragraphs if is_whole(each)]
    right = [(p.passage.article.id, p.passage.paragraph) in question.right for p in best]
    return Asked(
        question,
        found=tuple(right),
        shown=tuple(is_right for is_right, each in zip(right, best, strict=True) if each.is_shown),
        confidence=best[0].passage.confidence if best else 0.0,
        mark=_mark(question, best),
    )


def is_whole(paragraph: ExplainedParagraph) -> bool:
    """Leave out the other pieces of a long paragraph."""
    return paragraph.kept_back != "a better piece of the same paragraph"


def _mark(question: MemberQuestion, best: Sequence[ExplainedParagraph]) -> bool | None:
    if not best or not best[0].is_shown or not best[0].passage.answer:
        return None
    start, end = best[0].passage.answer
    marked = set(best[0].passage.text[start:end].lower().split())
    return any(_alike(marked, set(words.lower().split())) for words in question.words)


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= SHARED * min(len(one), len(other))
