"""Cues that the finder seldom takes and that can hardly mean anything else: "Per the Coast Institute, …".

A figure's owner and a refusal must not be lost because the word for it is rare in what was learnt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.article import Span
from corpus.claims.finder import Attribution, in_order
from corpus.claims.places import Places
from corpus.languages.english.document import Document
from corpus.languages.english.inflection import Form
from corpus.languages.english.lexicon import LEXICON

SURE = 0.8
"""Confidence of a claim found so."""

LONGEST = 400
"""Characters of a sentence that are read: further on nothing is looked for."""

ALWAYS_ASK = ("exhort", "implore", "urge")
"""Verbs that before an infinitive can mean nothing else than asking."""

_NAMED = r"(?:[Tt]he\s+|[Aa]n?\s+)?(?=[^\W\d_a-z]|report|study|survey|review)[^,.;:“”\"()]{2,80}?"
_SOMEBODY = r"(?:(?:[\w.&’'-]+\s+){0,7}?[\w.&’'-]+(?:,\s+[^,.;:“”\"]{2,60},)?\s+)"
PATTERNS = (
    re.compile(rf"(?P<cue>Per)\s+(?P<source>{_NAMED}),\s+(?P<content>[^“”\"]+?\w)[.?!]?\s*\Z"),
    re.compile(rf"(?P<content>[^“”\"]{{12,}}?),\s+(?P<cue>per)\s+(?P<source>{_NAMED})[.?!]?\s*\Z"),
    re.compile(
        r"(?P<source>(?:[\w.&’'-]+\s+){1,8}?)"
        r"(?P<cue>(?:(?:has|have|had|also)\s+)*(?:declined|refused))\s+(?P<content>comment)\b"
    ),
    re.compile(
        rf"(?P<source>{_SOMEBODY})(?P<cue>could\s+not(?:\s+\w+ly)?\s+be\s+reached)\s+(?P<content>for\s+comment)\b"
    ),
    re.compile(
        rf"(?P<source>{_SOMEBODY})(?P<cue>could\s+not(?:\s+\w+ly)?)\s+(?P<content>be\s+reached)\b"
    ),
    re.compile(
        rf"(?P<source>{_SOMEBODY})(?P<cue>(?:did|has|have|had)\s+not(?:\s+\w+ly)?\s+"
        r"(?:reply|replied|respond|responded)\s+to)\s+(?P<content>[^.;“”\"]{3,}\w)"
    ),
    re.compile(
        rf"(?P<source>{_SOMEBODY})(?P<cue>(?:(?:has|have|had|also|always|repeatedly)\s+)*"
        r"(?:denied|denies))\s+(?P<content>(?:it|this|that)\b|[^.;“”\"]{3,}\w)"
    ),
    re.compile(
        rf"(?P<source>{_SOMEBODY})(?P<cue>(?:(?:has|have|had|also|again)\s+)*"
        rf"(?:{'|'.join(LEXICON.forms(ALWAYS_ASK, Form.PAST, Form.PRESENT))}))\s+(?P<content>[^.;“”\"]{{3,}}?\s(?:not\s+)?to\s[^.;“”\"]+\w)"
    ),
)


def with_overlooked(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with what such cues attribute in sentences where nothing else is found."""
    taken = Places(span for each in found for span in (*each.cue, *each.content))
    added = [
        claim
        for sentence in document.sentences
        if not taken.touch(sentence)
        for claim in _in_sentence(document.text, sentence)
    ]
    return in_order([*found, *added])


def _in_sentence(text: str, sentence: Span) -> Iterator[Attribution]:
    start, end = sentence[0], min(sentence[1], sentence[0] + LONGEST)
    for pattern in PATTERNS:
        if match := pattern.match(text, start, end):
            source, cue, content = (match.span(part) for part in ("source", "cue", "content"))
            whole = source[0], source[0] + len(match["source"].rstrip())
            yield Attribution((whole,), (cue,), (content,), confidence=SURE)
            return
