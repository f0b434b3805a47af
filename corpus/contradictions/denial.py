"""Tell whether one statement says that another is not so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from corpus.claims import Stance
from corpus.contradictions.statement import Statement
from corpus.languages.english.meanings import OPPOSITES

LEAST_SHARED = 2
"""Terms that a denial and what it denies must share at least, and not only names."""

SHARE_OF_SHORTER = 0.6
SHARE_OF_LONGER = 0.5
"""The shares of the contents' terms that both must have, to be about the same thing."""

SHARE_OF_LONGER_IF_DOUBTED = 0.6
"""Who doubts one part of a thing may hold the rest."""

SHARE_OF_LONGER_IF_UNNOTICED = 0.35
"""Who saw nothing of a thing says no more of it."""

SHARE_IF_OPPOSED = 0.5
"""The share of the longer content's other terms: "the factory will close", "… would stay open"."""

SHARE_IF_NEGATED = 0.75
MOST_TERMS_IF_NEGATED = 10
"""Where "not" stands in the content itself, it may belong to another part of a long one: more must
be shared, and the longer content may not have more terms."""

MOST_BETWEEN = 150
"""Characters from the end of a claim to the "it" of "he denied it", at most."""

_POINTS_BACK = re.compile(r"\b(?:it|this|that|them|they|these|those|such|the)\b", re.IGNORECASE)
"""Words of a content that says no more itself: "denied this"."""

_POINTS_AT_NAMED = re.compile(r"\b(?:these|those|this|that|such|they|the)\b", re.IGNORECASE)
"""Words that point at a thing by its name: "saw no signs of these troops"."""

_POINTS_AT_SEVERAL = re.compile(r"\b(?:them|they|these|those)\b", re.IGNORECASE)
"""Words that point at all that was told just before, not at the last thing alone."""

_CLAIM_NOUNS = frozenset({"claim", "charg", "suggest", "assert", "statement", "report", "notion"})
"""To deny "the claim" is to deny what was just said."""


def denies(one: Statement, other: Statement) -> bool:
    """Tell whether one of the two is against what the other holds."""
    if one.is_against == other.is_against or one.is_apart_from(other):
        return False
    shorter, longer = sorted((one.terms - _CLAIM_NOUNS, other.terms - _CLAIM_NOUNS), key=len)
    shared = shorter & longer
    if len(shared) < LEAST_SHARED or shared <= one.names | other.names:
        return False
    share = SHARE_OF_SHORTER
    if one.is_negated or other.is_negated:
        share = SHARE_IF_NEGATED
        if len(longer) > MOST_TERMS_IF_NEGATED:
            return False
    share_of_longer = _share_of_longer(one, other)
    return len(shared) >= share * len(shorter) and len(shared) >= share_of_longer * len(longer)


def _share_of_longer(one: Statement, other: Statement) -> float:
    if one.is_unnoticed or other.is_unnoticed:
        return SHARE_OF_LONGER_IF_UNNOTICED
    is_doubted = Stance.DOUBTS in (one.claim.stance, other.claim.stance)
    return SHARE_OF_LONGER_IF_DOUBTED if is_doubted else SHARE_OF_LONGER


def is_opposed(one: Statement, other: Statement) -> bool:
    """Tell whether the two say the same but for two words of contrary meaning."""
    if one.is_against or other.is_against or one.is_apart_from(other):
        return False
    if one.subject != other.subject or not one.subject:
        return False
    rest, other_rest = one.terms - other.terms, other.terms - one.terms
    shared = len(one.terms & other.terms)
    if shared < SHARE_IF_OPPOSED * (max(len(one.terms), len(other.terms)) - 1):
        return False
    return shared > 0 and any(frozenset(pair) in OPPOSITES for pair in product(rest, other_rest))


def points_back_at(denial: Statement, earlier: Statement, others: Iterable[Statement]) -> bool:
    """Tell whether "he denied it" or "they saw no sign of them" is about `earlier`.

    `earlier` must stand before the denial in the same passage. It must hold the one word that the
    denial has besides, or be close to it; and where one thing is meant, none of `others` may stand
    between the two.
    """
    content = denial.claim.content
    about = denial.terms - _CLAIM_NOUNS
    if not denial.is_against or not _is_before(earlier, denial):
        return False
    if about:
        return len(about) == 1 and about <= earlier.terms and bool(_POINTS_AT_NAMED.search(content))
    if not _POINTS_BACK.search(content):
        return False
    if denial.claim.spans.content[0][0] - earlier.claim.spans.content[-1][1] > MOST_BETWEEN:
        return False
    return bool(_POINTS_AT_SEVERAL.search(content)) or not any(
        _is_before(earlier, other) and _is_before(other, denial) for other in others
    )


def _is_before(one: Statement, other: Statement) -> bool:
    """Tell whether the first one stands before the other in the same passage, and denies nothing."""
    if one.passage != other.passage or one.is_against or not other.claim.spans.content:
        return False
    return one.claim.spans.content[-1][1] <= other.claim.spans.content[0][0]
