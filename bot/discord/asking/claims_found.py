"""*Who says what* below an answer: the claims in all the passages that were found for it."""

from __future__ import annotations

from re import Match
from typing import Self

from bot.discord.asking.asked import asked_on_card
from bot.discord.asking.searching import answer_asked, article_of_key
from bot.discord.kit.button import NO_ID, CardButton
from bot.discord.kit.card import Card, Notice
from bot.discord.kit.claims import CLAIMS_ON_A_PAGE, claims_card, grouped
from bot.discord.kit.keys import key_of
from bot.discord.kit.pager import PageButton, page_of
from bot.discord.kit.place import place_of
from bot.discord.kit.sending import respond_in_time
from bot.discord.service import Interaction
from bot.language import N_, gettext
from bot.wording import counted
from corpus.topics import PlacedClaim

PASSAGES_OF_CLAIMS = 8
"""Passages whose claims are listed."""

NOBODY_NAMED = N_(
    "Nobody is named for anything in these passages: they are the articles’ own words."
)

WHERE = r"(?P<page>\d{1,3}):(?P<article>(?s:.*))"


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
        article = await article_of_key(place, self.article)
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
