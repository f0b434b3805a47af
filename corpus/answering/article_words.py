"""An article cut into words: what costs most of loading it, and so is stored with it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from sys import intern

import numpy as np
import Stemmer

from corpus.answering.coded_words import code_words
from corpus.answering.units import Unit, question_over, units_of
from corpus.answering.word_codes import WordCodes
from corpus.article import Article
from corpus.index import NumberedTerms
from corpus.languages.english.document import Document

RULES = 3
"""Raised with every change to what makes units, words, terms or tokens of a text."""

_MADE_BY = f"{RULES}, stems {Stemmer.version()}"
"""What marks stored words, so that those made by other rules are made again and not misread."""

_DIGEST = 8
"""Bytes before all others, by which damage shows: such words are made again, too."""

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
        placed = ((starts[unit.paragraph - 1], unit) for unit in units)
        spans = ((start + unit.start, start + unit.end) for start, unit in placed)
        return cls(*code_words(document, spans, [question_over(article, unit) for unit in units]))

    @classmethod
    def of_article(cls, article: Article, document: Document | None = None) -> ArticleWords:
        """Take the words of an article; `document` is the reading of its text, if there is one."""
        document = document or Document.of_article(article)
        return cls.of(article, list(units_of(article, document)), document)

    def to_bytes(self) -> bytes:
        """Write the words for storage: a digest of what follows, a line of JSON, then the arrays."""
        head = {
            "made by": _MADE_BY,
            "lengths": np.diff(self.terms.starts).tolist(),
            "terms": self.terms.terms,
        }
        arrays = self.codes.astype(_TOKEN).tobytes() + self.terms.numbers.astype(_NUMBER).tobytes()
        written = json.dumps(head).encode() + b"\n" + arrays
        return _digest(written) + written

    @classmethod
    def from_bytes(cls, stored: bytes) -> ArticleWords | None:
        """Read what `to_bytes` wrote, or give None where it is damaged or other rules made it."""
        if _digest(stored[_DIGEST:]) != stored[:_DIGEST]:
            return None
        end = stored.index(b"\n", _DIGEST)
        head = json.loads(stored[_DIGEST:end])
        if head["made by"] != _MADE_BY:
            return None
        starts = np.cumsum([0, *head["lengths"]], dtype=np.int64)
        count, at = int(starts[-1]), end + 1
        # copied, so that what lives on in memory does not hold on to the rest; the same word of
        # many servers is one string
        codes = np.frombuffer(stored, _TOKEN, count, at).astype(np.uint64)
        numbers = np.frombuffer(stored, _NUMBER, count, at + codes.nbytes).astype(np.uint32)
        return cls(codes, NumberedTerms(list(map(intern, head["terms"])), numbers, starts))


def _digest(written: bytes) -> bytes:
    return blake2b(written, digest_size=_DIGEST).digest()
