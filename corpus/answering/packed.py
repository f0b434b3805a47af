"""An article as ranking needs it: cut into words once, when it is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.answering.cut import Cut
from corpus.answering.pasted import ends_in_question_mark
from corpus.answering.tokens import Tokens, encode
from corpus.answering.units import Unit, text_of
from corpus.article import Article
from corpus.languages.english.document import Document


@dataclass(frozen=True, slots=True)
class Packed:
    """The tokens of an article: its title's, and those of its units in one row.

    Unit `n` has `tokens[starts[n]:starts[n + 1]]`. `asks` marks the units that end in a question.
    """

    title: Tokens
    tokens: Tokens
    starts: NDArray[np.int64]
    asks: tuple[bool, ...]

    def unit(self, position: int) -> Tokens:
        """Give the tokens of one unit, counted from 0."""
        return self.tokens[self.starts[position] : self.starts[position + 1]]


def pack(article: Article, units: Sequence[Unit], cut: Cut) -> Packed:
    """Put the tokens of an article together; `cut` holds the words of its units."""
    return Packed(
        title=encode(Document.of_paragraph(article.title)),
        tokens=cut.tokens,
        starts=cut.terms.starts,
        asks=tuple(ends_in_question_mark(text_of(article, unit)) for unit in units),
    )
