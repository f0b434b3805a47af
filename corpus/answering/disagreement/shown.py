"""Which contradiction an answer has to tell of."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.answering.answer import Passage
from corpus.answering.disagreement.pairs import disagreements
from corpus.claims import Claim


def contradiction_in(passages: Sequence[Passage]) -> tuple[Claim, Claim] | None:
    """Give the first two claims that contradict, one of them at least in an answering sentence.

    The other may stand anywhere in the passages: in the next sentence, often.
    """
    answering = {
        claim
        for passage in passages
        for span in passage.highlights
        for claim in passage.claims_in(span)
    }
    everywhere = [passage.claims_in((0, len(passage.text))) for passage in passages]
    pairs = disagreements(everywhere)
    return next((pair for pair in pairs if not answering.isdisjoint(pair)), None)
