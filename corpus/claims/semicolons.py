"""Part a sentence whose halves have two owners: "According to the firm, …; this rope was old, Penn said".

The finder may give both halves to the one who is named last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.claims.finder import Attribution, in_order
from corpus.claims.places import Places
from corpus.languages.english.document import Document

SURE = 0.8
"""Confidence of a claim found so."""

FIRST_HALF = re.compile(
    r"(?P<cue>According to)\s+(?P<source>[^,;:.“”\"]{2,80}),\s+(?P<content>[^;“”\"]{3,300});\s+"
)


def parted_at_semicolons(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with the first halves of such sentences given to their own owners."""
    cues = Places(span for attribution in found for span in attribution.cue)
    halves = [FIRST_HALF.match(document.text, *sentence) for sentence in document.sentences]
    first = {half.start("content"): half for half in halves if half and not cues.touch(half.span())}
    whole = [_second_half(attribution, first) for attribution in found]
    added = [
        Attribution((half.span("source"),), (half.span("cue"),), (half.span("content"),), (), SURE)
        for half in first.values()
    ]
    return in_order([*whole, *added])


def _second_half(attribution: Attribution, first: dict[int, re.Match[str]]) -> Attribution:
    """Cut the first half off a content that has the second too."""
    (start, end), *others = attribution.content
    half = first.get(start)
    if half is None or half.end() >= end:
        return attribution
    return replace(attribution, content=((half.end(), end), *others))
