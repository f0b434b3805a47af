"""Find through whom a claim came: who cites the source, who was told, in whose words it is told.

A relay is a name of the article: what officials told the Wall Street Journal came through that
paper, what they told reporters through nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.claims.finder import Attribution
from corpus.claims.names import names_in
from corpus.claims.nesting import covers, outer_of
from corpus.claims.people import People
from corpus.claims.speaker import Speaker
from corpus.claims.who import PASSED_ON, name_source
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON

WORD = re.compile(r"\w+")

REACH = 120
"""Characters after a source or cue in which its relay is looked for."""

BY_RELAY = re.compile(rf"\b(?:{'|'.join(sorted(PASSED_ON))})\s+(?:by|in|to)\s+|\bvia\s+")
"""What goes before a relay within or right after the source: "the office, cited by Reuters"."""

TOLD = re.compile(r"\b(?:told|tells|telling|tell|informed|assured)\s+")
INTERVIEW = re.compile(
    r"[^.,;:“\"]{0,60}?\b(?:interview (?:with|for|on)|speaking to|conversation with|comments to|statement to"
    r"|in an? (?:letter|email|e-mail) to)\s+"
)
"""What goes before a relay after the cue: "said in an interview with Reuters"."""

TO_MEDIA = re.compile(
    r"\s+to\s+(?=(?:[Tt]he\s+)?(?:[^\W\d_a-z]\w*\s+){0,3}"
    rf"(?i:{'|'.join(sorted(LEXICON.media))})\b)"
)
"""What goes before a news organisation after the cue: "confirmed to the Gazette"."""

QUOTED = re.compile(
    r"(?:^|[,.;:“”\"])?(?P<relay>[^,.;:“”\"]{2,80}?)\s+(?:(?:has|had|have|also|was|later)\s+)*"
    r"(?:quoted|quotes|quoting|cited|cites|citing)\s+\Z"
)
"""What stands before a source that somebody quotes: "Radio Vesk had quoted the rebel as saying"."""

CITING = re.compile(r"[^.;“”\"]{0,40}?,?\s+(?:citing|quoting)\s+(?P<source>[^,.;:“”\"]{2,80})")


def through_report(text: str, attribution: Attribution) -> Attribution:
    """Return a report its own source: "Reuters said, citing two pilots," is the pilots', via Reuters."""
    if not attribution.source or not attribution.cue:
        return attribution
    reporter = text[slice(*attribution.source[0])].lower()
    if LEXICON.media.isdisjoint(WORD.findall(reporter)):
        return attribution
    for position in (attribution.cue[-1][1], attribution.content[-1][1]):
        citing = CITING.match(text, position, position + REACH)
        if citing is not None and not covers(attribution.content, citing.span("source")):
            source = citing.span("source")
            return replace(attribution, source=(source,), relays=attribution.source[:1])
    return attribution


def relays(
    document: Document, found: Sequence[Attribution], named: Sequence[Speaker], people: People
) -> list[tuple[str, ...]]:
    """Find the relays of each attribution, the nearest to its source first.

    `found` is in order of the text, `named` has their speakers. A claim inside what somebody else
    says came through that one, and through that one's relays.
    """
    chains: list[tuple[str, ...]] = []
    for number, attribution in enumerate(found):
        chain = [name_source(document, span, people).name for span in attribution.relays]
        chain += _own_relays(document, attribution, people)
        outer = outer_of(found, number)
        if outer is not None:
            chain += [named[outer].name, *chains[outer]]
        own = named[number].name
        chains.append(tuple(dict.fromkeys(name for name in chain if name and name != own)))
    return chains


def _own_relays(document: Document, attribution: Attribution, people: People) -> Iterator[str]:
    """Find the relays named beside the source and beside the cue."""
    text = document.text
    if attribution.source:
        start, end = attribution.source[0]
        by_relay = BY_RELAY.search(text, start, _end_of_source(attribution, end))
        if by_relay is not None:
            yield from _name_at(document, by_relay.end(), people)
        before = max(0, start - REACH)
        if quoted := QUOTED.search(text[before:start]):
            yield from _last_name(
                document, before + quoted.start("relay"), before + quoted.end("relay")
            )
    if attribution.cue:
        start, end = attribution.cue[-1]
        told = TOLD.search(text, start, end + 1) or INTERVIEW.match(text, end, end + REACH)
        told = told or TO_MEDIA.match(text, end, end + REACH)
        if told is not None:
            yield from _name_at(document, told.end(), people, heard=True)


def _end_of_source(attribution: Attribution, end: int) -> int:
    """Find where to stop looking for who cites the source: at the cue that follows it."""
    following = [start for start, _ in attribution.cue if start >= end]
    return following[0] if following else end


def _last_name(document: Document, start: int, end: int) -> Iterator[str]:
    """Find the name that ends `text[start:end]`, with its article if that has a capital."""
    for name in names_in(document.tokens_in(start, end)):
        if name.span[1] == end:
            yield document.text[slice(*name.span)]


def _name_at(
    document: Document, position: int, people: People, *, heard: bool = False
) -> Iterator[str]:
    """Find the name that stands at `position`, with or without an article or "magazine" before it.

    A person who only `heard` it passed nothing on.
    """
    tokens = document.tokens_in(position, position + REACH)
    if tokens and tokens[0].word == "the" and not tokens[0].capital:
        tokens = tokens[1:]
    if tokens and tokens[0].word in LEXICON.media and not tokens[0].capital:
        tokens = tokens[1:]
    name = next(names_in(tokens), None)
    if name is None or not LEXICON.assemblies.isdisjoint(name.words):
        return
    first = 1 if tokens[0].word == "the" else 0
    if name.span[0] > tokens[first].start and name.office is None:
        return
    start = tokens[0].start if first else name.span[0]
    speaker = name_source(document, (start, name.span[1]), people)
    is_media = not LEXICON.media.isdisjoint(name.words)
    if speaker.name and not (heard and speaker.person and speaker.person.shown and not is_media):
        yield speaker.name
