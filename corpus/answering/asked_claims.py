"""Questions about who said what: "What did Putin say?", "according to the Dutch", "Who denies it?"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.answering.pasted import without_what_is_told
from corpus.claims import Claim, Stance
from corpus.languages.english import question_terms, terms, words
from corpus.languages.english.document import Document
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import country_stem, meaning

_ALSO_SAY = ("respond", "make of", "stand on")
"""What one asks after too: "What does she make of it?"."""

_SAY = "|".join(
    [*LEXICON.forms(LEXICON.verbs_with(*Stance), but_not=LEXICON.also_acts), *_ALSO_SAY]
)
_OPINION = "response|reaction|position|view|opinion|statement|answer|comment|claim|stance|take"
_NAMES = r"(?P<source>[^?!.,;:\n]{1,60}?)"
_END = r"(?=\s*(?:[?!.,;:\n]|$))"
_ASKED_SOURCE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:\b(?:what|how)(?:['’]s| is| was| about)\s+|^\s*){_NAMES}['’]s?\s+(?:{_OPINION})s?\b",
        rf"\b(?:did|does|do|has|have|had|is|are|was|were)\s+{_NAMES}\s+(?:{_SAY})\b",
        rf"\baccording to\s+{_NAMES}(?:{_END}|(?=\s+(?:how|what|when|where|who|why|which)\b))",
        rf"\b(?:{_OPINION})s?\s+(?:of|from|by)\s+{_NAMES}(?:{_END}|(?=\s+(?:on|to|about)\b))",
    )
)

_DIFFERS = [
    "disagree(?:s|d|ing|ments?)?",
    "(?:say|says|said|saying) (?:otherwise|the (?:opposite|contrary))",
]
_ALSO_ASKED = {
    Stance.DENIES: _DIFFERS,
    Stance.DOUBTS: [*LEXICON.others_with(Stance.DOUBTS), "questions it", *_DIFFERS],
    Stance.UNCONFIRMED: ["not confirm(?:ed)?", "unconfirmed"],
}
"""Words besides verbs by which a question asks for a stance."""


def _asking_for(stance: Stance) -> re.Pattern[str]:
    verbs = LEXICON.forms(LEXICON.verbs_with(stance), but_not=LEXICON.also_acts)
    words = [*verbs, *_ALSO_ASKED.get(stance, [])]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_ASKED_STANCE = tuple(
    (stance, _asking_for(stance))
    for stance in (
        Stance.DENIES,
        Stance.DOUBTS,
        Stance.UNCONFIRMED,
        Stance.PROMISES,
        Stance.DEMANDS,
        Stance.BELIEVES,
    )
)

LONGEST_LOOKED_AT = 400
"""Characters of a question that are looked at; more is a pasted text."""


@dataclass(frozen=True, slots=True)
class AskedClaims:
    """What a question wants to know of claims: whose, and how said; all empty where nothing.

    `name` is whose claims are asked for, in the question's words; `source` are stems of that name or
    role, `stances` those that would answer.
    """

    name: str
    source: frozenset[str]
    stances: frozenset[Stance]
    terms: frozenset[str]

    @property
    def is_about_claims(self) -> bool:
        """Tell whether the question asks for a source or a stance at all."""
        return bool(self.source or self.stances)

    @property
    def asks_who_denies(self) -> bool:
        """Tell whether the question asks for denials."""
        return Stance.DENIES in self.stances

    def is_wanted(self, claim: Claim) -> bool:
        """Tell whether a claim is of the source, and of a stance, that was asked for."""
        return self.is_about_claims and self.is_of_source(claim) and self._is_of_stance(claim)

    def ordered(self, claims: Iterable[Claim]) -> list[Claim]:
        """Put wanted claims first, then those that hold more of the question; else keep the order."""
        return sorted(claims, key=lambda claim: (not self.is_wanted(claim), -self._held(claim)))

    def is_of_source(self, claim: Claim) -> bool:
        """Tell whether the claim's source, with its role, is called by all words asked, or by some."""
        if not self.source:
            return True
        named = _stems(claim.source or "")
        return self.source <= named | _stems(claim.role or "") or (
            bool(named) and named <= self.source
        )

    def mention_in(self, document: Document) -> str | None:
        """Return how a text names the asked source, "the bishop"; None where its words stand not together."""
        found = document.words
        stems = [country_stem(meaning(word.term)) for word in found]
        for at, stem in enumerate(stems if self.source else ()):
            together = stems[at : at + len(self.source)]
            if stem in self.source and self.source.issubset(together):
                start, end = found[at].start, found[at + len(together) - 1].end
                before = document.text[found[at - 1].start : found[at - 1].end] if at else ""
                if before.lower() in LEXICON.determiners:
                    start = found[at - 1].start
                return " ".join(document.text[start:end].split())
        return None

    def _is_of_stance(self, claim: Claim) -> bool:
        return not self.stances or claim.stance in self.stances

    def _held(self, claim: Claim) -> int:
        return len(self.terms.intersection(terms(claim.content)))


def read_asked_claims(question: str) -> AskedClaims:
    """Read whose claims a question asks for."""
    question = without_what_is_told(question)
    looked_at = question[:LONGEST_LOOKED_AT]
    matches = (pattern.search(looked_at) for pattern in _ASKED_SOURCE)
    name = next((match["source"] for match in matches if match), "")
    source = _stems(name)
    stances = {stance for stance, pattern in _ASKED_STANCE if pattern.search(looked_at)}
    if source:
        stances -= {Stance.BELIEVES}  # what somebody thinks is in all that they say
    return AskedClaims(
        name if source else "", source, frozenset(stances), frozenset(question_terms(question))
    )


def _stems(name: str) -> frozenset[str]:
    """Return the first letters of a name's words, the same for "Korea" and "Korean"; "anyone" is none."""
    cut = (word.form_in(name) for word in words(name))
    named = " ".join(form for form in cut if form not in LEXICON.generic_words)
    asked = (term for term in terms(named) if term not in LEXICON.stop_words)
    return frozenset(country_stem(meaning(term)) for term in asked)
