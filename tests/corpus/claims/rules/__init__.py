"""A claim finder of rules: quotation marks, cue verbs and the phrases around them.

It is fast and says the same on every machine, so the tests of what comes after a finder (linking,
names, relays, stance) run on it; and it is what the learned finder is measured against.
"""

import corpus.claims
from corpus.claims import Claim
from tests.corpus.claims.rules.finder import RuleFinder

__all__ = ["RuleFinder", "find_claims"]


def find_claims(text: str) -> list[Claim]:
    """Find claims with the rules in place of the learned finder."""
    return corpus.claims.find_claims(text, RuleFinder())
