"""Find through whom a claim came: who cites the source, who was told, in whose words it is told.

A relay is a name of the article: what officials told the Wall Street Journal came through that
paper, what they told reporters through nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.article import Span
from corpus.claims.claim import bare_name
from corpus.claims.finder import Attribution
from corpus.claims.names import names_in
from corpus.claims.nesting import outer_of
from corpus.claims.occasion import beside_cue
from corpus.claims.people import People
from corpus.claims.phrases import PASSED_ON, name_source
from corpus.claims.relay_names import (
    called_again,
    end_of_title,
    is_acronym,
    last_name,
    name_at,
)
from corpus.claims.speaker import Speaker
from corpus.claims.stance import judge
from corpus.claims.who import speaker_before_relative
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import folded
from corpus.stance import Stance

PASSED_ON_AS = frozenset(
    [Stance.ACCUSES, Stance.ASSERTS, Stance.BELIEVES, Stance.HEDGES, Stance.UNCONFIRMED]
)
"""Stances in which somebody passes on what another one says."""

REACH = 120
"""Characters after a source or cue in which its relay is looked for."""

BY_RELAY = re.compile(rf"\b(?:{'|'.join(sorted(PASSED_ON))})\s+(?:by|in|to)\s+|\bvia\s+")
"""What goes before a relay within or right after the source: "the office, cited by Reuters"."""

TOLD = re.compile(r"\b(?:told|tells|telling|tell|informed|assured)\s+")
INTERVIEW = re.compile(
    r"\b(?:(?:interview|conversation) with|interview (?:for|on)|[Ss]peaking (?:to|with|on)"
    r"|(?:comments?|remarks|statement|letter|email|e-mail|message|text) to)\s+"
)
"""What goes before a relay beside the cue: "said in an interview with Reuters"."""

SPOKE_TO = re.compile(r"\bwho\s+(?:had\s+)?(?:spoke|spoken|talked)\s+(?:to|with)\s+")
"""What goes before a relay within the source: "a nurse who spoke to Le Phare"."""

WROTE = re.compile(
    r"\b(?:wrote|writes|writing|written|article|column|commentary|editorial|essay|op-ed|piece)\b",
    re.IGNORECASE,
)

IN_OR_ON = re.compile(
    r"\b(?P<preposition>on|in|for|to)\s+(?:(?:an?|his|her|its|their)\s+)?(?=(?:[Tt]he\s+)?[^\W\d_a-z])"
)

ON_NAMED = re.compile(r"\bon\s+(?=[^\W\d_a-z])")

OPENING = re.compile(
    r"(?:speaking|talking|writing|posting|in|on|during)\s[^,;:.“”\"]{3,90},\s*\Z", re.IGNORECASE
)
"""What stands before a source and tells where it spoke: "Speaking on Radio Nord, Ruiz said"."""

PER = re.compile(r"[,”\"]{0,2}\s*(?:,\s*)?(?:per|according to)\s+")
"""What goes before a relay at the end: “…,” Stein said, per the Gazette."""

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


def relays(
    document: Document, found: Sequence[Attribution], named: Sequence[Speaker], people: People
) -> list[tuple[str, ...]]:
    """Find the relays of each attribution, the nearest to its source first.

    `found` is in order of the text, `named` has their speakers. A claim inside what somebody else
    says came through that one, and through that one's relays.
    """
    chains: list[tuple[str, ...]] = []
    for number, attribution in enumerate(found):
        chain = [_relay_at(document, span, people) for span in attribution.relays]
        chain += _own_relays(document, attribution, people)
        outer = outer_of(found, number)
        if outer is not None and _passes_on(document.text, found[outer]):
            chain += [named[outer].name, *chains[outer]]
        own = bare_name(named[number].name or "")
        chains.append(tuple(_each_once(name for name in chain if name and bare_name(name) != own)))
    return chains


def _passes_on(text: str, attribution: Attribution) -> bool:
    """Tell whether somebody says what another says inside it: who rejects it does not pass it on.

    Neither does one of whom only a state is told: "is more hopeful: the president believes …".
    """
    return not attribution.cue or judge(text, attribution).stance in PASSED_ON_AS


def _relay_at(document: Document, span: Span, people: People) -> str | None:
    """Name a relay that stands in the source's usual place, "which" among them."""
    if folded(document.text[slice(*span)]) in LEXICON.relatives:
        return speaker_before_relative(document, span[0], people).name
    again = called_again(document.tokens_in(*span), people)
    return again or name_source(document, span, people).name


def _each_once(names: Iterable[str]) -> Iterator[str]:
    """Leave out what was named before, with "the" or without."""
    seen: set[str] = set()
    for name in names:
        if bare_name(name) not in seen:
            seen.add(bare_name(name))
            yield name


def _own_relays(document: Document, attribution: Attribution, people: People) -> Iterator[str]:
    """Find the relays named beside the source and beside the cue."""
    text = document.text
    if attribution.source:
        yield from _beside_source(document, attribution, people)
    if not attribution.cue:
        return
    start, end = attribution.cue[-1]
    told = TOLD.search(text, start, end + 1) or TO_MEDIA.match(text, end, end + REACH)
    if told is not None:
        yield from name_at(document, told.end(), people, heard=True)
    wrote = WROTE.search(text, *attribution.cue[0]) is not None
    for beside in beside_cue(text, attribution):
        from_cue = start if beside[0] == end else beside[0]  # "said in an interview" may be one cue
        yield from _told_where(document, (from_cue, beside[1]), people, wrote=wrote)
        carried = BY_RELAY.search(text, from_cue, beside[1])
        if carried is not None:
            yield from name_at(document, carried.end(), people)
    first = min(span[0] for span in (*attribution.source[:1], *attribution.cue))
    opening = OPENING.match(text, document.sentence_at(first)[0], first)
    if opening is not None:
        yield from _told_where(document, opening.span(), people, wrote=wrote)
    after = PER.match(text, max(end, attribution.content[-1][1]))
    if after is not None:
        yield from name_at(document, after.end(), people)


def _beside_source(document: Document, attribution: Attribution, people: People) -> Iterator[str]:
    """Find the relays within the source, "the office, cited by Reuters", and right before it."""
    start, end = attribution.source[0]
    end_of_source = _end_of_source(attribution, end)
    if by_relay := BY_RELAY.search(document.text, start, end_of_source):
        yield from name_at(document, by_relay.end(), people)
    if spoke_to := SPOKE_TO.search(document.text, start, end_of_source):
        yield from name_at(document, spoke_to.end(), people, heard=True)
    if on := ON_NAMED.search(document.text[start:end]):
        yield from _mediums(document, (start + on.start(), end), people, wrote=False)
    before = max(0, start - REACH)
    if quoted := QUOTED.search(document.text[before:start]):
        yield from last_name(document, before + quoted.start("relay"), before + quoted.end("relay"))


def _told_where(document: Document, stretch: Span, people: People, *, wrote: bool) -> Iterator[str]:
    """Find who was told, and on or in what, in a stretch beside the cue."""
    wrote = wrote or WROTE.search(document.text, *stretch) is not None
    for interview in INTERVIEW.finditer(document.text, *stretch):
        yield from name_at(document, interview.end(), people, heard=True)
    yield from _mediums(document, stretch, people, wrote=wrote)


def _mediums(document: Document, beside: Span, people: People, *, wrote: bool) -> Iterator[str]:
    """Find the platforms and media in or on which something was said: "on Telegram"."""
    for place in IN_OR_ON.finditer(document.text, *beside):
        tokens = document.tokens_in(place.end(), min(place.end() + REACH, len(document.text)))
        name = next(names_in(tokens), None)
        if name is None or name.span[0] > tokens[min(1, len(tokens) - 1)].start:
            continue
        is_title = tokens[0].word == "the" and tokens[0].capital
        is_medium = (
            not (LEXICON.media | LEXICON.platforms).isdisjoint(name.words)
            or people.bodies.is_medium(name.words)
            or (place["preposition"] == "on" and is_acronym(document.text[slice(*name.span)]))
        )
        if is_medium or (wrote and (is_title or place["preposition"] == "for")):
            start = tokens[0].start if tokens[0].word == "the" else name.span[0]
            end = end_of_title(tokens, name.span[1])
            named = name_source(document, (start, name.span[1]), people).name
            whole = document.text[start:end].rstrip(".")
            yield whole if end > name.span[1] or named is None else named.rstrip(".")


def _end_of_source(attribution: Attribution, end: int) -> int:
    """Find where to stop looking for who cites the source: at the cue that follows it."""
    following = [start for start, _ in attribution.cue if start >= end]
    return following[0] if following else end
