"""The claims that a question asks to see: those about its topic, by everybody or by one source."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.answering.asked_claims import read_asked_claims
from corpus.conversation.asked_topic import AskedTopic
from corpus.topics.placed import PlacedClaim

FEWEST = 2
"""Claims that a list is worth: one alone is better shown as an answer, in its sentence."""


def claims_asked_for(asked: AskedTopic, about: Sequence[PlacedClaim]) -> list[PlacedClaim]:
    """Choose among the claims about a topic those of the source asked for, if one is.

    None are given where they are fewer than FEWEST, or where the source may be one of several.
    """
    chosen = list(about)
    if asked.source:
        whose = read_asked_claims(f"according to {asked.source}")
        chosen = [each for each in about if each.claim.source and whose.is_wanted(each.claim)]
        if len({each.claim.source for each in chosen}) > 1:
            return []
    return chosen if len(chosen) >= FEWEST else []
