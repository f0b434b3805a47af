"""Whose words an answering sentence holds, and who says otherwise, so that a card says nothing twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.answering.answer import Answer, Passage, Side
from corpus.article import Span, overlap
from corpus.claims import Claim

LONGEST_ON_TOP = 60
"""Characters of the words that answer if they stand above the sentence; about two lines on a phone."""


class Attribution(NamedTuple):
    """Who says what in one answering sentence.

    `answer` are the words that answer, to stand on top with their owner; "" where none are marked,
    where they are long, or where they name the owner. `lead` is the claim that these words are in,
    or that of the owner they name; None where they are the article's own. `is_on_top` tells that
    the owner stands above the sentence. `others` are the further claims to name: of those of one
    source, made alike and come the same way, one alone, since the sentence stands beside them.
    """

    answer: str
    lead: Claim | None
    is_on_top: bool
    others: tuple[Claim, ...]


def attribution(passage: Passage, span: Span) -> Attribution:
    """Tell who says what in the sentence at `text[start:end]` of a passage."""
    claims = passage.claims_in(span)
    mark = passage.answer
    if mark is None or not span[0] <= mark[0] < mark[1] <= span[1]:
        return _without_answer(claims)
    if named := next((claim for claim in claims if _in_any(mark, claim.spans.source)), None):
        return Attribution("", named, is_on_top=True, others=_others(claims, named))
    answer = " ".join(passage.text[mark[0] : mark[1]].split())
    if len(answer) > LONGEST_ON_TOP:
        return _without_answer(claims)
    holding = [claim for claim in claims if _in_any(mark, claim.spans.content)]
    lead = min(holding, key=lambda claim: len(claim.content), default=None)
    return Attribution(answer, lead, is_on_top=True, others=_others(claims, lead))


def who_differs(answer: Answer) -> tuple[Side, ...]:
    """Return the sides to name beside the best passage since sources contradict one another.

    It is one side where the other is what the best passage shows, with its owner; both where they
    are something else; none where sources agree.
    """
    if not answer.disagreements:
        return ()
    best = best_passage(answer)
    leads = [attribution(best, span).lead for span in best.highlights]
    sides = answer.disagreements[0].sides
    others = tuple(side for side in sides if side.place != best.place or side.claim not in leads)
    return others if len(others) == 1 else sides


def best_passage(answer: Answer) -> Passage:
    """Return the best passage without the sentence of the other side, which is named beside it."""
    best = answer.passages[0]
    if not answer.disagreements:
        return best
    sides = answer.disagreements[0].sides
    if any(side.place != best.place for side in sides):
        return best
    mark = best.answer
    answering = [side for side in sides if mark and overlap(mark, side.span)]
    other = next(side for side in reversed(sides) if side not in answering[:1])
    left = tuple(span for span in best.highlights if span != other.span)
    return replace(best, highlights=left) if left else best


def _without_answer(claims: Sequence[Claim]) -> Attribution:
    lead = claims[0] if claims else None
    return Attribution("", lead, is_on_top=False, others=_others(claims, lead))


def _in_any(mark: Span, spans: Sequence[Span]) -> bool:
    return any(overlap(mark, span) for span in spans)


def _others(claims: Sequence[Claim], lead: Claim | None) -> tuple[Claim, ...]:
    first_of = {_how(claim): claim for claim in reversed(claims)}
    if lead:
        first_of.pop(_how(lead), None)
    return tuple(claim for claim in claims if claim in first_of.values())


def _how(claim: Claim) -> tuple[object, ...]:
    """Tell claims apart by what a card says beside their words; a claim of nobody named is alone."""
    whose = claim.source or claim.spans.source or claim.spans.content
    return whose, claim.relays, claim.stance, claim.is_sure
