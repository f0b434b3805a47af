"""Keep from being owners those whom a sentence names beside a claim and who do not make it.

- Who is told: "…, its head, Ana Ruiz, told the newspaper Vesk" is Ruiz's, whatever the finder took.
- Who asks: in "Ruiz agreed, when questioned by Hale, that …" Hale claims nothing.
- Nobody: "no scientist has predicted it" is no claim of scientists.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.languages.english.document import Document

TOLD = re.compile(r"(?:.*\s)?(?:told|tells|telling)", re.DOTALL)
TELLER = re.compile(
    r",\s+(?P<teller>(?:(?:an?|the|his|her|its|their)\s[^,;:.“”\"]{3,60},\s+)?[^,;:.“”\"]{2,60}?)\s*,?\Z"
)
"""What ends the words found before "told": a name, with what it is put beside."""

ASKED_BY = re.compile(r"(?:.*\s)?by", re.DOTALL)
NOBODY = re.compile(r"(?:no|nobody|none\s+of|no-one)\b", re.IGNORECASE)

UNANSWERED = re.compile(r"\b(?:can|could|will|would|confirm\w*|deny|denie[ds])\b", re.IGNORECASE)
"""Cues of refusals: "no spokesman would say", "nobody has confirmed it"."""


def without_bystanders(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` without those who ask or do not say it, and with who tells for who is told."""
    text = document.text
    asking = dict.fromkeys(each for each in found if _only_asks(text, each))
    asked = {each.content: each.confidence for each in asking}
    answered = {each.content for each in found if each not in asking}
    return [
        _of_teller(text, replace(each, confidence=max(each.confidence, asked.get(each.content, 0))))
        for each in found
        if not (each in asking and each.content in answered) and not _is_nobodys(text, each)
    ]


def _between(attribution: Attribution) -> Span:
    """Return what stands from the cue's beginning to the source after it; empty where it is before."""
    if not attribution.source or not attribution.cue:
        return 0, 0
    return attribution.cue[-1][0], max(attribution.cue[-1][0], attribution.source[0][0])


def _only_asks(text: str, attribution: Attribution) -> bool:
    return bool(ASKED_BY.fullmatch(text[slice(*_between(attribution))].rstrip()))


def _is_nobodys(text: str, attribution: Attribution) -> bool:
    if not attribution.source or not NOBODY.match(text, *attribution.source[0]):
        return False
    return not any(UNANSWERED.search(text, *span) for span in attribution.cue)


def _of_teller(text: str, attribution: Attribution) -> Attribution:
    """Give a claim whose source stands right after "told" to who stands before; else to nobody."""
    if not TOLD.fullmatch(text[slice(*_between(attribution))].rstrip()):
        return attribution
    start, end = attribution.content[-1]
    teller = TELLER.search(text, start, min(end, attribution.cue[0][0]))
    if teller is None or teller.start() == start:
        return replace(attribution, source=())
    content = (*attribution.content[:-1], (start, teller.start()))
    return replace(attribution, source=(teller.span("teller"),), content=content)
