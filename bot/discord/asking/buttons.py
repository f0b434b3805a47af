"""What can be done with an answer: the buttons under it. A new one is defined and added here."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from re import Match
from typing import Self

import discord
from discord import ui

from bot.conversation import Asked, Talked, answer_in_talk
from bot.discord.asking.asked import asked_on_card
from bot.discord.asking.card import Searched, answer_card, nearest_found, nothing_found
from bot.discord.asking.why import why_card
from bot.discord.kit.button import NO_ID, CardButton
from bot.discord.kit.card import Card, Notice, Part, header, row
from bot.discord.kit.claims import CLAIMS_ON_A_PAGE, claims_card, grouped
from bot.discord.kit.figures.button import LONGEST_IN_ID as LONGEST_ABOUT_IN_ID
from bot.discord.kit.figures.button import Figures
from bot.discord.kit.in_context import InContext
from bot.discord.kit.keys import DIGEST_LENGTH, digest_of, find_name, key_of
from bot.discord.kit.limits import LONGEST_CUSTOM_ID
from bot.discord.kit.pager import PageButton, page_of
from bot.discord.kit.place import Place, place_of
from bot.discord.kit.quoting import in_one_line
from bot.discord.kit.sending import in_time, replace_in_time, respond, respond_in_time
from bot.discord.service import Interaction
from bot.figures import UNITS_BESIDE, sources_differ
from bot.language import N_, gettext, to_everybody
from bot.wording import NOT_SETTLED, counted
from corpus.answering.answer import Answer
from corpus.answering.question import asks_for_figure
from corpus.conversation.follow_up import Wanted
from corpus.library.store import questions
from corpus.library.store.questions import KeptQuestion
from corpus.topics import PlacedClaim

PASSAGES_MORE = 3
"""Passages shown with each press of *More*."""

PASSAGES_OF_CLAIMS = 8
"""Passages whose claims *Who says what* lists."""

PARAGRAPHS_EXPLAINED = 4
"""Paragraphs that *Why?* tells of."""

LONGEST_IN_ID = LONGEST_CUSTOM_ID - len("why::") - DIGEST_LENGTH
"""Characters of a question that the id of *Why?* has room for."""

NO_MORE = N_("The articles say no more about this; they have changed since.")
NOBODY_NAMED = N_(
    "Nobody is named for anything in these passages: they are the articles’ own words."
)
THANKS = N_("Thank you. The question and your vote are kept for this server’s moderators.")
TAKEN_BACK = N_("Your vote is taken back.")

WHERE = r"(?P<page>\d{1,3}):(?P<article>(?s:.*))"


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


async def searched_at(place: Place) -> Searched:
    """Return the articles that are searched at a place."""
    return Searched(await place.searched(), limited=place.within is not None)


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


def passages_to_find(shown: int) -> int:
    """Return how many passages to ask for where `shown` are shown: the rest is counted on *More*."""
    return shown + PASSAGES_MORE + 1


async def answer_asked(place: Place, asked: Asked, most: int, article: str | None) -> Talked:
    """Answer what is asked with `most` passages at most, from one article where its id is given."""
    return await answer_in_talk(
        lambda question, only: place.ask(question, most, article or only), asked
    )


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
        article = await _article_id(place, self.article)
        most = passages_to_find(self.start + PASSAGES_MORE)
        talked = await answer_asked(place, asked, most, article)
        if len(talked.answer.found) <= self.start:
            return Notice(gettext(NO_MORE))
        return answer_with_buttons(
            asked, talked, start=self.start, shown=PASSAGES_MORE, article=article, private=True
        )


class _ClaimsButton(CardButton, template=NO_ID):
    """Leads to a page, from 0, of the claims in the passages that answer the card's question.

    With an article's key, only its passages count.
    """

    NAME = ""

    def __init__(
        self, article: str | None = None, page: int = 0, label: str = N_("Who says what")
    ) -> None:
        key = key_of(article) if article else ""
        super().__init__(f"{self.NAME}:{page}:{key}", gettext(label))
        self.article = key
        self.page = page

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(match["article"] or None, int(match["page"]))

    async def make_card(self, interaction: Interaction) -> Card:
        """Find the claims again, grouped by who makes them."""
        place, asked = await place_of(interaction), asked_on_card(interaction)
        article = await _article_id(place, self.article)
        answer = (await answer_asked(place, asked, PASSAGES_OF_CLAIMS, article)).answer
        claims = grouped(
            [
                PlacedClaim(claim, passage.article, passage.paragraph)
                for passage in answer.found
                for claim in passage.claims_in((0, len(passage.text)))
            ]
        )
        if not claims:
            return Notice(gettext(NOBODY_NAMED))
        page = page_of(claims, self.page, CLAIMS_ON_A_PAGE)
        turn = page.turn(lambda number, label: WhoElse(self.article, number, label))
        summary = f"{gettext('Who says what')} · {counted(len(claims), 'claim')}"
        return claims_card(asked.text, summary, page.items, turn=turn, private=True)


class WhoSaysWhat(_ClaimsButton, template=f"who:{WHERE}"):
    """Opens a private card with who says what in the passages that answer."""

    NAME = "who"

    async def press(self, interaction: Interaction) -> None:
        """Show a private card."""
        await respond_in_time(interaction, self.make_card(interaction), private=True)


class WhoElse(_ClaimsButton, PageButton, template=f"whoelse:{WHERE}"):
    """Turns the page of the card that *Who says what* opened."""

    NAME = "whoelse"


class Vote(CardButton, template=r"vote:(?P<verdict>helpful|unhelpful)"):
    """👍 or 👎; pressed a second time by the same person the vote is taken back.

    Votes are kept so that moderators see which answers do not help.
    """

    def __init__(self, *, helpful: bool) -> None:
        custom_id = "vote:helpful" if helpful else "vote:unhelpful"
        super().__init__(custom_id, emoji="👍" if helpful else "👎")
        self.helpful = helpful

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(helpful=match["verdict"] == "helpful")

    async def press(self, interaction: Interaction) -> None:
        """Keep the vote, with the question that the card answers."""
        place = await place_of(interaction)
        message = interaction.message
        asked_at = message.created_at if message else datetime.now(UTC)
        question = KeptQuestion(
            id=message.id if message else interaction.id,
            channel=place.channel,
            asked_at=asked_at,
            text=asked_on_card(interaction).text,
            answered=True,
        )
        store, person = place.service.store, interaction.user.id
        before = await questions.vote_of(store, place.server, question.id, person)
        vote = None if before is self.helpful else self.helpful
        keeping = place.settings.keep_questions
        await questions.vote(
            store, place.server, question, person, helpful=vote, keep_unvoted=keeping
        )
        await respond(interaction, Notice(gettext(TAKEN_BACK if vote is None else THANKS)))
        counts = await questions.votes_for(store, place.server, question.id)
        if message and not message.flags.ephemeral:
            with suppress(discord.HTTPException):  # the answer may be deleted by now
                await message.edit(view=with_votes(message, counts))


def with_votes(message: discord.Message, counts: tuple[int, int]) -> Card:
    """Lay out a card anew with its helpful and unhelpful votes counted on its buttons."""
    card = Card.of_message(message)
    of_vote = dict(zip(("vote:helpful", "vote:unhelpful"), counts, strict=True))
    for part in card.walk_children():
        if isinstance(part, ui.Button) and part.custom_id in of_vote:
            part.label = str(of_vote[part.custom_id]) if of_vote[part.custom_id] else None
    return card


class Why(CardButton, template=r"why:(?P<article>[0-9a-f]{0,12}):(?P<question>(?s:.*))"):
    """Explains to moderators what was found for a question, and what kept it from being shown.

    `article` is the digest of the one article that was asked, "" for all. The question is on the
    card where it is "".
    """

    moderators_only = True

    def __init__(self, article: str = "", question: str = "") -> None:
        super().__init__(f"why:{article}:{question}", gettext("Why?"))
        self.article = article
        self.question = question

    @classmethod
    def asked_of(cls, article: str | None, question: str = "") -> Self:
        """Make the button for a question that was asked of the article with this id, or of all."""
        return cls(digest_of(article) if article else "", question)

    async def press(self, interaction: Interaction) -> None:
        """Show a private card."""
        asked = Asked(self.question) if self.question else asked_on_card(interaction)
        async with in_time(interaction, private=True):
            card = await self._make_card(await place_of(interaction), asked)
        await respond(interaction, card, private=True)

    async def _make_card(self, place: Place, asked: Asked) -> Card:
        article = await _article_id(place, self.article)
        talked = await answer_asked(place, asked, 1, article)
        searched = talked.answer.question
        return why_card(await place.explain(searched, PARAGRAPHS_EXPLAINED, article))


async def _article_id(place: Place, key: str) -> str | None:
    """Find the id of the article with this key; None for no key. An id that is gone finds nothing."""
    if not key:
        return None
    return find_name(key, (entry.id for entry in await place.entries())) or key
