"""Tell whom "the striker", "the detective" or "the Dane" means: a person who has a name elsewhere.

News calls somebody who is speaking again by what they are. The one who spoke last, or whom the
sentences before are about, is weighed as for a pronoun. Who is only described keeps the description.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.claims.antecedents import EITHER, Pronoun, candidates_for, likeliest
from corpus.claims.finder import Attribution
from corpus.claims.names import OFFICES, gender_of
from corpus.claims.people import People
from corpus.claims.resolution import Resolution
from corpus.claims.rivals import has_rival
from corpus.claims.speaker import Speaker, of_person
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.tokens import Token

BAR = 0.8
"""The chance from which a person is named: higher than for a pronoun, since a description may be of
somebody who has no name in the article."""

LONGEST = 3
"""Words after "the"."""

CLAIMS_BACK = 6
"""Claims before a description in which somebody without a name may be so called already."""

AGED = re.compile(r"[Tt]he\s+\d+-year-old")
"""What somebody whose age has been told is called."""

FIRMS = LEXICON.firm_kinds | LEXICON.media_kinds | LEXICON.public_kinds
PERSONS = (OFFICES | LEXICON.people | LEXICON.called_again) - FIRMS - LEXICON.held_by_one
"""Nouns for a person that tell little of who it is. "The president" needs one who is president."""


NEW = frozenset(["a", "an", "another", "one"])
"""What opens a description of somebody not spoken of before."""

REACH = 1000
"""Characters before a description that are read for somebody so introduced."""


def person_described(
    document: Document, found: Sequence[Attribution], named: Sequence[Speaker], people: People
) -> Speaker | None:
    """Return the person that the source means after those `named`, None where that is not clear."""
    span = found[len(named)].source[0]
    tokens = document.tokens_in(*span)
    is_aged = AGED.fullmatch(document.text, *span)
    if not is_aged and not (
        1 < len(tokens) <= 1 + LONGEST and tokens[0].word == "the" and _is_person(tokens[1:])
    ):
        return None
    noun = tokens[-1].word
    if described_before(noun, named) or _is_introduced(document, noun, span[0]):
        return None
    pronoun = Pronoun(gender_of([noun]) or EITHER, span[0], found[len(named)].content)
    candidates = candidates_for(pronoun, document, people, found, named)
    person, chance = likeliest(candidates)
    if person is None or chance < BAR or has_rival(candidates, person):
        return None
    if not person.shown and person.gender is None:
        return None
    if noun in OFFICES and person.role:
        return None  # "Mayor Ana Ruiz came. The architect said …" tells of two
    return replace(of_person(person, Resolution.LIKELIEST_PERSON), chance=chance)


def described_before(noun: str, named: Sequence[Speaker]) -> Speaker | None:
    """Return who spoke before and is only known as such: "Salk's first lawyer" is "the lawyer"."""
    for speaker in reversed(named[-CLAIMS_BACK:]):
        words = (speaker.name or "").lower().split()
        cut = next((n for n, w in enumerate(words) if n and w in LEXICON.prepositions), len(words))
        if speaker.resolution is Resolution.AS_WORDED and words[cut - 1 : cut] == [noun]:
            return None if len(words) == 2 and words[0] == "the" else speaker  # noqa: PLR2004
    return None


def _is_person(words: Sequence[Token]) -> bool:
    """Tell "police superintendent" and "Dane" from "harbour board" and "Guardian"."""
    last = words[-1].word
    if not all(word.is_word and not word.word.endswith("'s") for word in words):
        return False
    if words[-1].capital:
        return len(words) == 1 and LEXICON.is_national(last)
    return last in PERSONS and not any(word.capital for word in words)


def _is_introduced(document: Document, noun: str, position: int) -> bool:
    """Tell whether somebody without a name is so called near before: "a steward was hit"."""
    before = document.tokens_in(max(0, position - REACH), position)
    return any(
        token.word == noun and not token.capital and _opens_new(before, number)
        for number, token in enumerate(before)
    )


def _opens_new(tokens: Sequence[Token], number: int) -> bool:
    """Tell "a steward" and "another young steward" that no name follows or goes before."""
    opening = [token.word for token in tokens[max(0, number - LONGEST) : number]]
    if not any(word in NEW for word in opening):
        return False
    following = tokens[number + 1] if number + 1 < len(tokens) else None
    before = tokens[max(0, number - LONGEST - 1) : number]
    beside_name = any(token.word == "," for token in before)
    return not beside_name and (following is None or not following.capital)
