"""Tell whom a pronoun means, where that is safe; a name that is missing is better than a wrong one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.article import Span
from corpus.claims.finder import Attribution
from corpus.claims.people import Named, People
from corpus.claims.resolution import Resolution
from corpus.claims.speaker import UNCLEAR, Speaker, of_person
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON

FIRST_PERSON = frozenset(["i", "we"])
GROUP = frozenset(["it", "they"])

SENTENCE_END = re.compile(r"[.?!][”\"’']*\s+(?=\S)")

PLURAL = frozenset(["people", "police", "men", "women", "children", "staff", "crew"])
"""Nouns that "they" stands for though they end in no "s"."""

WORD = re.compile(r"\w+")


def speaker_meant(
    document: Document,
    found: Sequence[Attribution],
    named: Sequence[Speaker],
    *,
    outer: int | None,
    people: People,
) -> Speaker:
    """Return whom the pronoun means that is the source of the attribution after those `named`.

    `named` has the speakers of `found` up to this one; `outer` is the attribution around it.
    """
    start, end = found[len(named)].source[0]
    pronoun = document.text[start:end].lower()
    if pronoun in FIRST_PERSON:
        return UNCLEAR if outer is None else _as(Resolution.SPEAKER_AROUND, named[outer])
    if pronoun in GROUP:
        return _group(document, pronoun, start, found, named)
    if outer is not None and _speaks_of_self(pronoun, start, found[outer], named[outer], people):
        return _as(Resolution.SPEAKER_AROUND, named[outer])
    since = _since(document, start)
    return _person(pronoun, start, since, found=found, named=named, people=people)


def _as(resolution: Resolution, speaker: Speaker) -> Speaker:
    """Return a speaker whom a pronoun means; it stays unclear who that is if it was before."""
    return replace(speaker, resolution=resolution) if speaker.name else UNCLEAR


def _since(document: Document, position: int) -> Span:
    """Return where the paragraph before and the one of `position` begin."""
    number = document.paragraph_at(position)
    return document.paragraphs[max(0, number - 1)][0], document.paragraphs[number][0]


def _speaks_of_self(
    pronoun: str, position: int, outer: Attribution, speaker: Speaker, people: People
) -> bool:
    """Tell whether "he" in "Ruiz said he feared …" is Ruiz: nobody it could mean stands between."""
    if speaker.person is None or speaker.person.gender not in (None, pronoun):
        return False
    after_cue = outer.cue[-1][1] if outer.cue else position
    between = people.persons_between(after_cue, position)
    return after_cue < position and not any(p.gender in (None, pronoun) for p in between)


def _person(
    pronoun: str,
    position: int,
    since: Span,
    *,
    found: Sequence[Attribution],
    named: Sequence[Speaker],
    people: People,
) -> Speaker:
    """Return whom "he" or "she" at `position` means, nobody unless only one person can be meant.

    The only person named in this paragraph so far is meant, or else the only one in the paragraph
    before; or, among several, the last who spoke if nobody else has been named since.
    """
    candidates: list[Named] = []
    for start in reversed(since):
        candidates = [
            person
            for person in people.persons_between(start, position)
            if person.gender in (None, pronoun)
        ]
        if candidates:
            break
    if len(candidates) == 1:
        return of_person(candidates[0], Resolution.ONLY_PERSON)
    last = next((n for n in reversed(range(len(named))) if named[n].person is not None), None)
    if not candidates or last is None or found[last].source[0][0] < since[0]:
        return UNCLEAR
    speaker = named[last].person
    others = people.persons_between(found[last].source[0][0], position)
    if speaker is None or speaker.gender not in (None, pronoun):
        return UNCLEAR
    rivals = [p for p in others if p is not speaker and p.gender in (None, pronoun)]
    return UNCLEAR if rivals else of_person(speaker, Resolution.LAST_SPEAKER)


def _group(
    document: Document,
    pronoun: str,
    position: int,
    found: Sequence[Attribution],
    named: Sequence[Speaker],
) -> Speaker:
    """Return the body or group that spoke last, if that was in this sentence or the one before it."""
    if not named or not found[len(named) - 1].source:
        return UNCLEAR
    last = named[-1]
    start = found[len(named) - 1].source[0][1]
    near = start >= _since(document, position)[1]
    if not near or last.name is None or _is_person(last):
        return UNCLEAR
    ended = len(SENTENCE_END.findall(document.text, start, position))
    fits = _is_plural(last.name) == (pronoun == "they")
    return _as(Resolution.LAST_SPEAKER, last) if ended <= 1 and fits else UNCLEAR


def _is_person(speaker: Speaker) -> bool:
    return speaker.person is not None and speaker.person.is_person


def _is_plural(name: str) -> bool:
    """Tell a group of several from one body, by the noun before any preposition."""
    words = WORD.findall(name)
    if any(word.lower() == "and" for word in words):
        return True
    cut = next(
        (n for n, word in enumerate(words) if n and word.lower() in LEXICON.prepositions),
        len(words),
    )
    noun = words[cut - 1] if words else ""
    is_name = noun[:1].isupper() and cut > 1
    return noun.lower() in PLURAL or (
        noun.endswith("s") and not noun.endswith("ss") and not is_name
    )
