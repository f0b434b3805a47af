"""Buttons that turn the pages of `/articles` and `/claims`."""

from __future__ import annotations

from re import Match
from typing import Self

from bot.asking import place_of
from bot.buttons.button import CardButton
from bot.cards.card import Notice
from bot.cards.notices import NOTHING_LOADED
from bot.interaction import Interaction
from bot.sending import replace


class ArticlesPage(CardButton, template=r"articles:(?P<page>\d{1,5})"):
    """Shows another page, from 0, of what is loaded."""

    def __init__(self, page: int, label: str = "Page") -> None:
        super().__init__(f"articles:{page}", label)
        self.page = page

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["page"]))

    async def press(self, interaction: Interaction) -> None:
        """Turn the page."""
        from bot.cards.articles import articles_card  # noqa: PLC0415 - the card holds this button

        place = await place_of(interaction)
        entries = await place.client.library.articles(place.server)
        card = articles_card(entries, self.page) if entries else Notice(NOTHING_LOADED)
        await replace(interaction, card)


class ClaimsPage(
    CardButton,
    template=r"claims:(?P<page>\d{1,4}):(?P<source>[0-9a-f]{12}|):(?P<article>[0-9a-f]{12}|):(?P<about>(?s:.{0,50}))",
):
    """Shows another page, from 0, of who says what: by digests of one source and one article."""

    def __init__(
        self, page: int, source: str, article: str, about: str, label: str = "Page"
    ) -> None:
        super().__init__(f"claims:{page}:{source}:{article}:{about}", label)
        self.page = page
        self.source = source
        self.article = article
        self.about = about

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["page"]), match["source"], match["article"], match["about"])

    async def press(self, interaction: Interaction) -> None:
        """Turn the page."""
        from bot.commands.claims import Wanted, find_claims_card  # noqa: PLC0415

        wanted = Wanted(self.source, self.article, self.about)
        place = await place_of(interaction)
        await replace(interaction, await find_claims_card(place, wanted, self.page))
