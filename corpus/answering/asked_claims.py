"""Questions about who said what: "What did Putin say?", "according to the Dutch", "Who denies it?"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.claims import Claim, Stance
from corpus.text import question_terms, terms
from corpus.text.stop_words import STOP_WORDS

_SAY = (
    "say|says|said|claim(?:s|ed)?|think|thinks|thought|believe[sd]?|tell|told|deny|denies|denied|"
    "report(?:s|ed)?|warn(?:s|ed)?|promised?|promises|demand(?:s|ed)?|doubt(?:s|ed)?|"
    "confirm(?:s|ed)?|announced?|announces|respond(?:s|ed)?|reply|replied|comment(?:s|ed)?"
)
_NAMES = r"(?P<source>[^?!.,;:\n]{1,60}?)"
_ASKED_SOURCE = (
    re.compile(rf"\b(?:did|does|do|has|have|had)\s+{_NAMES}\s+(?:{_SAY})\b", re.IGNORECASE),
    re.compile(rf"\baccording to\s+{_NAMES}(?=\s*(?:[?!.,;:\n]|$))", re.IGNORECASE),
)

_ASKED_STANCE = tuple(
    (stance, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
    for stance, pattern in (
        (Stance.DENIES, r"den(?:y|ies|ied|ying)|disputes?d?|rejects?|rejected|contradicts?"),
        (Stance.DOUBTS, r"doubts?|doubted|sceptical|skeptical|questions it"),
        (Stance.UNCONFIRMED, r"not confirm(?:ed)?|unconfirmed"),
        (Stance.PROMISES, r"promises?|promised|vow(?:s|ed)?|pledge[sd]?"),
        (Stance.DEMANDS, r"demands?|demanded|calls? for|called for"),
        (Stance.BELIEVES, r"believe[sd]?|thinks?|thought"),
    )
)

LONGEST_LOOKED_AT = 400
"""Characters of a question that are looked at; more is a pasted text."""


@dataclass(frozen=True, slots=True)
class AskedClaims:
    """What a question wants to know of claims: whose, and how said; all empty where nothing.

    `source` are the terms of the name or the role asked for, `stances` those that would answer.
    """

    source: frozenset[str]
    stances: frozenset[Stance]
    terms: frozenset[str]

    @property
    def is_about_claims(self) -> bool:
        """Tell whether the question asks for a source or a stance at all."""
        return bool(self.source or self.stances)

    def is_wanted(self, claim: Claim) -> bool:
        """Tell whether a claim is of the source, and of a stance, that was asked for."""
        return self.is_about_claims and self._is_of_source(claim) and self._is_of_stance(claim)

    def ordered(self, claims: Iterable[Claim]) -> list[Claim]:
        """Put wanted claims first, then those that hold more of the question; else keep the order."""
        return sorted(claims, key=lambda claim: (not self.is_wanted(claim), -self._held(claim)))

    def _is_of_source(self, claim: Claim) -> bool:
        named = terms(f"{claim.source or ''} {claim.role or ''}")
        return not self.source or not self.source.isdisjoint(named)

    def _is_of_stance(self, claim: Claim) -> bool:
        return not self.stances or claim.stance in self.stances

    def _held(self, claim: Claim) -> int:
        return len(self.terms.intersection(terms(claim.content)))


def read_asked_claims(question: str) -> AskedClaims:
    """Read whose claims a question asks for."""
    looked_at = question[:LONGEST_LOOKED_AT]
    matches = (pattern.search(looked_at) for pattern in _ASKED_SOURCE)
    names = [match["source"] for match in matches if match]
    source = {term for name in names for term in terms(name) if term not in STOP_WORDS}
    stances = {stance for stance, pattern in _ASKED_STANCE if pattern.search(looked_at)}
    return AskedClaims(frozenset(source), frozenset(stances), frozenset(question_terms(question)))
