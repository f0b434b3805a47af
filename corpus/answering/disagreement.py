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
"""Terms two contents must share at least to be about the same thing …"""

SHARE_OF_SHORTER = 0.6
"""… and the share of the shorter one's terms that these must be."""

_NEGATION = re.compile(
    r"\b(?:not(?! only)|no(?! (?:fewer|less|more|later|sooner|doubt))|never|none|nobody|nothing|neither|without|"
    r"cannot|false|untrue|wrong|fake|fabricated|lies?|baseless|unfounded)\b|n['’]t\b",  # noqa: RUF001
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

    @property
    def is_against(self) -> bool:
        """Tell whether the source holds the contrary: it denies, or says that it is not so."""
        return (self.claim.stance in AGAINST) != bool(_NEGATION.search(self.claim.content))


def disagreements(claims: Iterable[Claim]) -> list[tuple[Claim, Claim]]:
    """Give the pairs of claims that contradict, in the order given.

    Where one denies what the other holds, the denial stands first. Only claims with different,
    named sources that assert, believe, deny or doubt are compared.
    """
    comparable = [_read(c) for c in claims if c.source and c.stance in AGAINST | FOR]
    found = []
    for one, other in combinations(comparable, 2):
        if (one.claim.source or "").casefold() == (other.claim.source or "").casefold():
            continue
        if _denies(one, other):
            pair = (one, other) if one.is_against else (other, one)
            found.append((pair[0].claim, pair[1].claim))
        elif _differs(one, other):
            found.append((one.claim, other.claim))
    return found


def _read(claim: Claim) -> _Read:
    cut = words(claim.content)
    written = [claim.content[word.start : word.end] for word in cut]
    content = [(w.term, form) for w, form in zip(cut, written, strict=True) if w.term not in STOP_WORDS]
    return _Read(
        claim=claim,
        terms=frozenset(_meaning(term) for term, form in content if not _NEGATION.fullmatch(form)),
        names=frozenset(t for t, f in content[1:] if f[0].isupper() and f.lower() not in DATES),
        times=frozenset(f.lower() for f in written if f.lower() in _WHEN or _is_year(f)),
        quantities=tuple(quantities(claim.content)),
    )


def _denies(one: _Read, other: _Read) -> bool:
    if one.is_against == other.is_against or _apart(one.times, other.times):
        return False
    shared = len(one.terms & other.terms)
    shorter = min(len(one.terms), len(other.terms))
    return shared >= LEAST_SHARED and shared >= SHARE_OF_SHORTER * shorter


def _differs(one: _Read, other: _Read) -> bool:
    """Tell whether both give numbers for the same thing and no two of these agree."""
    if one.is_against or other.is_against:
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
    beside = (a_terms & b_terms) - a_kind - b_kind
    return any(not term[0].isdigit() for term in beside) or not (a_says or b_says)


def _apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Tell whether each has something that the other lacks."""
    one, other = set(one), set(other)
    return bool(one - other and other - one)


def _meaning(term: str) -> str:
    return _MEANING.get(term, term)


def _is_year(form: str) -> bool:
    return len(form) == len("2024") and form.isdecimal() and form[0] in "12"
