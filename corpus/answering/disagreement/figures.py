# ruff: noqa: SIM905 - long lists of words read better as text
"""Tell whether two statements give numbers for the same thing that cannot both be true."""

from __future__ import annotations

import re

from corpus.answering.disagreement.meanings import meaning
from corpus.answering.disagreement.quantities import Quantity
from corpus.answering.disagreement.statement import Statement, differ
from corpus.text.forms import term_of

SHARE_OF_SHORTER = 0.6
SHARE_OF_LONGER = 0.5
"""The shares of the words beside a number that both must have, to be about the same thing."""

LEAST_HELD = 2
"""So many words of a short content are enough where a long one has all of them."""

SHARE_IF_MONEY = 0.75
"""A sum is known by the words beside it alone: it counts nothing."""

_WITHOUT_SUBJECT = re.compile(
    r"\w+ing\b(?!.*\b(?:will|would|can|could|is|was|are|were|has|had|costs?|takes?|took)\b)"
)
"""A content that has no subject but its source: "spending $2 million on posters"."""

_OTHER_COUNT = frozenset(
    map(
        term_of,
        "treated admitted received examined interviewed buried identified counted average median "
        "daily annual additional another further extra new each half "
        "initial".split(),
    )
)
"""Words that tell another count: "it had treated 34 people injured in the crash", "4 a day"."""


def figures_differ(one: Statement, other: Statement) -> bool:
    """Tell whether both give numbers for the same thing and no two of these agree."""
    if one.is_against or other.is_against or one.is_apart_from(other):
        return False
    if any(_WITHOUT_SUBJECT.match(s.claim.content) for s in (one, other)):
        return False
    if (one.terms ^ other.terms) & _OTHER_COUNT:
        return False
    pairs = [
        (a, b)
        for a in one.quantities
        for b in other.quantities
        if _same_thing(a, b, one.terms, other.terms)
    ]
    return bool(pairs) and not any(a.agrees_with(b) for a, b in pairs)


def _same_thing(a: Quantity, b: Quantity, a_terms: frozenset[str], b_terms: frozenset[str]) -> bool:
    """Tell whether two quantities count the same, and nothing tells them apart."""
    a_kind, b_kind = ({meaning(term) for term in q.counted} for q in (a, b))
    if differ(a_kind, b_kind) or _may_be_part(a, a_kind, b, b_kind):
        return False
    if not _is_said_of_same(a, a_terms, b, b_terms):
        return False
    a_beside, b_beside = a_terms - a_kind, b_terms - b_kind
    is_counted = a.counted[-1][0].isalnum()
    share = SHARE_OF_SHORTER if is_counted else SHARE_IF_MONEY
    shorter, longer = sorted((a_beside, b_beside), key=len)
    if is_counted and shorter <= longer and len(shorter) >= LEAST_HELD:
        return True
    return len(a_beside & b_beside) >= max(1, share * len(shorter), SHARE_OF_LONGER * len(longer))


def _may_be_part(a: Quantity, a_kind: set[str], b: Quantity, b_kind: set[str]) -> bool:
    """Tell whether what is named more closely may be a part of the other."""
    if a_kind == b_kind:
        return False
    part, whole = (a, b) if len(a_kind) > len(b_kind) else (b, a)
    return part.least <= whole.most


def _is_said_of_same(
    a: Quantity, a_terms: frozenset[str], b: Quantity, b_terms: frozenset[str]
) -> bool:
    """Tell whether what follows the one number is spoken of beside the other."""
    a_says, b_says = meaning(a.predicate), meaning(b.predicate)
    if "percent" in a.counted:  # "of voters" is what makes it a share
        return {a_says, b_says} - {""} <= a_terms & b_terms
    return not a_says or not b_says or a_says in b_terms or b_says in a_terms
