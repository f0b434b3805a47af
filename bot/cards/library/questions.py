"""The questions that are kept: unanswered ones first, then those whose answers did not help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from bot.buttons.library.questions import DeleteQuestions, QuestionsPage
from bot.cards.card import Card, Notice, Part, header, line_between, row, text_part
from bot.cards.fitting import fitted_line
from bot.wording import counted
from corpus.library.store import Store, questions
from corpus.library.store.questions import Judged

QUESTIONS_ON_A_PAGE = 8
ROOM_FOR_QUESTION = 320
"""So that a page always fits."""

NONE_KEPT = (
    "No questions are kept here. One is kept when somebody votes 👍 or 👎 on its answer, and all "
    "are if you choose so with `/library settings`."
)


async def find_questions_card(store: Store, server: int, page: int = 0) -> Card:
    """Make the card of a page, from 0, of a server's kept questions, or say that there are none."""
    kept = await questions.kept(store, server)
    return _card(sorted(kept, key=_urgency), page) if kept else Notice(NONE_KEPT)


def _urgency(judged: Judged) -> tuple[int, int]:
    """Order questions: unanswered, then by how many more were displeased than pleased."""
    if not judged.question.answered:
        return 0, 0
    displeased = judged.unhelpful - judged.helpful
    return (1, -displeased) if judged.unhelpful else (2, 0)


def _card(ordered: Sequence[Judged], page: int) -> Card:
    pages = ceil(len(ordered) / QUESTIONS_ON_A_PAGE)
    page = min(page, pages - 1)
    shown = ordered[page * QUESTIONS_ON_A_PAGE : (page + 1) * QUESTIONS_ON_A_PAGE]
    of_pages = f" · page {page + 1} of {pages}" if pages > 1 else ""
    return Card(
        header(f"{counted(len(ordered), 'question')}{of_pages}"),
        text_part("\n".join(map(_line, shown))),
        line_between(),
        row(*_turn(page, pages), DeleteQuestions()),
        private=True,
    )


def _line(judged: Judged) -> str:
    question = judged.question
    votes = [f"👎 {judged.unhelpful}", f"👍 {judged.helpful}"]
    facts = [
        "" if question.answered else "❓ no answer",
        *(vote for vote in votes if not vote.endswith(" 0")),
        f"<#{question.channel}>",
        f"<t:{int(question.asked_at.timestamp())}:R>",
    ]
    text = fitted_line(question.text, ROOM_FOR_QUESTION)
    return f"**{text}**\n-# {' · '.join(filter(None, facts))}"


def _turn(page: int, pages: int) -> Iterator[Part]:
    if page > 0:
        yield QuestionsPage(page - 1, "← Back")
    if page + 1 < pages:
        yield QuestionsPage(page + 1, "More →")
