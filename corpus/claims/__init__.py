"""Who said what: find claims, name who makes them, say through whom they came and how firmly.

`find_claims` is the whole way: paragraphs and quotation marks, a `Finder` for the attributions,
linking, then for each claim its speaker's name and role, its relays and its stance.
"""

from corpus.claims.claim import Claim, ClaimJSON, ClaimRow, Spans
from corpus.claims.find import find_claims
from corpus.claims.within import claims_within
from corpus.stance import Stance

__all__ = ["Claim", "ClaimJSON", "ClaimRow", "Spans", "Stance", "claims_within", "find_claims"]
