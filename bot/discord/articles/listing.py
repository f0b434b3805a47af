"""`/articles`: what is loaded, all or by topic and date, a page at a time, newest first."""

from __future__ import annotations

from re import Match
from typing import Self

from discord import app_commands

from bot.discord.kit.article_lines import linked_title
from bot.discord.kit.card import Card, Notice, header, row_below, text_part
from bot.discord.kit.claims_about import LONGEST_ABOUT
from bot.discord.kit.fitting import DOT, fitted_line, unbroken
from bot.discord.kit.notices import NOTHING_LOADED
from bot.discord.kit.pager import PageButton, page_of
from bot.discord.kit.place import place_of
from bot.discord.kit.sending import respond_in_time
from bot.discord.service import Interaction
from bot.language import N_, gettext
from bot.wording import counted, day_shown
from corpus.library.choosing import Choice, ChosenArticles
from corpus.library.store import Entry

ARTICLES_ON_A_PAGE = 8

LONGEST_DAY = len("2024-05-03")
DAY = r"\d{4}-\d\d-\d\d"
"""A day as the buttons that turn the pages hold it."""

ROOM_FOR_ABOUT = 150

ALL = Choice()
NONE_CHOSEN = N_("No article is loaded here")
ALL_LISTED = N_("All: `/articles`")
UNDATED = N_("{} without a date left out.")


@app_commands.command(name="articles", description="See which articles are loaded here")
@app_commands.describe(
    about="About these words, in any form: the dam, tram depot",
    since="Published on this day or later: 2024-05-03, 2024-05 or 2024",
    until="Published on this day or earlier: 2024-05-03, 2024-05 or 2024",
)
@app_commands.guild_only()
async def articles(
    interaction: Interaction,
    about: app_commands.Range[str, 1, LONGEST_ABOUT] | None = None,
    since: app_commands.Range[str, 4, LONGEST_DAY] | None = None,
    until: app_commands.Range[str, 4, LONGEST_DAY] | None = None,
) -> None:
    """Show the first page, to the person alone."""
    choice = Choice.read(about, since, until)
    await respond_in_time(interaction, make_articles_card(interaction, choice), private=True)


class ArticlesPage(
    PageButton,
    template=rf"articles:(?P<page>\d{{1,5}})(?::(?P<since>{DAY}|):(?P<until>{DAY}|):(?P<about>(?s:.{{0,50}})))?",
):
    """Shows another page, from 0, of what is loaded, or of a choice of it."""

    def __init__(self, page: int, choice: Choice = ALL, label: str = "Page") -> None:
        days = (day.isoformat() if day else "" for day in (choice.since, choice.until))
        chosen = "" if choice.is_for_all else f":{':'.join([*days, choice.about])}"
        super().__init__(f"articles:{page}{chosen}", label)
        self.page = page
        self.choice = choice

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        choice = Choice.read(match["about"], match["since"], match["until"])
        return cls(int(match["page"]), choice)

    async def make_card(self, interaction: Interaction) -> Card:
        """List the articles again."""
        return await make_articles_card(interaction, self.choice, self.page)


async def make_articles_card(interaction: Interaction, choice: Choice, number: int = 0) -> Card:
    """Make a page, from 0, of the articles chosen among those of the server."""
    place = await place_of(interaction)
    if not await place.entries():
        return Notice(gettext(NOTHING_LOADED))
    chosen = await choice.of(place.service.library, place.server)
    return articles_card(chosen, choice, number)


def articles_card(chosen: ChosenArticles, choice: Choice = ALL, number: int = 0) -> Card:
    """Lay out a page, from 0, of the articles, given in the order they were loaded; last first."""
    below = ""
    if chosen.undated:
        below = f"-# {gettext(UNDATED).format(counted(chosen.undated, 'article'))}"
    if not chosen.entries:
        sentence = _followed_by(gettext(NONE_CHOSEN), choice)
        return Notice("\n".join(filter(None, [f"{sentence}.", below, f"-# {gettext(ALL_LISTED)}"])))
    page = page_of(chosen.entries[::-1], number, ARTICLES_ON_A_PAGE)
    count = counted(len(chosen.entries), "article")
    return Card(
        header(_followed_by(count, choice) + page.of_pages),
        *(text_part(_text(entry)) for entry in page.items),
        *([text_part(below)] if below else []),
        *row_below(
            page.turn(
                lambda to, label: ArticlesPage(to, choice, label),
                before=N_("← Newer"),
                after=N_("Older →"),
            )
        ),
        private=True,
    )


def _followed_by(words: str, choice: Choice) -> str:
    """Say which articles are chosen: "2 articles about “the dam” since 3 May 2024"."""
    parts = [words]
    if choice.about:
        parts.append(gettext("about “{}”").format(fitted_line(choice.about, ROOM_FOR_ABOUT)))
    if choice.since:
        parts.append(gettext("since {}").format(unbroken(day_shown(choice.since))))
    if choice.until:
        parts.append(gettext("until {}").format(unbroken(day_shown(choice.until))))
    return " ".join(parts)


def _text(entry: Entry) -> str:
    paragraphs = unbroken(counted(entry.paragraphs, "paragraph"))
    date = f"{unbroken(day_shown(entry.published))}{DOT}" if entry.published else ""
    return f"{linked_title(entry.title, entry.url)}\n-# {date}{paragraphs}"
