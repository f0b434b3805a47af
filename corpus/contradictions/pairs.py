"""Where sources contradict one another about the same thing.

Two claims of different sources contradict when one holds what the other denies, or when they give
numbers for the same thing that cannot both be true. In doubt there is none: a contradiction shown
where there is none misleads more than one that is missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, islice

from corpus.claims import Claim, Stance
from corpus.contradictions.denial import denies, is_opposed, points_back_at
from corpus.contradictions.figures import figures_differ
from corpus.contradictions.own_affairs import are_kin, source_terms
from corpus.contradictions.statement import AGAINST, Statement, read_statement
from corpus.languages.english import terms
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import meaning

FOR = frozenset({Stance.ASSERTS, Stance.ACCUSES, Stance.BELIEVES, Stance.UNSTATED})
"""Stances of a source that accepts the content."""

MOST_COMPARED = 150
"""Claims compared at most, the first ones: time grows with the square of their number. The passages
of an answer hold about ten."""

_REPORT = re.compile(
    r"\W*(?:(?:the|a|any|all|these|those|such)\s+)?(?:\w+\s+)?"
    r"(?:report|claim|allegation|accusation|suggestion|notion|idea|rumou?r)s?\s+(?:that|of)\b",
    re.IGNORECASE,
)
"""What is rejected so is a fact after all: "rejected reports that the envoy had resigned"."""

_ANOTHER = frozenset({"anoth", "second", "other"})
"""Terms that tell one source from another of the same kind."""

_NOBODY = frozenset({"mani", "some", "other", "sever", "critic", "one"})
"""Terms of sources that are nobody in particular."""

_SHARES = frozenset({"percent", "half", "third", "quarter", "fifth", "major"})
"""Terms of sources that are a share of those asked: such do not contradict one another."""


def disagreements(passages: Iterable[Iterable[Claim]]) -> list[tuple[Claim, Claim]]:
    """Return the pairs of claims that contradict, in the order given.

    `passages` holds the claims of each passage, with offsets into its text. Where one denies what
    the other holds, the denial stands first. Only claims with different, named sources that assert,
    believe, deny or doubt are compared, MOST_COMPARED at most.
    """
    read = list(islice(_statements(passages), MOST_COMPARED))
    found = []
    for one, other in combinations(read, 2):
        if _is_same_source(one.claim, other.claim) or _overlap(one, other):
            continue
        first, second = (other, one) if other.is_against else (one, other)
        if (
            points_back_at(first, second, read)
            or figures_differ(one, other)
            or ((denies(one, other) or is_opposed(one, other)) and not are_kin(one, other))
        ):
            found.append((first.claim, second.claim))
    return found


def _statements(passages: Iterable[Iterable[Claim]]) -> Iterator[Statement]:
    for number, claims in enumerate(passages):
        for claim in filter(_is_comparable, claims):
            if statement := read_statement(claim, number):
                yield statement


def _is_comparable(claim: Claim) -> bool:
    """Tell whether somebody in particular holds or denies a fact."""
    source = source_terms(claim)
    if not any(term[0].isalpha() for term in source - _NOBODY) or source & _SHARES:
        return False
    if claim.stance in AGAINST and claim.stance_words:
        is_of_fact = any(map(_is_of_fact, claim.stance_words))
        return is_of_fact or bool(_REPORT.match(claim.content))
    return claim.stance in FOR | AGAINST


def _is_of_fact(stance_word: str) -> bool:
    """Tell a word that denies or doubts what is said from one that rejects what is proposed.

    "Convinced" is one of them, since what somebody is not convinced of is a fact or none.
    """
    word, _, following = stance_word.lower().partition(" ")
    verb = LEXICON.verb(word, following)
    if verb and verb.stance in AGAINST:
        return verb.base not in LEXICON.rejects
    return LEXICON.stances_of_others.get(word) in AGAINST or word == "convinced"


def _is_same_source(one: Claim, other: Claim) -> bool:
    """Tell whether one source's name is a part of the other's, or of its role, or relays it."""
    if one.source in other.relays or other.source in one.relays:
        return True
    mine, others = source_terms(one), source_terms(other)
    if (mine ^ others) & _ANOTHER:
        return False
    of_one = mine | {meaning(term) for term in terms(one.role or "")}
    of_other = others | {meaning(term) for term in terms(other.role or "")}
    return mine <= of_other or others <= of_one


def _overlap(one: Statement, other: Statement) -> bool:
    """Tell whether one content stands in the other, as what is passed on does."""
    return one.passage == other.passage and any(
        start < last and first < end
        for start, end in one.claim.spans.content
        for first, last in other.claim.spans.content
    )
