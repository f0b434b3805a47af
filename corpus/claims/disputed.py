"""Who denies a claim in the clause after it: "accused him of theft, which his lawyer denies".

The finder takes such a clause for a part of what is claimed, and the one who denies it is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.article import Span
from corpus.claims.finder import Attribution, in_order
from corpus.claims.places import Places
from corpus.languages.english.document import Document
from corpus.languages.english.inflection import Form
from corpus.languages.english.lexicon import LEXICON
from corpus.stance import Stance

REACH = 200
"""Characters from the end of a claim's words to the end of the clause after them, at most."""

SURE = 0.75
"""Confidence of such a claim at most: that of the claim it denies, if that is lower."""

_HELPERS = rf"(?:(?:{'|'.join(sorted(LEXICON.cue_helpers | LEXICON.adverbs))}|\w+ly)\s+)*"
_DENY = LEXICON.verbs_with(Stance.DENIES, Stance.DOUBTS)
_VERBS = "|".join(
    (
        *LEXICON.forms(_DENY, Form.PAST, Form.PRESENT, Form.PARTICIPLE),
        *LEXICON.forms(_DENY, Form.BASE, but_not=LEXICON.also_nouns),
    )
)
DISPUTED = re.compile(
    r",?\s*[,—–-]\s*(?:(?:an?|the|all)\s+(?:of\s+)?(?:\w+\s+){0,2}?)?(?:which|that|something)\s+"
    r"(?P<source>(?:[^\W_][\w.&’'-]*(?:,\s+(?=[^\W\d_a-z])|\s+)){1,10}?(?:[^\W_][\w.&’'-]*))"
    rf",?\s+(?P<cue>{_HELPERS}(?:{_VERBS}))\b(?=\s*[,.;:—–”\"]|\s+(?:and|but|in|on|as|to|when)\b|\s*\Z)"
)
"""A relative clause whose verb denies, right after a claim's words or at the end of them."""


def with_disputed(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with what relative clauses deny, in order of the text.

    What is denied is what the claim before says; the clause is no part of that any more.
    """
    found = [*_of_what_they_deny(document, found)]
    cues = Places(span for attribution in found for span in attribution.cue)
    completed: list[Attribution] = []
    taken: set[Span] = set()
    for attribution in found:
        clause = _clause(document, attribution)
        if clause is None or clause.span("cue") in taken:
            completed.append(attribution)
            continue
        own = replace(attribution, content=tuple(_before(attribution.content, clause.start())))
        completed.append(own)
        if not cues.touch(clause.span("cue")) and own.content:
            taken.add(clause.span("cue"))
            sure = min(SURE, attribution.confidence)
            completed.append(
                Attribution(
                    (clause.span("source"),), (clause.span("cue"),), own.content, confidence=sure
                )
            )
    return in_order(completed)


def _of_what_they_deny(document: Document, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Put for the content "which" what the claim right before it says."""
    before: Attribution | None = None
    for attribution in found:
        start, end = attribution.content[0]
        denies = document.text[start:end].lower() == "which" and any(
            re.fullmatch(rf"{_HELPERS}(?:{_VERBS})", document.text[slice(*cue)])
            for cue in attribution.cue
        )
        if denies and before and document.text[before.content[-1][1] : start].strip() == ",":
            yield replace(attribution, content=before.content)
        else:
            yield attribution
            before = attribution


def _clause(document: Document, attribution: Attribution) -> re.Match[str] | None:
    """Find the clause within or right after the last words of a claim, outside quotations."""
    start, end = attribution.content[-1]
    limit = min(document.sentence_at(max(start, end - 1))[1], end + REACH)
    for clause in DISPUTED.finditer(document.text, start, limit):
        if start < clause.start() <= end and not document.is_inside_quotation(clause.start("cue")):
            return clause
    return None


def _before(content: Sequence[Span], position: int) -> Iterator[Span]:
    for start, end in content:
        if start < position:
            yield start, min(end, position)
