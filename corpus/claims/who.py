"""Name who makes a claim, as fully as the article does, and in its own words only.

"Ruiz" becomes "Ana Ruiz" with her role, "the mayor" the one mayor of the article, "she" the one
person it can be. Groups and bodies stay as worded. What is not safe is given no name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.names import Name, names_in
from corpus.claims.people import Named, People
from corpus.claims.sentences import Token, is_abbreviation, tokens_of
from corpus.claims.words import DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES

ACCOUNT = re.compile(
    r"(?:(?:an?|the|early|initial|recent|some|new|several)\s+)*"
    r"(?:reports?|statements?|accounts?|figures|data|estimates?|assessments?|documents?|information)"
    r"\s+(?:from|by|of)\s+(?=\S)",
    re.IGNORECASE,
)
"""What goes before the source proper: "reports from the harbour office"."""

PERSONAL = frozenset(["he", "she"])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who makes a claim: a name and a role, each the article's own words, None where not told."""

    name: str | None = None
    role: str | None = None
    person: Named | None = None


NOBODY = Speaker()


def speakers(
    text: str, paragraphs: Sequence[Span], found: Sequence[Attribution], people: People
) -> list[Speaker]:
    """Give the speaker of each attribution; `found` is in order of the text."""
    starts = [start for start, _ in paragraphs]
    named: list[Speaker] = []
    last: tuple[int, Named] | None = None
    for attribution in found:
        if not attribution.source:
            named.append(NOBODY)
            continue
        start, end = attribution.source[0]
        if text[start:end].lower() in PERSONAL:
            paragraph = bisect_right(starts, start) - 1
            since = starts[max(0, paragraph - 1)], starts[paragraph]
            speaker = _person(_pronoun(text[start:end].lower(), start, since, last, people))
        else:
            speaker = name_source(text, (start, end), people)
        named.append(speaker)
        if speaker.person is not None:
            last = start, speaker.person
    return named


def name_source(text: str, span: Span, people: People) -> Speaker:
    """Give the speaker that the noun phrase at `span` names; nobody for a pronoun."""
    account = ACCOUNT.match(text, *span)
    start = account.end() if account else span[0]
    tokens = list(tokens_of(text, start, span[1]))
    if not tokens or tokens[0].word in PRONOUNS:
        return NOBODY
    head = tokens[: _head_end(tokens)]
    if not head:
        return NOBODY
    return (
        _by_name(text, tokens, head, people)
        or _by_description(text, tokens, head, people)
        or Speaker(text[head[0].start : head[-1].end])
    )


def _head_end(tokens: Sequence[Token]) -> int:
    """Give where the phrase proper ends and what is put beside it begins."""
    for number, token in enumerate(tokens):
        if token.word in RELATIVES or (token.ends_phrase and not is_abbreviation(tokens, number)):
            return number
    return len(tokens)


def _by_name(
    text: str, tokens: Sequence[Token], head: Sequence[Token], people: People
) -> Speaker | None:
    """Name a phrase whose head is a name, with a role before it or not: "Mayor Ana Ruiz"."""
    names = list(names_in(tokens))
    last = next((name for name in reversed(names) if name.span[1] == head[-1].end), None)
    if last is None:
        return None
    before = [token for token in head if token.start < last.span[0]]
    plain = not before or (len(before) == 1 and before[0].word in DETERMINERS)
    if not (plain or last.office or last.addressed):
        return None
    known = people.named(last.words)
    definite = plain and bool(before) and before[0].word == "the"
    short_body = known is not None and not known.shown and len(last.words) < len(known.words)
    if definite and not short_body:
        return Speaker(text[head[0].start : head[-1].end])
    return _speaker(text, last, _role(before, last), known)


def _role(before: Sequence[Token], name: Name) -> Span | None:
    """Give the role beside a name, all of the phrase before it if that is one."""
    if name.office is None:
        return name.aside
    begins = before[1:] if before and before[0].word in DETERMINERS else before
    if begins and PREPOSITIONS.isdisjoint(token.word for token in begins):
        return begins[0].start, name.office[1]
    return name.office


def _speaker(text: str, name: Name, role: Span | None, known: Named | None) -> Speaker:
    words = text[slice(*role)] if role else None
    if known is None:
        return Speaker(text[slice(*name.span)], words)
    return Speaker(known.name, words or known.role, known)


def _by_description(
    text: str, tokens: Sequence[Token], head: Sequence[Token], people: People
) -> Speaker | None:
    """Name "the mayor", from the name beside it or from the one mayor of the article."""
    if head[0].word not in DETERMINERS and not head[0].word.endswith("'s"):
        return None
    aside = tokens[len(head) + 1 :]
    name = next(names_in(aside), None)
    if name is not None and name.span[0] == aside[0].start:
        first = head[1] if head[0].word in DETERMINERS and len(head) > 1 else head[0]
        known = people.named(name.words)
        role = text[first.start : head[-1].end]
        return Speaker(known.name if known else text[slice(*name.span)], role, known)
    article, *office = [token.word for token in head]
    if article != "the" or len(office) != 1:
        return None
    holder = people.holding(office[0])
    return _person(holder) if holder else None


def _person(person: Named | None) -> Speaker:
    return Speaker(person.name, person.role, person) if person else NOBODY


def _pronoun(
    pronoun: str,
    position: int,
    since: Span,
    last: tuple[int, Named] | None,
    people: People,
) -> Named | None:
    """Give whom "he" or "she" at `position` means, None unless only one person can be meant.

    `since` holds where the paragraph before and the pronoun's own begin. The only person named in
    this paragraph so far is meant, or else the only one in the paragraph before; or, among several,
    the last who spoke if nobody else has been named since.
    """
    for start in reversed(since):
        candidates = [
            person
            for person in people.persons_between(start, position)
            if person.gender in (None, pronoun)
        ]
        if candidates:
            break
    if len(candidates) == 1:
        return candidates[0]
    if not candidates or last is None or last[0] < since[0]:
        return None
    others = people.persons_between(last[0], position)
    if any(person is not last[1] for person in others) or last[1].gender not in (None, pronoun):
        return None
    return last[1]
