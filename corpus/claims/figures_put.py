"""Figures that somebody puts: "The Red Cross put the death toll at 14".

The finder seldom takes "put" for attributing, since it mostly does not. With a thing and a number
after it, it does, and a figure must never be shown as the article's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from corpus.article import Span
from corpus.claims.finder import Attribution, in_order
from corpus.claims.places import Places
from corpus.claims.resolution import Resolution
from corpus.languages.english.document import Document

SURE = 0.8
"""Confidence of a claim found so: of eleven in 4,600 news articles nine were right."""

LONGEST_CONTENT = 400
"""Characters of what is put; where no clause ends so soon, nobody puts a figure."""

_THING = r"(?:(?:the|its|their|his|her|this|that)\s(?:[\w'’%-]+\s){1,8}?|it\s|them\s)"
_NUMBER = r"at\s(?:[a-z]+\s){0,3}[$€£]?\d"
_PUT = re.compile(rf"\b(?:(?:has|have|had)\s)?puts?\s(?={_THING}{_NUMBER})")
"""The verb, if a thing and a number follow."""

_CLAUSE_BEGINS = re.compile(r"(?:[,;:—–]\s|\b)(?:but|and|while|whereas|though|although)\s|[;:—–]\s")
_CLAUSE_ENDS = re.compile(r"[,;:—–](?!\d)|[.!?]?$|\s(?:but|while|whereas)\s")
_SUBJECT = re.compile(r"(?!(?:that|this|which|what)\s)(?:[\w.&'’%-]+\s){1,10}$", re.IGNORECASE)
"""What puts the figure: some words without a comma, right before the verb. A thing that happened,
"that puts the total at 12", is nobody."""

_SECOND = re.compile(
    rf"(?<=\w),?\s+and\s+(?P<source>(?:[\w.&'’-]+\s){{0,6}}?[\w.&'’-]+)\s+(?P<content>{_NUMBER}.*)"
)
"""Another owner and figure after the first: "put it at 40 and the ministry at 25"."""

_RELATIVE = re.compile(r"\s(?:that|which|who)$")


def figures_put(document: Document, found: Sequence[Attribution]) -> list[Attribution]:
    """Return `found` with the figures that are put, in the place of what shares their cue."""
    put = [claim for span in document.sentences for claim in _in_sentence(document.text, span)]
    cues = Places(claim.cue[0] for claim in put)
    others = [each for each in found if not any(map(cues.touch, each.cue))]
    return in_order([*others, *put])


def _in_sentence(text: str, span: Span) -> Iterator[Attribution]:
    begin, sentence = span[0], text[slice(*span)]
    clauses = [0, *(match.end() for match in _CLAUSE_BEGINS.finditer(sentence))]
    for verb in _PUT.finditer(sentence):
        clause = clauses[bisect_right(clauses, verb.start()) - 1]
        subject = _SUBJECT.match(sentence, clause, verb.start())
        if subject is None:
            continue
        furthest = min(verb.end() + LONGEST_CONTENT, len(sentence))
        after = _CLAUSE_ENDS.search(sentence, verb.end(), furthest)
        last = after.start() if after else furthest
        if last == furthest < len(sentence):
            continue
        owner_end = clause + len(_RELATIVE.sub("", subject[0].rstrip()))
        cue = verb.start() + begin, verb.end() - 1 + begin
        second = _SECOND.search(sentence, verb.end(), last)
        if second:
            yield _put(second.span("source"), cue, second.span("content"), begin)
            last = second.start()
        yield _put((clause, owner_end), cue, (verb.end(), last), begin)


def _put(source: Span, cue: Span, content: Span, begin: int) -> Attribution:
    """Make an attribution; `source` and `content` are counted from `begin`."""
    parts = (((start + begin, end + begin),) for start, end in (source, content))
    return Attribution(
        next(parts), (cue,), next(parts), confidence=SURE, resolution=Resolution.FIGURE_PUT
    )
