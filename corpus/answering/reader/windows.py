"""What of a paragraph is read: all of it, or the sentences of a long one that hold most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.article import Span
from corpus.languages.english import Word
from corpus.languages.english.document import Document

MOST_WORDS = 64
"""Words read of a paragraph, unless one sentence is longer: reading costs time by the word."""


def best_window(document: Document, weights: Mapping[str, float]) -> Span:
    """Choose the sentences in a row, MOST_WORDS at most, that hold most of a question's weight.

    `weights` gives each term of the question its weight. The first of equally good ones wins.
    """
    if len(document.words) <= MOST_WORDS:
        return 0, len(document.text)
    spans = document.sentences
    inside = [document.words_in(*span) for span in spans]
    best, heaviest = (0, 1), -1.0
    for first in range(len(spans)):
        after = _last_that_fits(inside, first)
        terms = {word.term for words in inside[first:after] for word in words} & weights.keys()
        weight = sum(weights[term] for term in terms)
        if weight > heaviest:
            best, heaviest = (first, after), weight
    return spans[best[0]][0], spans[best[1] - 1][1]


def _last_that_fits(inside: Sequence[Sequence[Word]], first: int) -> int:
    """Return the number after the last sentence that still fits; the first always does."""
    after, count = first + 1, len(inside[first])
    while after < len(inside) and count + len(inside[after]) <= MOST_WORDS:
        count += len(inside[after])
        after += 1
    return after
