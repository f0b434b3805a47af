"""Where sources contradict one another about the same thing.

Two claims of different sources contradict when one holds what the other denies, or when they give
numbers for the same thing that cannot both be true. In doubt there is none: a contradiction shown
where there is none misleads more than one that is missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from corpus.answering.quantities import Quantity, quantities
from corpus.answering.word_lists import DATES
from corpus.claims import Claim, Stance
from corpus.text import words
from corpus.text.stop_words import STOP_WORDS

AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})
"""Stances of a source that does not accept the content. Not to have confirmed is no contradiction."""

FOR = frozenset({Stance.ASSERTS, Stance.BELIEVES})

LEAST_SHARED = 2
"""Terms that a denial and what it denies must share at least."""

SHARE_OF_SHORTER = 0.6
"""The share of the shorter content's terms that both must have, to be about the same thing."""

SHARE_IF_MONEY = 0.75
"""A sum is known by the words beside it alone: it counts nothing."""

SHARE_IF_NEGATED = 0.75
MOST_TERMS_IF_NEGATED = 10
"""Where "not" stands in the content itself, it may belong to another part of a long one."""

_NEGATION = re.compile(
    r"\b(?:not(?! only)|no(?! (?:fewer|less|more|later|sooner|doubt))|never|none|nobody|nothing|neither|without|"
    r"cannot|false|untrue|wrong|fake|fabricated|lies?|baseless|unfounded)\b|n['’]t\b",
    re.IGNORECASE,
)

_SAME = (
    ("troop", "soldier", "forc", "servicemen", "fighter"),
    ("kill", "dead", "die", "death", "fatal"),
    ("wound", "injur", "hurt"),
    ("people", "person", "civilian"),
    ("detain", "arrest"),
)
_MEANING = {term: group[0] for group in _SAME for term in group}
"""Words of the same meaning that news uses in turn, by their terms."""

_WHEN = DATES | {"last", "next", "earlier", "previous"}


@dataclass(frozen=True, slots=True)
class _Read:
    """What a content says, as far as it is compared."""

    claim: Claim
    terms: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]
    quantities: tuple[Quantity, ...]

    is_negated: bool

    @property
    def is_against(self) -> bool:
        """Tell whether the source holds the contrary: it denies, or says that it is not so."""
        return (self.claim.stance in AGAINST) != self.is_negated


def disagreements(claims: Iterable[Claim]) -> list[tuple[Claim, Claim]]:
    """Give the pairs of claims that contradict, in the order given.

    Where one denies what the other holds, the denial stands first. Only claims with different,
    named sources that assert, believe, deny or doubt are compared.
    """
    comparable = [_read(c) for c in claims if c.source and c.stance in AGAINST | FOR]
    found = []
    for one, other in combinations(comparable, 2):
        if _is_same_source(one.claim, other.claim):
            continue
        if _denies(one, other):
            pair = (one, other) if one.is_against else (other, one)
            found.append((pair[0].claim, pair[1].claim))
        elif _differs(one, other):
            found.append((one.claim, other.claim))
    return found


def _is_same_source(one: Claim, other: Claim) -> bool:
    return (one.source or "").casefold() == (other.source or "").casefold()


def _is_relayed(one: Claim, other: Claim) -> bool:
    """Tell whether one content holds the other: then a source only passes the other's on."""
    return one.content in other.content or other.content in one.content


def _read(claim: Claim) -> _Read:
    cut = words(claim.content)
    written = [claim.content[word.start : word.end] for word in cut]
    content = [
        (w.term, form) for w, form in zip(cut, written, strict=True) if w.term not in STOP_WORDS
    ]
    return _Read(
        claim=claim,
        terms=frozenset(_meaning(term) for term, form in content if not _NEGATION.fullmatch(form)),
        names=frozenset(t for t, f in content[1:] if f[0].isupper() and f.lower() not in DATES),
        times=frozenset(f.lower() for f in written if f.lower() in _WHEN or _is_year(f)),
        quantities=tuple(quantities(claim.content)),
        is_negated=bool(_NEGATION.search(claim.content)),
    )


def _denies(one: _Read, other: _Read) -> bool:
    if one.is_against == other.is_against or _apart(one.times, other.times):
        return False
    if one.is_negated or other.is_negated:
        return (
            _is_short(one, other)
            and not _is_relayed(one.claim, other.claim)
            and _share_enough(one, other, SHARE_IF_NEGATED)
        )
    return _share_enough(one, other, SHARE_OF_SHORTER)


def _is_short(one: _Read, other: _Read) -> bool:
    return max(len(one.terms), len(other.terms)) <= MOST_TERMS_IF_NEGATED


def _share_enough(one: _Read, other: _Read, share: float) -> bool:
    shared = len(one.terms & other.terms)
    return shared >= max(LEAST_SHARED, share * min(len(one.terms), len(other.terms)))


def _differs(one: _Read, other: _Read) -> bool:
    """Tell whether both give numbers for the same thing and no two of these agree."""
    if one.is_against or other.is_against or _is_of_itself(one) or _is_of_itself(other):
        return False
    if _apart(one.names, other.names) or _apart(one.times, other.times):
        return False
    pairs = [
        (a, b)
        for a in one.quantities
        for b in other.quantities
        if _same_thing(a, b, one.terms, other.terms)
    ]
    return bool(pairs) and not any(a.agrees_with(b) for a, b in pairs)


def _is_of_itself(read: _Read) -> bool:
    """Tell whether a content has no subject but its source: "spending $2 million on posters"."""
    return read.claim.content.lower().partition(" ")[0].endswith("ing")


def _same_thing(a: Quantity, b: Quantity, a_terms: frozenset[str], b_terms: frozenset[str]) -> bool:
    """Tell whether two quantities count the same: the same noun, nothing that tells them apart."""
    noun = _meaning(a.counted[-1])
    if noun != _meaning(b.counted[-1]):
        return False
    a_kind, b_kind = ({_meaning(term) for term in q.counted} for q in (a, b))
    if _apart(a_kind, b_kind):
        return False
    a_says, b_says = _meaning(a.predicate), _meaning(b.predicate)
    if a_says and b_says and a_says not in b_terms and b_says not in a_terms:
        return False
    a_beside, b_beside = _beside(a_terms, a_kind), _beside(b_terms, b_kind)
    shared = len(a_beside & b_beside)
    share = SHARE_OF_SHORTER if noun[0].isalnum() else SHARE_IF_MONEY
    return shared >= max(1, share * min(len(a_beside), len(b_beside)))


def _beside(terms: frozenset[str], counted: set[str]) -> set[str]:
    """Give the terms of a content that are neither numbers nor what they count."""
    return {term for term in terms - counted if not term[0].isdigit()}


def _apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether each has something that the other lacks."""
    one, other = set(one), set(other)
    return bool(one - other and other - one)


def _meaning(term: str) -> str:
    return _MEANING.get(term, term)


def _is_year(form: str) -> bool:
    return len(form) == len("2024") and form.isdecimal() and form[0] in "12"
