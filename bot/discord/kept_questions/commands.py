"""`/library questions`: what was asked; first what found no answer, then what found a bad one."""

from __future__ import annotations

from collections.abc import Sequence
from re import Match
from typing import Self

import discord

from bot.discord.kit.button import CardButton
from bot.discord.kit.card import Card, Notice, header, row_below, text_part
from bot.discord.kit.confirming import confirmation
from bot.discord.kit.fitting import fitted_line
from bot.discord.kit.moderators import library_commands, note
from bot.discord.kit.pager import PageButton, page_of
from bot.discord.kit.sending import replace, respond
from bot.discord.service import Interaction, server_of, service_of
from bot.language import N_, gettext, to_everybody
from bot.wording import counted
from corpus.library.store import questions
from corpus.library.store.questions import Judged

QUESTIONS_ON_A_PAGE = 8
ROOM_FOR_QUESTION = 320
"""So that a page always fits."""

NONE_KEPT = N_(
    "No questions are kept here. One is kept when somebody votes 👍 or 👎 on its answer, and all "
    "are if you choose so with `/library settings`."
)
SURE = N_("Delete all kept questions, with the votes?")
DELETED = N_("All kept questions are deleted.")


@library_commands.command(
    name="questions", description="See which questions go unanswered or are answered badly"
)
async def show_questions(interaction: Interaction) -> None:
    """Show the first page."""
    await respond(interaction, questions_card(await _kept(interaction)))


async def _kept(interaction: Interaction) -> list[Judged]:
    return await questions.kept(service_of(interaction).store, server_of(interaction))


class QuestionsPage(PageButton, template=r"questions:(?P<page>\d{1,4})"):
    """Shows another page, from 0, of the kept questions."""

    moderators_only = True

    def __init__(self, page: int, label: str = "Page") -> None:
        super().__init__(f"questions:{page}", label)
        self.page = page

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["page"]))

    async def make_card(self, interaction: Interaction) -> Card:
        """List the questions again."""
        return questions_card(await _kept(interaction), self.page)


class DeleteQuestions(CardButton, template=r"questions:delete(?P<sure>:sure)?"):
    """Deletes the kept questions; asks first unless `sure`."""

    moderators_only = True

    def __init__(self, *, sure: bool = False) -> None:
        style = discord.ButtonStyle.danger if sure else discord.ButtonStyle.secondary
        label = gettext("Delete them") if sure else gettext("Delete all …")
        super().__init__(f"questions:delete{':sure' if sure else ''}", label, style=style)
        self.sure = sure

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(sure=bool(match["sure"]))

    async def press(self, interaction: Interaction) -> None:
        """Delete, or ask, in place of the card."""
        if not self.sure:
            keep = gettext("Keep them")
            await replace(
                interaction, confirmation(gettext(SURE), DeleteQuestions(sure=True), keep)
            )
            return
        await questions.forget(service_of(interaction).store, server_of(interaction))
        with to_everybody():
            await note(interaction, N_("deleted"), gettext("all kept questions"))
        await replace(interaction, Notice(gettext(DELETED)))


def questions_card(kept: Sequence[Judged], number: int = 0) -> Card:
    """Lay out a page, from 0, of the kept questions, most urgent first; or say there are none."""
    if not kept:
        return Notice(gettext(NONE_KEPT))
    page = page_of(sorted(kept, key=_urgency), number, QUESTIONS_ON_A_PAGE)
    return Card(
        header(f"{counted(len(kept), 'question')}{page.of_pages}"),
        text_part("\n".join(map(_line, page.items))),
        *row_below([*page.turn(QuestionsPage), DeleteQuestions()]),
        private=True,
    )


def _urgency(judged: Judged) -> tuple[int, int]:
    """Order questions: unanswered, then by how many more were displeased than pleased."""
    if not judged.question.answered:
        return 0, 0
    displeased = judged.unhelpful - judged.helpful
    return (1, -displeased) if judged.unhelpful else (2, 0)


def _line(judged: Judged) -> str:
    question = judged.question
    votes = [f"👎 {judged.unhelpful}", f"👍 {judged.helpful}"]
    facts = [
        "" if question.answered else gettext("❓ no answer"),
        *(vote for vote in votes if not vote.endswith(" 0")),
        f"<#{question.channel}>",
        f"<t:{int(question.asked_at.timestamp())}:R>",
    ]
    text = fitted_line(question.text, ROOM_FOR_QUESTION)
    return f"**{text}**\n-# {' · '.join(filter(None, facts))}"
