"""What of a paragraph is read: all of it, or the sentences of a long one that hold most."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.article import Span
from corpus.languages.english import Word, sentences, words

MOST_WORDS = 64
"""Words read of a paragraph, unless one sentence is longer: reading costs time by the word."""


def best_window(text: str, weights: Mapping[str, float]) -> Span:
    """Choose the sentences in a row, MOST_WORDS at most, that hold most of a question's weight.

    `weights` gives each term of the question its weight. The first of equally good ones wins.
    """
    found = words(text)
    if len(found) <= MOST_WORDS:
        return 0, len(text)
    spans = sentences(text)
    inside = [_words_in(found, span) for span in spans]
    best, heaviest = (0, 1), -1.0
    for first in range(len(spans)):
        after = _last_that_fits(inside, first)
        held = {word.term for own in inside[first:after] for word in own} & weights.keys()
        weight = sum(weights[term] for term in held)
        if weight > heaviest:
            best, heaviest = (first, after), weight
    return spans[best[0]][0], spans[best[1] - 1][1]


def _words_in(found: list[Word], span: Span) -> list[Word]:
    return [word for word in found if span[0] <= word.start < span[1]]


def _last_that_fits(inside: list[list[Word]], first: int) -> int:
    """Give the number after the last sentence that still fits; the first always does."""
    after, count = first + 1, len(inside[first])
    while after < len(inside) and count + len(inside[after]) <= MOST_WORDS:
        count += len(inside[after])
        after += 1
    return after
