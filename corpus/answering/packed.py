"""An article as ranking needs it: cut into words once, when it is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.answering.tokens import Tokens, encode
from corpus.answering.units import Unit
from corpus.article import Article
from corpus.text import words

_CLOSERS = "\"'”’»)] "


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


def pack(article: Article, units: Sequence[Unit]) -> tuple[Packed, list[list[str]]]:
    """Cut an article into words; give its tokens, and the terms of each unit for the index."""
    texts = [article.paragraphs[u.paragraph - 1].text[u.start : u.end] for u in units]
    cut = [words(text) for text in texts]
    encoded = [encode(text, in_text) for text, in_text in zip(texts, cut, strict=True)]
    packed = Packed(
        title=encode(article.title, words(article.title)),
        tokens=np.concatenate([np.empty(0, np.uint64), *encoded]),
        starts=np.cumsum([0, *map(len, encoded)]),
        asks=tuple(text.rstrip(_CLOSERS).endswith("?") for text in texts),
    )
    return packed, [[word.term for word in in_text] for in_text in cut]
