"""*Who says what*: every claim in the passages that answer, grouped by who makes it."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match
from typing import Self

from bot.article_keys import key_of
from bot.asking import Place, place_of
from bot.buttons.button import CardButton, question_on_card
from bot.buttons.more import find_article
from bot.cards.card import Card, Notice
from bot.cards.claims import CLAIMS_ON_A_PAGE, Placed, claims_card, grouped
from bot.interaction import Interaction
from bot.sending import replace, respond_in_time
from bot.wording import counted

PASSAGES = 8
"""Passages whose claims are listed."""

NO_CLAIMS = "Nobody is named for anything in these passages: they are the articles’ own words."


WHERE = r"(?P<page>\d{1,3}):(?P<article>(?s:.*))"


class WhoSaysWhat(CardButton, template=f"who:{WHERE}"):
    """Opens a private card about the card's question; in one article if its key is given."""

    NAME = "who"

    def __init__(
        self, article: str | None = None, page: int = 0, label: str = "Who says what"
    ) -> None:
        key = key_of(article) if article else ""
        super().__init__(f"{self.NAME}:{page}:{key}", label)
        self.article = key
        self.page = page

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(match["article"] or None, int(match["page"]))

    async def press(self, interaction: Interaction) -> None:
        """Show a private card."""
        making = self._make(await place_of(interaction), question_on_card(interaction))
        await respond_in_time(interaction, making, private=True)

    async def _make(self, place: Place, question: str) -> Card:
        article = await find_article(place, self.article)
        answer = await place.ask(question, PASSAGES, article)
        claims = grouped(
            [
                Placed(claim, passage.article, passage.paragraph)
                for passage in answer.passages
                for claim in passage.claims_in((0, len(passage.text)))
            ]
        )
        first = self.page * CLAIMS_ON_A_PAGE
        if len(claims) <= first:
            return Notice(NO_CLAIMS)
        turn = list(self._turn(len(claims)))
        summary = f"Who says what · {counted(len(claims), 'claim')}"
        return claims_card(question, summary, claims[first:], turn=turn, private=True)

    def _turn(self, count: int) -> Iterator[CardButton]:
        if self.page > 0:
            yield WhoElse(self.article, self.page - 1, "← Back")
        if (self.page + 1) * CLAIMS_ON_A_PAGE < count:
            yield WhoElse(self.article, self.page + 1, "More →")


class WhoElse(WhoSaysWhat, template=f"whoelse:{WHERE}"):
    """Turns the page of a card that says who says what."""

    NAME = "whoelse"

    async def press(self, interaction: Interaction) -> None:
        """Show another page on the same card."""
        place = await place_of(interaction)
        await replace(interaction, await self._make(place, question_on_card(interaction)))
