"""The card that answers a question: up to five passages, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.buttons.in_context import InContext
from bot.buttons.more import More
from bot.buttons.vote import Vote
from bot.buttons.who_says_what import WhoSaysWhat
from bot.cards.card import Card, Part, header, line_between, row, text_part
from bot.cards.fitting import ROOM, cost, fitted_line
from bot.cards.passage import passage_text
from bot.quoting import in_one_line
from bot.wording import quote_marked
from corpus.answering.answer import Answer, Passage
from corpus.answering.disagreement import disagreements
from corpus.claims import Claim

ROOM_FOR_MESSAGE = 200
ROOM_FOR_NAME = 80
ROOM_FOR_SIDE = 120


def answer_card(
    answer: Answer, *, shown: int, start: int = 0, article: str | None = None, private: bool = False
) -> Card:
    """Lay out the passages from `start`, `shown` of them; *More* where the answer has further ones.

    `article` is the id of the one article that was asked, if it was one.
    """
    passages = answer.passages[start : start + shown]
    question = in_one_line(answer.question)
    buttons: list[Part] = []
    if len(answer.passages) > start + shown:
        buttons.append(More(start + shown, article))
    buttons += [WhoSaysWhat(article), Vote(helpful=True), Vote(helpful=False)]
    return Card(
        header(question),
        *_passage_parts(passages, ROOM - cost(question)),
        line_between(),
        row(*buttons),
        private=private,
    )


def check_card(answer: Answer) -> Card:
    """Lay out what the articles say about a message, whose text is the answer's question."""
    said = fitted_line(answer.question, ROOM_FOR_MESSAGE)
    first = text_part(f"### What the articles say\n-# about “{said}”")
    parts = _passage_parts(answer.passages, ROOM - cost(said) - 100)
    return Card(first, *parts, private=True)


def _passage_parts(passages: tuple[Passage, ...], room: int) -> Iterator[Part]:
    """Give the parts for all passages, and for one line where their sources contradict another."""
    contradiction = _contradiction(passages)
    room = (room - cost(contradiction)) // max(len(passages), 1)
    for number, passage in enumerate(passages):
        if number:
            yield line_between()
        yield text_part(passage_text(passage, room))
        yield row(InContext(passage.article.id, passage.paragraph))
    if contradiction:
        yield line_between()
        yield text_part(contradiction)


def _contradiction(passages: tuple[Passage, ...]) -> str:
    """Write one line on the first two sources that contradict one another, or nothing."""
    claims = [
        claim
        for passage in passages
        for span in passage.highlights
        for claim in passage.claims_in(span)
    ]
    for one, other in disagreements(claims)[:1]:
        return f"⚖️ Sources differ: {_side(one)} · {_side(other)}"
    return ""


def _side(claim: Claim) -> str:
    who = fitted_line(claim.source or "", ROOM_FOR_NAME)
    opening, closing = quote_marked(claim.content)
    return (
        f"**{who}** *{claim.stance}* {opening}{fitted_line(claim.content, ROOM_FOR_SIDE)}{closing}"
    )
