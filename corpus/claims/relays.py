"""Find through whom a claim came: who cites the source, who was told, in whose words it is told.

A relay is a name of the article: what officials told the Wall Street Journal came through that
paper, what they told reporters through nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.names import names_in
from corpus.claims.people import People
from corpus.claims.sentences import tokens_of
from corpus.claims.who import Speaker, name_source
from corpus.claims.words import word_set

WORD = re.compile(r"\w+")

REACH = 120
"""Characters after a source or cue in which its relay is looked for."""

PASSED_ON = re.compile(r"\b(?:cited|quoted|carried|published|reported)\s+(?:by|in)\s+|\bvia\s+")
"""What goes before a relay within or right after the source: "the office, cited by Reuters"."""

TOLD = re.compile(r"\b(?:told|tells|telling|tell|informed|assured)\s+")
INTERVIEW = re.compile(
    r"[^.,;:“\"]{0,60}?\b(?:interview (?:with|for|on)|speaking to|conversation with|comments to|statement to"
    r"|in an? (?:letter|email|e-mail) to)\s+"
)
"""What goes before a relay after the cue: "said in an interview with Reuters"."""

ASSEMBLIES = word_set(
    """
    assembly commission committee congress council court duma house inquiry jury knesset
    lords mps parliament senate tribunal un nations americans republicans democrats
    """
)
"""Whom one tells something to in public; they hear it, and pass nothing on."""

MEDIA = word_set(
    """
    afp agency ap axios bbc bloomberg broadcaster cnn daily gazette guardian herald interfax
    journal kyodo magazine news newspaper outlet politico post press radio reuters tass
    telegraph television times tribune tv xinhua yonhap
    """
)
"""Words that show a source to be a news organisation, which mostly reports what others say."""

CITING = re.compile(r"[^.;“”\"]{0,40}?,?\s+(?:citing|quoting)\s+(?P<source>[^,.;:“”\"]{2,80})")

MOST_NESTED = 4
"""Attributions before one that may hold it inside what they say."""


def through_report(text: str, attribution: Attribution) -> Attribution:
    """Give a report its own source: "Reuters said, citing two pilots," is the pilots', via Reuters."""
    if not attribution.source or not attribution.cue:
        return attribution
    reporter = text[slice(*attribution.source[0])].lower()
    if MEDIA.isdisjoint(WORD.findall(reporter)):
        return attribution
    for position in (attribution.cue[-1][1], attribution.content[-1][1]):
        citing = CITING.match(text, position, position + REACH)
        if citing is not None and not _covers(attribution.content, citing.span("source")):
            source = citing.span("source")
            return replace(attribution, source=(source,), relays=attribution.source[:1])
    return attribution


def relays(
    text: str, found: Sequence[Attribution], named: Sequence[Speaker], people: People
) -> list[tuple[str, ...]]:
    """Give the relays of each attribution, the nearest to its source first.

    `found` is in order of the text, `named` has their speakers. A claim inside what somebody else
    says came through that one, and through that one's relays.
    """
    chains: list[tuple[str, ...]] = []
    for number, attribution in enumerate(found):
        chain = [name_source(text, span, people).name for span in attribution.relays]
        chain += _own_relays(text, attribution, people)
        outer = _around(found, number)
        if outer is not None:
            chain += [named[outer].name, *chains[outer]]
        own = named[number].name
        chains.append(tuple(dict.fromkeys(name for name in chain if name and name != own)))
    return chains


def _around(found: Sequence[Attribution], number: int) -> int | None:
    """Give the innermost attribution that has the one at `number` inside its content."""
    inner = found[number]
    if not inner.source or not inner.cue:
        return None
    for outer in range(number - 1, max(-1, number - 1 - MOST_NESTED), -1):
        content = found[outer].content
        if _covers(content, inner.cue[0]) and _covers(content, inner.source[0]):
            return outer
    return None


def _covers(spans: Sequence[Span], inner: Span) -> bool:
    return any(start <= inner[0] and inner[1] <= end for start, end in spans)


def _own_relays(text: str, attribution: Attribution, people: People) -> Iterator[str]:
    """Give the relays named beside the source and beside the cue."""
    if attribution.source:
        start, end = attribution.source[0]
        passed_on = PASSED_ON.search(text, start, _end_of_source(attribution, end))
        if passed_on is not None:
            yield from _name_at(text, passed_on.end(), people)
    if attribution.cue:
        start, end = attribution.cue[-1]
        told = TOLD.search(text, start, end + 1) or INTERVIEW.match(text, end, end + REACH)
        if told is not None:
            yield from _name_at(text, told.end(), people)


def _end_of_source(attribution: Attribution, end: int) -> int:
    """Give where to stop looking for who cites the source: at the cue that follows it."""
    following = [start for start, _ in attribution.cue if start >= end]
    return following[0] if following else end


def _name_at(text: str, position: int, people: People) -> Iterator[str]:
    """Give the name that stands at `position`, with or without an article before it."""
    tokens = list(tokens_of(text, position, position + REACH))
    if tokens and tokens[0].word == "the" and not tokens[0].capital:
        tokens = tokens[1:]
    name = next(names_in(tokens), None)
    if name is None or not ASSEMBLIES.isdisjoint(name.words):
        return
    first = 1 if tokens[0].word == "the" else 0
    if name.span[0] > tokens[first].start and name.office is None:
        return
    start = tokens[0].start if first else name.span[0]
    speaker = name_source(text, (start, name.span[1]), people)
    if speaker.name:
        yield speaker.name
