"""Find which of the claims shown answers which of the annotated ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.claims import Claim
from tests.benchmarks.owners.articles import AnnotatedClaim, Words

WORD = re.compile(r"\w+")


def partners(
    text: str, annotated: Sequence[AnnotatedClaim], shown: Sequence[Claim]
) -> list[int | None]:
    """Return for each annotated claim of a paragraph the index of the shown one that answers it.

    None: not found. Each takes another one as far as they go, those first that are most alike. What
    is left over may share one, since a claim that is annotated in two pieces is right as one too;
    but a claim that somebody passes on is not found where only the words of that person are shown,
    with the claim among them.
    """
    pairs = sorted(
        (-alike, reading, n, m)
        for n, claim in enumerate(annotated)
        for m, other in enumerate(shown)
        for reading, words in enumerate(claim.readings)
        if (alike := likeness(text, words, other))
    )
    chosen: list[int | None] = [None] * len(annotated)
    for _, _, n, m in pairs:
        if chosen[n] is None and m not in chosen:
            chosen[n] = m
    for _, reading, n, m in pairs:
        claim = annotated[n]
        passed_on = any(relay.is_named(shown[m].source) for relay in claim.relays)
        if chosen[n] is None and reading == 0 and not claim.optional and not passed_on:
            chosen[n] = m
    return chosen


def likeness(text: str, words: Words, claim: Claim) -> float:
    """Return how many words of both are in common, from 0 to 1.

    It is 0 unless these are more than half of the words of the shorter one.
    """
    ours, theirs = _words_in(text, words), _words_in(text, claim.spans.content)
    common = len(ours & theirs)
    return common / len(ours | theirs) if 2 * common > min(len(ours), len(theirs)) else 0.0


def likest(text: str, claim: AnnotatedClaim, shown: Claim) -> float:
    """Return the likeness to the reading of an annotated claim that is most alike."""
    return max(likeness(text, words, shown) for words in claim.readings)


def _words_in(text: str, spans: Words) -> frozenset[int]:
    return frozenset(word.start() for span in spans for word in WORD.finditer(text, *span))
