"""Find when and where something was said: "on Friday", "on social media", in the article's words.

Only what stands in or beside the cue and the source tells of the saying: right after them, between them,
or alone before them at the start of the sentence. What stands in the content tells of the content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.nesting import outer_of
from corpus.languages.english.lexicon import LEXICON

REACH = 100
"""Characters before and after the cue and the source in which the occasion is looked for."""

DAY = "|".join(sorted(LEXICON.days))
MONTH = "|".join(sorted(LEXICON.months, key=len, reverse=True))
PART_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night))?"
WHEN = re.compile(
    r"\b(?:"
    rf"(?:(?:early|late|earlier|later|again)\s+)?(?:on\s+)?(?:(?:early|late)\s+)?(?:{DAY})\b{PART_OF_DAY}"
    rf"|on\s+(?:(?:{MONTH})\.?\s+\d{{1,2}}(?:,\s+\d{{4}})?|\d{{1,2}}\s+(?:{MONTH})(?:\s+\d{{4}})?)"
    rf"|in\s+(?:(?:early|late)\s+)?(?:(?:{MONTH})\b(?:\s+\d{{4}})?|(?:19|20)\d\d\b)"
    r"|(?:(?:earlier|later)\s+)?(?:last|this)\s+(?:week|weekend|month|year|morning|afternoon|evening|night|spring"
    r"|summer|autumn|winter)"
    r"|(?:earlier|later)\s+today|yesterday|today"
    r")\b",
    re.IGNORECASE,
)

OCCASIONS = (
    "address|blog|briefing|broadcast|chat|court|debate|diary|e-mail|email|facebook|filing|hearing|inquest|instagram"
    "|interview|letter|media|meeting|memo|message|note|page|parliament|phone|podcast|post|radio|rally|remarks"
    "|(?:news |press )?conference|speech|statement|summit|telegram|telephone|television|testimony|trial|tv|twitter"
    "|video|visit|website"
)
WHERE = re.compile(
    r"\b(?i:in|on|at|during|by|from)\s+"
    rf"(?:(?:(?i:an?|the|his|her|its|their)\s+)?(?:[\w’'-]+\s+){{0,2}}?(?i:{OCCASIONS})\b(?:\s+(?i:{OCCASIONS})\b)*"
    r"|(?=[^\W\d_a-z])\w[\w’'-]*(?:\s+(?=[^\W\d_a-z])\w[\w’'-]*){0,3})"
)
"""An occasion, or a place by its name."""

STOPS = re.compile(
    r"[.;:?!“”\"]|,\s+(?!on\b|in\b|at\b|early\b|late\b)|\b(?:that|which|who|whose|because|after|before|as|while"
    r"|when|if|whether|but|and)\b",
    re.IGNORECASE,
)
"""Where what is beside the cue ends: nothing further on tells of the saying."""

SENTENCE_START = re.compile(r"(?:^|[.?!:;\n”\"])\s*(?=[^.?!:;\n”\"]*\Z)")


class Occasion(NamedTuple):
    """When and where something was said, as the article words it; None where it does not say."""

    when: str | None = None
    where: str | None = None


def occasions(text: str, found: Sequence[Attribution]) -> list[Occasion]:
    """Return the occasion of each attribution; `found` is in order of the text.

    A claim inside what somebody else says reached the article where that one was said.
    """
    given: list[Occasion] = []
    for number, attribution in enumerate(found):
        gaps = [text[start:end] for start, end in beside_cue(text, attribution)]
        when, where = _first(WHEN, gaps), _first(WHERE, [WHEN.sub("|", gap) for gap in gaps])
        outer = outer_of(found, number)
        if where is None and outer is not None:
            where = given[outer].where
        given.append(Occasion(when, where))
    return given


def _first(pattern: re.Pattern[str], gaps: Sequence[str]) -> str | None:
    found = (pattern.search(gap) for gap in gaps)
    return next((match.group() for match in found if match), None)


def beside_cue(text: str, attribution: Attribution) -> Iterator[Span]:
    """Return the cue, and the stretches beside it and the source that are no part of the claim."""
    if not attribution.cue:
        return
    parts = sorted((*attribution.source[:1], *attribution.cue))
    claim = sorted((*parts, *attribution.content))
    yield from attribution.cue  # "stated on social media" may be one cue
    for _, end in parts:
        following = next((start for start, _ in claim if start >= end), len(text))
        limit = min(following, end + REACH)
        stop = STOPS.search(text, end, limit)
        yield end, stop.start() if stop else limit
    for (_, end), (start, _) in pairwise(attribution.content):
        if 0 < start - end <= REACH:
            yield end, start
    yield from _before(text, parts[0][0], claim)


def _before(text: str, start: int, claim: Sequence[Span]) -> Iterator[Span]:
    """Return what stands before the claim at the start of its sentence, if that is no more than one phrase."""
    low = max([max(0, start - REACH), *(end for _, end in claim if end <= start)])
    opening = SENTENCE_START.search(text[low:start])
    if opening is None:
        return
    first = low + opening.end()
    phrase = text[first:start].rstrip().removesuffix(",")
    if WHEN.fullmatch(phrase) or WHERE.match(phrase):
        stop = STOPS.search(text, first, start)
        yield first, stop.start() if stop else start
