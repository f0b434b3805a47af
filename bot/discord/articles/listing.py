"""`/articles`: what is loaded, a page at a time, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from re import Match
from typing import Self

from discord import app_commands

from bot.discord.kit.article_lines import linked_title
from bot.discord.kit.card import Card, Notice, header, row_below, text_part
from bot.discord.kit.fitting import DOT, unbroken
from bot.discord.kit.notices import NOTHING_LOADED
from bot.discord.kit.pager import PageButton, page_of
from bot.discord.kit.place import place_of
from bot.discord.kit.sending import respond
from bot.discord.service import Interaction
from bot.language import N_, gettext
from bot.wording import counted, day_shown
from corpus.library.store import Entry

ARTICLES_ON_A_PAGE = 8


@app_commands.command(name="articles", description="See which articles are loaded here")
@app_commands.guild_only()
async def articles(interaction: Interaction) -> None:
    """Show the first page, to the person alone."""
    place = await place_of(interaction)
    await respond(interaction, articles_card(await place.entries()))


class ArticlesPage(PageButton, template=r"articles:(?P<page>\d{1,5})"):
    """Shows another page, from 0, of what is loaded."""

    def __init__(self, page: int, label: str = "Page") -> None:
        super().__init__(f"articles:{page}", label)
        self.page = page

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["page"]))

    async def make_card(self, interaction: Interaction) -> Card:
        """List the articles again."""
        place = await place_of(interaction)
        return articles_card(await place.entries(), self.page)


def articles_card(entries: Sequence[Entry], number: int = 0) -> Card:
    """Lay out a page, from 0, of the articles, given in the order they were loaded; last first."""
    if not entries:
        return Notice(gettext(NOTHING_LOADED))
    page = page_of(entries[::-1], number, ARTICLES_ON_A_PAGE)
    return Card(
        header(f"{counted(len(entries), 'article')}{page.of_pages}"),
        *(text_part(_text(entry)) for entry in page.items),
        *row_below(page.turn(ArticlesPage, before=N_("← Newer"), after=N_("Older →"))),
        private=True,
    )


def _text(entry: Entry) -> str:
    paragraphs = unbroken(counted(entry.paragraphs, "paragraph"))
    date = f"{unbroken(day_shown(entry.published))}{DOT}" if entry.published else ""
    return f"{linked_title(entry.title, entry.url)}\n-# {date}{paragraphs}"
