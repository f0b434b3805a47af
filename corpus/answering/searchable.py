"""An article as ranking needs it: cut into words once, when it is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.answering.article_words import ArticleWords
from corpus.answering.coded_words import encode
from corpus.answering.pasted import ends_in_question_mark
from corpus.answering.units import Unit, text_of
from corpus.answering.word_codes import WordCodes
from corpus.article import Article
from corpus.languages.english.document import Document


@dataclass(frozen=True, slots=True)
class Searchable:
    """The coded words of an article: its title's, and those of its units in one row.

    Unit `n` has `codes[starts[n]:starts[n + 1]]`. `asks` marks the units that end in a question.
    """

    title: WordCodes
    codes: WordCodes
    starts: NDArray[np.int64]
    asks: tuple[bool, ...]

    def unit(self, position: int) -> WordCodes:
        """Return the codes of one unit, counted from 0."""
        return self.codes[self.starts[position] : self.starts[position + 1]]


def make_searchable(article: Article, units: Sequence[Unit], words: ArticleWords) -> Searchable:
    """Make an article ready for ranking; `words` are those of its units."""
    return Searchable(
        title=encode(Document.of_paragraph(article.title)),
        codes=words.codes,
        starts=words.terms.starts,
        asks=tuple(ends_in_question_mark(text_of(article, unit)) for unit in units),
    )
