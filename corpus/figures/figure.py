"""A figure: a number in an article, what it counts, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.answering.answer import Passage
from corpus.article import Article, Span
from corpus.claims import Claim
from corpus.contradictions.quantities import SHARE, YEAR, Quantity, quantities
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.stance import Stance

_JOINED = re.compile(r"[-\u2010\u2011]\w")

_SAY_WHAT_IS = frozenset(
    {
        Stance.ASSERTS,
        Stance.ACCUSES,
        Stance.BELIEVES,
        Stance.HEDGES,
        Stance.DOUBTS,
        Stance.DENIES,
        Stance.UNSTATED,
    }
)
"""Stances towards what is so; the others are towards what shall be, or is not known."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as an article gives it.

    `text` is the whole paragraph, and all spans are characters of it: of the `number` with what bounds
    it ("at least 1,500"), of the words for the `thing` that is counted, which may be none, and of the
    `sentence`. `claim` is the claim that the number stands in; None where it is the article's own.
    """

    article: Article
    paragraph: int
    text: str
    sentence: Span
    number: Span
    thing: Span
    quantity: Quantity
    claim: Claim | None

    @property
    def written(self) -> str:
        """The number in the article's words, on one line: "at least 1,500"."""
        return " ".join(self.text[slice(*self.number)].split())

    @property
    def thing_written(self) -> str:
        """What is counted in the article's words: "North Korean troops"; "" where it is not named."""
        return " ".join(self.text[slice(*self.thing)].split())

    @property
    def owner(self) -> str | None:
        """The name of who gives it, None where that is the article, or somebody it does not name."""
        return self.claim.source if self.claim else None

    @property
    def place(self) -> tuple[str, int, Span]:
        """The article's id, the number of the paragraph, from 1, and the sentence."""
        return self.article.id, self.paragraph, self.sentence

    @property
    def is_denied(self) -> bool:
        """Whether its source does not accept it."""
        return self.claim is not None and self.claim.stance in (Stance.DENIES, Stance.DOUBTS)

    @property
    def says_what_is(self) -> bool:
        """Whether it is given for what is so, and not for what is promised, demanded or asked."""
        return self.claim is None or self.claim.stance in _SAY_WHAT_IS


def figures_in(passage: Passage) -> Iterator[Figure]:
    """Give the figures of a paragraph in reading order.

    Years of dates are none, and what is joined to another word by a hyphen counts nothing: "a 12-year
    stretch".
    """
    for start, end in Document.of_paragraph(passage.text).whole_sentences:
        sentence = passage.text[start:end]
        for quantity in quantities(sentence):
            if quantity.unit != YEAR and not _JOINED.match(sentence, quantity.end):
                yield _figure(passage, (start, end), sentence, quantity)


def _figure(passage: Passage, span: Span, sentence: str, quantity: Quantity) -> Figure:
    start = span[0]
    is_of_number = quantity.unit == SHARE or LEXICON.currencies.issuperset(
        sentence[quantity.end : quantity.counted_end].lower().split()
    )
    end = quantity.counted_end if is_of_number else quantity.end
    number = start + quantity.bounded_start(sentence), start + end
    return Figure(
        article=passage.article,
        paragraph=passage.paragraph,
        text=passage.text,
        sentence=span,
        number=number,
        thing=(start + end, start + quantity.counted_end),
        quantity=quantity,
        claim=_claim_with(passage, (start + quantity.start, start + quantity.end)),
    )


def _claim_with(passage: Passage, number: Span) -> Claim | None:
    """Find the claim that a number stands in: of one within another the inner."""
    around = passage.claims_in(number)
    return min(around, key=lambda claim: len(claim.content), default=None)
