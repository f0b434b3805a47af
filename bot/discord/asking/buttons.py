"""An answer's card with what can be done with it: the buttons under it. A new one is added here."""

from __future__ import annotations

from re import Match
from typing import Self

from bot.conversation import Asked, Talked
from bot.discord.asking.asked import asked_on_card
from bot.discord.asking.card import answer_card, nearest_found, nothing_found
from bot.discord.asking.claims_found import WhoSaysWhat
from bot.discord.asking.searching import (
    PASSAGES_MORE,
    answer_asked,
    article_of_key,
    passages_to_find,
    searched_at,
)
from bot.discord.asking.votes import Vote
from bot.discord.asking.why import LONGEST_IN_ID, Why
from bot.discord.kit.button import CardButton
from bot.discord.kit.card import Card, Notice, Part, header, row
from bot.discord.kit.figures.button import LONGEST_IN_ID as LONGEST_ABOUT_IN_ID
from bot.discord.kit.figures.button import Figures
from bot.discord.kit.in_context import InContext
from bot.discord.kit.keys import key_of
from bot.discord.kit.place import Place, place_of
from bot.discord.kit.quoting import in_one_line
from bot.discord.kit.sending import replace_in_time, respond_in_time
from bot.discord.service import Interaction
from bot.figures import UNITS_BESIDE, sources_differ
from bot.language import N_, gettext, to_everybody
from bot.wording import NOT_SETTLED
from corpus.answering.answer import Answer
from corpus.answering.question import asks_for_figure
from corpus.conversation.follow_up import Wanted

NO_MORE = N_("The articles say no more about this; they have changed since.")


def answer_with_buttons(
    asked: Asked,
    talked: Talked,
    *,
    shown: int,
    start: int = 0,
    article: str | None = None,
    private: bool = False,
    has_figures: bool = False,
) -> Card:
    """Make the card of an answer; *More* where it has passages after the `shown` from `start`.

    `article` is the id of the one article that was asked, if it was one. *Figures* is there where it
    `has_figures` of several sources.
    """
    answer = talked.answer
    rest = len(answer.found) - start - shown
    more = [More(start + shown, article, rest)] if rest > 0 else []
    alone = answer.found[start : start + shown]
    context = [InContext(alone[0].article.id, alone[0].paragraph)] if len(alone) == 1 else []
    about = "" if answer.question == asked.text else answer.question
    figures = [Figures.asked_of(article, about)] if has_figures else []
    buttons: list[Part] = [
        row(*more, WhoSaysWhat(article), *figures, *context),
        row(Vote(helpful=True), Vote(helpful=False), Why.asked_of(article)),
    ]
    return answer_card(
        Asked(asked.text, talked.about),
        answer,
        buttons,
        shown=shown,
        start=start,
        private=private,
        note=gettext(NOT_SETTLED) if talked.wanted is Wanted.VERDICT else "",
    )


async def nothing_found_at(place: Place, answer: Answer, article: str | None = None) -> Card:
    """Say that nothing answers a question at a place, over the button that explains it.

    What is nearest is shown. The question stands in the button's id, or above where it is too long
    for that.
    """
    question = answer.question
    is_short = len(question) <= LONGEST_IN_ID
    buttons = [row(Why.asked_of(article, question) if is_short else Why.asked_of(article))]
    above = [] if is_short else [header(in_one_line(question))]
    if answer.nearest:
        return nearest_found(answer, answer.nearest, buttons, above=above)
    return nothing_found(answer, await searched_at(place), buttons, above=above)


async def first_card(
    place: Place,
    asked: Asked,
    talked: Talked,
    *,
    article: str | None = None,
    private: bool = False,
    open_to_all: bool = False,
) -> Card:
    """Make the card on which an answer begins, or the line that nothing answers.

    An answer that is `open_to_all` is in the server's language; the line is private anyhow.
    """
    if not talked.answer.answered:
        return await nothing_found_at(place, talked.answer, article)
    has_figures = await _has_figures(place, asked, talked.answer, article)
    with to_everybody(really=open_to_all):
        return answer_with_buttons(
            asked,
            talked,
            shown=place.settings.passages,
            article=article,
            private=private,
            has_figures=has_figures,
        )


async def _has_figures(place: Place, asked: Asked, answer: Answer, article: str | None) -> bool:
    """Tell whether a number is asked of which several sources give a figure.

    A question carried on from the one before must fit into the button's id: no card has it whole.
    """
    question = answer.question
    is_kept = question == asked.text or len(question) <= LONGEST_ABOUT_IN_ID
    if not is_kept or not asks_for_figure(question):
        return False
    return sources_differ((await place.figures(question, article, most=UNITS_BESIDE)).groups)


class More(CardButton, template=r"more:(?P<start>\d{1,3}):(?P<article>(?s:.*))"):
    """Shows the passages from number `start`, from 0; of one article if its key is given.

    `rest` is how many there are, as far as they were looked for.
    """

    def __init__(self, start: int, article: str | None = None, rest: int = 0) -> None:
        key = key_of(article) if article else ""
        label = gettext("{} more").format(rest) if 0 < rest <= PASSAGES_MORE else gettext("More")
        super().__init__(f"more:{start}:{key}", label)
        self.start = start
        self.article = key

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["start"]), match["article"] or None)

    async def press(self, interaction: Interaction) -> None:
        """Show a private card; on a private card, the next passages take the place of these."""
        making = self._make_card(interaction, asked_on_card(interaction))
        if interaction.message and interaction.message.flags.ephemeral:
            await replace_in_time(interaction, making)
        else:
            await respond_in_time(interaction, making, private=True)

    async def _make_card(self, interaction: Interaction, asked: Asked) -> Card:
        place = await place_of(interaction)
        article = await article_of_key(place, self.article)
        most = passages_to_find(self.start + PASSAGES_MORE)
        talked = await answer_asked(place, asked, most, article)
        if len(talked.answer.found) <= self.start:
            return Notice(gettext(NO_MORE))
        return answer_with_buttons(
            asked, talked, start=self.start, shown=PASSAGES_MORE, article=article, private=True
        )
