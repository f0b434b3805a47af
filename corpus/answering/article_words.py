"""An article cut into words: what costs most of loading it, and so is stored with it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern

import numpy as np
import Stemmer

from corpus.answering.pasted import ends_in_question_mark
from corpus.answering.units import Unit
from corpus.answering.word_codes import WordCodes, encode
from corpus.article import Article
from corpus.index import NumberedTerms
from corpus.languages.english.document import Document

RULES = 2
"""Raised with every change to what makes units, words, terms or tokens of a text."""

_MADE_BY = f"{RULES}, stems {Stemmer.version()}"
"""What marks stored words, so that those made by other rules are made again and not misread."""

_TOKEN, _NUMBER = np.dtype("<u8"), np.dtype("<u4")


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The words of an article's units in a row: a code of each for ranking, a term for the index.

    `terms` tells where each unit begins.
    """

    codes: WordCodes
    terms: NumberedTerms

    @classmethod
    def of(cls, article: Article, units: Sequence[Unit], document: Document) -> ArticleWords:
        """Take the words of an article's units from the reading of its text."""
        starts = article.paragraph_starts  # counted anew at each look
        placed = [(starts[unit.paragraph - 1], unit) for unit in units]
        spans = [(start + unit.start, start + unit.end) for start, unit in placed]
        asked = [_question_over(article, unit) for unit in units]
        encoded = [
            np.concatenate([encode(question), encode(document, *span)])
            for question, span in zip(asked, spans, strict=True)
        ]
        words = (
            [*question.words_in(0, len(question.text)), *document.words_in(*span)]
            for question, span in zip(asked, spans, strict=True)
        )
        return cls(
            np.concatenate([np.empty(0, np.uint64), *encoded]),
            NumberedTerms.of([[word.term for word in of_unit] for of_unit in words]),
        )

    def to_bytes(self) -> bytes:
        """Write the words for storage: a line of JSON, then the arrays."""
        head = {
            "made by": _MADE_BY,
            "lengths": np.diff(self.terms.starts).tolist(),
            "terms": self.terms.terms,
        }
        arrays = self.codes.astype(_TOKEN).tobytes() + self.terms.numbers.astype(_NUMBER).tobytes()
        return json.dumps(head).encode() + b"\n" + arrays

    @classmethod
    def from_bytes(cls, stored: bytes) -> ArticleWords | None:
        """Read what `to_bytes` wrote, or give None where other rules made it."""
        end = stored.index(b"\n")
        head = json.loads(stored[:end])
        if head["made by"] != _MADE_BY:
            return None
        starts = np.cumsum([0, *head["lengths"]], dtype=np.int64)
        count, at = int(starts[-1]), end + 1
        # copied, so that what lives on in memory does not hold on to the rest; the same word of
        # many servers is one string
        codes = np.frombuffer(stored, _TOKEN, count, at).astype(np.uint64)
        numbers = np.frombuffer(stored, _NUMBER, count, at + codes.nbytes).astype(np.uint32)
        return cls(codes, NumberedTerms(list(map(intern, head["terms"])), numbers, starts))


def _question_over(article: Article, unit: Unit) -> Document:
    """Return the question that a unit replies to: the heading over it, where that asks something.

    In a printed interview the reply seldom repeats the words by which it is looked for.
    """
    heading = article.paragraphs[unit.paragraph - 1].heading or ""
    return Document.of_paragraph(heading if ends_in_question_mark(heading) else "")
