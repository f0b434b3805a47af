"""The second of two owners who share a verb: "Sweden asked for forty berths, Finland for fifteen".

The sentence leaves the verb out of its second half, where the finder looks for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.article import Span
from corpus.claims.finder import Attribution, in_order
from corpus.claims.places import Places
from corpus.claims.stance import judge
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.numbers import WRITTEN
from corpus.stance import Stance

LONGEST = 240
"""Characters of a sentence that is read."""

SURE = 0.75
"""Confidence of a claim found so."""

SAYING = frozenset([Stance.ASSERTS, Stance.BELIEVES, Stance.DEMANDS, Stance.HEDGES])

_NUMBER = rf"[$€£]?{WRITTEN}%?"
_TIME = rf"(?i:{'|'.join(sorted(LEXICON.months | LEXICON.days))})\b"
_OWNER = (
    rf"(?:[Tt]he\s+(?:[\w’'-]+\s+){{0,2}}?[\w’'-]+|(?!{_TIME})[^\W\d_a-z][\w’'-]*"
    r"(?:\s+[^\W\d_a-z][\w’'-]*){0,3})"
)
SENTENCE = re.compile(
    rf"(?P<first>{_OWNER})\s+(?P<cue>[a-z]+(?:\s+(?P<preposition>for|on))?)\s+"
    rf"(?P<content>{_NUMBER}[^,;:.“”\"]*?)(?:,\s+(?:(?:and|but|while)\s+)?|\s+(?:but|while)\s+)"
    rf"(?P<second>{_OWNER})\s+(?:(?P=preposition)\s+)?"
    rf"(?P<figure>{_NUMBER}(?:\s+(?!and\b)[\w’'-]+){{0,3}})[.]?\s*\Z"
)


def with_elided(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with the claims of both owners of such sentences, in order of the text."""
    cues = Places(span for attribution in found for span in attribution.cue)
    added = [
        claim
        for sentence in document.sentences
        for claim in _both(document.text, sentence)
        if claim.cue[0][0] < claim.source[0][0] or not cues.touch(claim.cue[0])
    ]
    return in_order([*found, *added])


def _both(text: str, sentence: Span) -> Iterator[Attribution]:
    start, end = sentence
    both = SENTENCE.match(text, start, end) if end - start <= LONGEST else None
    if both is None:
        return
    cue = (both.span("cue"),)
    first = Attribution((both.span("first"),), cue, (both.span("content"),), confidence=SURE)
    if judge(text, first).stance in SAYING:
        yield first
        yield Attribution((both.span("second"),), cue, (both.span("figure"),), confidence=SURE)
