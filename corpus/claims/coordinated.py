"""The first of two verbs with one subject: "the brigade reported seeing no one and doubted the map".

The finder may take the second verb alone for a cue. Its source is the subject of the first one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.claims.finder import Attribution, in_order
from corpus.claims.places import Places
from corpus.languages.english.document import Document
from corpus.languages.english.inflection import Form
from corpus.languages.english.lexicon import LEXICON

LONGEST = 300
"""Characters from the source to the second verb at most."""

SURE = 0.75
"""Confidence of such a claim at most: that of the claim it goes with, if that is lower."""

_HELPERS = rf"(?:(?:{'|'.join(sorted(LEXICON.cue_helpers))}|\w+ly)\s+)*"
_VERBS = "|".join(
    LEXICON.forms(LEXICON.stances, Form.PAST, Form.PRESENT, but_not=LEXICON.also_acts)
)
FIRST_VERB = re.compile(
    rf"(?:\s+(?:of|in|at|from|for|near)(?:\s+[\w’'-]+){{1,4}}?)?\s+{_HELPERS}(?P<verb>{_VERBS})\s+(?P<content>[^.;:?!“”\"]{{6,}}?),?\s+(?:and|but)\s+{_HELPERS}\Z"
)
"""What stands between a source and the cue of its second verb."""


def with_coordinated(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with what the verb before another of the same source attributes."""
    cues = Places(span for attribution in found for span in attribution.cue)
    added = list(_first_verbs(document, found, cues))
    return in_order([*found, *added])


def _first_verbs(
    document: Document, found: Sequence[Attribution], cues: Places
) -> Iterator[Attribution]:
    for attribution in found:
        if not attribution.source or not attribution.cue:
            continue
        start, end = attribution.source[0][1], attribution.cue[0][0]
        if not 0 < end - start <= LONGEST:
            continue
        first = FIRST_VERB.fullmatch(document.text, start, end)
        if first is None:
            continue
        cue, content = first.span("verb"), first.span("content")
        if not cues.touch((cue[0], content[1])):
            sure = min(SURE, attribution.confidence)
            yield Attribution(attribution.source, (cue,), (content,), confidence=sure)
