"""*Figures*: opens the table of figures by source, and turns its pages."""

from __future__ import annotations

from re import Match
from typing import Self

from bot.discord.errors import DeclinedError
from bot.discord.kit.button import NO_ID, QUESTION_UNREADABLE, CardButton, find_question
from bot.discord.kit.card import Notice
from bot.discord.kit.figures.card import Shown, figures_card, summary
from bot.discord.kit.keys import DIGEST_LENGTH, digest_of, find_name
from bot.discord.kit.limits import LONGEST_CUSTOM_ID
from bot.discord.kit.pager import page_of
from bot.discord.kit.place import Place, place_of
from bot.discord.kit.quoting import in_one_line
from bot.discord.kit.sending import in_time, replace, respond
from bot.discord.service import Interaction
from bot.figures import NO_FIGURES, pages_of
from bot.language import N_, gettext

LABEL = N_("Figures")
LONGEST_IN_ID = LONGEST_CUSTOM_ID - len("figures-page:999::") - DIGEST_LENGTH
"""Characters of what figures are about that the id of a button has room for."""

WHERE = r"(?P<page>\d{1,3}):(?P<article>[0-9a-f]{12}|):(?P<about>(?s:.*))"


async def make_figures(place: Place, about: str, page: int = 0, article: str = "") -> Shown:
    """Make a page, from 0, of the figures about some words; of one article if its digest is given."""
    ids = [entry.id for entry in await place.entries()] if article else []
    article_id = (
        find_name(article, ids) or article if article else None
    )  # one that is gone has none
    found = await place.figures(about, article_id)
    if not found.groups:
        return Shown(Notice(gettext(NO_FIGURES)), [])
    shown = page_of(pages_of(found.groups), page, 1)
    turn = shown.turn(lambda to, label: FiguresPage(to, article, about_in_id(about), label))
    (figures,) = shown.items
    return await figures_card(in_one_line(about), figures, summary(found, shown.of_pages), turn)


def about_in_id(about: str) -> str:
    """Return what a button's id keeps of what figures are about: all, or nothing where it is long.

    Then the first line of the card says it.
    """
    return about if len(about) <= LONGEST_IN_ID else ""


class _FiguresButton(CardButton, template=NO_ID):
    """Leads to a page, from 0, of figures; `about` is "" where the card's first line says it.

    `article` is the digest of the one article that is searched, or "".
    """

    NAME = ""

    def __init__(self, page: int = 0, article: str = "", about: str = "", label: str = "") -> None:
        super().__init__(f"{self.NAME}:{page}:{article}:{about}", label or gettext(LABEL))
        self.page = page
        self.article = article
        self.about = about

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["page"]), match["article"], match["about"])

    async def make(self, interaction: Interaction) -> Shown:
        """Find the figures again; raises DeclinedError where nothing says what they are about."""
        about = self.about or find_question(interaction)
        if not about:
            raise DeclinedError(gettext(QUESTION_UNREADABLE))
        return await make_figures(await place_of(interaction), about, self.page, self.article)


class Figures(_FiguresButton, template=f"figures:{WHERE}"):
    """Opens the table below an answer that gives a figure, to the person alone."""

    NAME = "figures"

    @classmethod
    def asked_of(cls, article: str | None, about: str) -> Self:
        """Make the button for figures in the article with this id, or in all."""
        return cls(0, digest_of(article) if article else "", about)

    async def press(self, interaction: Interaction) -> None:
        """Show a private card."""
        async with in_time(interaction, private=True):
            card, files = await self.make(interaction)
        await respond(interaction, card, private=True, files=files)


class FiguresPage(_FiguresButton, template=f"figures-page:{WHERE}"):
    """Turns the page of the table."""

    NAME = "figures-page"

    async def press(self, interaction: Interaction) -> None:
        """Show another page in the place of this one; drawing may take longer than Discord waits."""
        await interaction.response.defer()
        card, files = await self.make(interaction)
        await replace(interaction, card, files=files)
