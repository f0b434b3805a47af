"""Answers within a talk: a question that goes on from an earlier one is answered about that one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from bot.attribution import attribution, best_passage, who_differs
from corpus.answering.answer import Answer, Passage
from corpus.answering.highlights import TRUSTED
from corpus.conversation.follow_up import (
    DISPUTING,
    Earlier,
    FollowUp,
    Wanted,
    how_it_follows,
    names_in,
    read_follow_up,
)

BAR_ON_TOPIC = 0.1
"""Confidence from which a follow-up is answered by a paragraph of the article that it is about."""

Ask: TypeAlias = Callable[[str, str | None], Awaitable[Answer]]
"""Answers a question from all articles that are searched, or from the one with this id."""


class Asked(NamedTuple):
    """What somebody asks, and the earlier question that it may be about; `is_reply` to its answer."""

    text: str
    about: str | None = None
    is_reply: bool = False


class Talked(NamedTuple):
    """An answer, and the earlier question that it is about: None for a question of its own.

    `wanted` says what of the earlier answer is asked. The answer's own question is what was
    searched for.
    """

    answer: Answer
    about: str | None = None
    wanted: Wanted = Wanted.FURTHER


async def answer_in_talk(ask: Ask, asked: Asked) -> Talked:
    """Answer a question, about the earlier one where it goes on from that.

    Then only the earlier answer's article is searched, or the nearest one's: others would answer off
    its topic. Where the text may be a question of its own, all are searched with it, and it is taken
    for what it is answered as with more confidence.
    """
    if asked.about is None or how_it_follows(asked.text, is_reply=asked.is_reply) is None:
        return Talked(await ask(asked.text, None))
    before = await ask(asked.about, None)
    best = next(iter(before.passages), before.nearest)
    follow_up = _read(asked, best)
    if follow_up is None or best is None:
        return Talked(await ask(asked.text, None))
    wanted = follow_up.wanted
    if wanted is Wanted.OTHER_SIDE:
        return Talked(await _other_side(ask, follow_up, before, best), asked.about, wanted)
    if wanted is not Wanted.FURTHER:
        return Talked(before, asked.about, wanted)
    further = _on_topic(_surest(await _further(ask, follow_up, best)))
    if not follow_up.is_clear:
        alone = await ask(asked.text, None)
        if _confidence(alone) >= _confidence(further):
            return Talked(alone)
    return Talked(further, asked.about)


def _read(asked: Asked, best: Passage | None) -> FollowUp | None:
    earlier = Earlier(
        asked.about or "",
        _owner(best) if best else None,
        names_in(best.article.text) if best else frozenset(),
    )
    return read_follow_up(asked.text, earlier, is_reply=asked.is_reply)


async def _further(ask: Ask, follow_up: FollowUp, best: Passage) -> list[Answer]:
    """Search the earlier answer's article in each way that a follow-up may be meant."""
    return [await ask(search, best.article.id) for search in follow_up.searches]


def _surest(answers: Sequence[Answer]) -> Answer:
    """Take the first answer, or one that is surer where that one is silent or this one is sure."""
    surest = answers[0]
    for answer in answers[1:]:
        is_sure = not surest.answered or _confidence(answer) >= TRUSTED
        if is_sure and _how_near(answer) > _how_near(surest):
            surest = answer
    return surest


def _on_topic(answer: Answer) -> Answer:
    """Take what is nearest for an answer from a lower bar on: that it is on the topic is known."""
    nearest = answer.nearest
    if nearest is None or nearest.confidence < BAR_ON_TOPIC:
        return answer
    return replace(answer, passages=(nearest,), nearest=None)


def _disputed(answer: Answer) -> Answer:
    """Keep what disputes something, or surely answers who does; what others say is no answer."""
    near = [answer.nearest] if answer.nearest else []
    disputing = [
        passage
        for passage in (*answer.found, *near)
        if _disputes(passage) or passage.confidence >= TRUSTED
    ]
    return replace(answer, passages=tuple(disputing), more=(), nearest=None)


async def _other_side(ask: Ask, follow_up: FollowUp, before: Answer, best: Passage) -> Answer:
    """Find who says otherwise: beside the earlier answer, or else in its article."""
    if _shows_other_side(before):
        return _other_side_first(before)
    return _surest([_disputed(answer) for answer in await _further(ask, follow_up, best)])


def _other_side_first(answer: Answer) -> Answer:
    """Put who says otherwise in front, since that is asked; what it is about stands beside it then."""
    sides = who_differs(answer)
    if len(sides) != 1 or _disputes(best_passage(answer)):
        return answer
    (side,) = sides
    first = replace(side.passage, highlights=(side.span,), answer=None)
    others = (passage for passage in answer.passages if passage.place != side.place)
    return replace(answer, passages=(first, *others))


def _shows_other_side(answer: Answer) -> bool:
    return answer.answered and (bool(who_differs(answer)) or _disputes(answer.passages[0]))


def _disputes(passage: Passage) -> bool:
    """Tell whether somebody disputes something in what a passage shows."""
    shown = (claim for span in passage.highlights for claim in passage.claims_in(span))
    return any(claim.stance in DISPUTING for claim in shown)


def _owner(passage: Passage) -> str | None:
    leads = (attribution(passage, span).lead for span in passage.highlights)
    return next((lead.source for lead in leads if lead), None)


def _how_near(answer: Answer) -> float:
    return _confidence(answer) or (answer.nearest.confidence if answer.nearest else 0.0)


def _confidence(answer: Answer) -> float:
    return answer.passages[0].confidence if answer.answered else 0.0
