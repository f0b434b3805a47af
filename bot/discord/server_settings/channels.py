"""`/library channel`: which articles the questions in a channel search."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace as changed
from re import Match
from typing import Any, Self

import discord
from discord import app_commands, ui

from bot.discord.kit.button import CardButton, ModeratorsMenu
from bot.discord.kit.card import Card, Notice, header, row, text_part
from bot.discord.kit.fitting import ROOM_FOR_LISTED_TITLE, fitted_line
from bot.discord.kit.keys import key_of
from bot.discord.kit.moderators import library_commands, note
from bot.discord.kit.notices import NOTHING_LOADED, UNTITLED
from bot.discord.kit.pager import PageButton, page_of
from bot.discord.kit.place import place_of
from bot.discord.kit.quoting import visible
from bot.discord.kit.sending import cut_to_choice, replace, respond
from bot.discord.service import Interaction, server_of, service_of
from bot.discord.service.server_settings import load_settings, save_settings
from bot.language import N_, gettext, to_everybody
from bot.wording import counted
from corpus.library.store import Entry

ARTICLES_IN_A_MENU = 25
TITLES_NAMED = 8

ALL = N_("**All articles.** Choose some below to search only those.")
SOME = N_("**{} of {}.** Articles loaded later are not searched here until you choose them.")

CHANNEL = r"(?P<channel>\d{1,20})"

AskedChannel = (
    discord.TextChannel | discord.VoiceChannel | discord.StageChannel | discord.ForumChannel
)


@library_commands.command(
    name="channel", description="Choose which articles a channel’s questions search"
)
@app_commands.describe(channel="The channel; without one, this one")
async def choose_articles(interaction: Interaction, channel: AskedChannel | None = None) -> None:
    """Show what a channel searches, with menus to choose from."""
    place = await place_of(interaction)
    asked = channel.id if channel else place.channel
    await respond(interaction, await _make_card(interaction, asked))


class ScopeMenu(ModeratorsMenu, template=f"scope:{CHANNEL}:(?P<page>\\d{{1,4}})"):
    """Chooses among the articles on one page, from 0; those on other pages stay as they are."""

    def __init__(
        self, channel: int, page: int, listed: Sequence[Entry], chosen: Collection[str]
    ) -> None:
        options = [
            discord.SelectOption(
                label=_label(entry), value=key_of(entry.id), default=entry.id in chosen
            )
            for entry in listed
        ]
        super().__init__(
            ui.Select(
                custom_id=f"scope:{channel}:{page}",
                placeholder=gettext("Choose articles"),
                min_values=0,
                max_values=len(options),
                options=options,
            )
        )
        self.channel = channel
        self.page = page

    @classmethod
    def read(cls, match: Match[str], menu: ui.Item[Any]) -> Self:
        """Make the menu again from its id and the options it had."""
        made = cls(int(match["channel"]), int(match["page"]), (), ())
        made.item = menu
        return made

    async def choose(self, interaction: Interaction, values: Sequence[str]) -> None:
        """Search what is chosen here, and what was chosen on other pages."""
        service, server = service_of(interaction), server_of(interaction)
        entries = await service.library.articles(server)
        offered = {option.value for option in self.item.options}
        settings = await load_settings(service.store, server)
        before = settings.channels.get(self.channel, ())
        ids = tuple(
            entry.id
            for entry in entries
            if key_of(entry.id) in values
            or (entry.id in before and key_of(entry.id) not in offered)
        )
        await _search(interaction, self.channel, ids, self.page)


class ScopePage(PageButton, template=f"scope-page:{CHANNEL}:(?P<page>\\d{{1,4}})"):
    """Shows another page, from 0, of the menu."""

    moderators_only = True

    def __init__(self, channel: int, page: int, label: str = "Page") -> None:
        super().__init__(f"scope-page:{channel}:{page}", label)
        self.channel = channel
        self.page = page

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["channel"]), int(match["page"]))

    async def make_card(self, interaction: Interaction) -> Card:
        """List the articles again."""
        return await _make_card(interaction, self.channel, self.page)


class SearchAll(CardButton, template=f"scope-all:{CHANNEL}"):
    """Lets a channel search all articles again."""

    moderators_only = True

    def __init__(self, channel: int) -> None:
        super().__init__(f"scope-all:{channel}", gettext("Search all articles"))
        self.channel = channel

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["channel"]))

    async def press(self, interaction: Interaction) -> None:
        """Choose none."""
        await _search(interaction, self.channel, (), 0)


async def _make_card(interaction: Interaction, channel: int, page: int = 0) -> Card:
    service, server = service_of(interaction), server_of(interaction)
    settings = await load_settings(service.store, server)
    entries = await service.library.articles(server)
    return channel_card(entries, channel, settings.channels.get(channel, ()), page)


def channel_card(
    entries: Sequence[Entry], channel: int, chosen: Collection[str], number: int = 0
) -> Card:
    """Lay out what a channel searches, with page `number`, from 0, of the menu to choose from.

    `entries` are a server's articles in the order they were loaded; `chosen` are ids, none for all.
    """
    if not entries:
        return Notice(gettext(NOTHING_LOADED))
    newest = entries[::-1]
    page = page_of(newest, number, ARTICLES_IN_A_MENU)
    turn = page.turn(
        lambda to, label: ScopePage(channel, to, label), before=N_("← Newer"), after=N_("Older →")
    )
    buttons = [*turn, *([SearchAll(channel)] if chosen else [])]
    return Card(
        header(gettext("What questions in {} search").format(f"<#{channel}>")),
        text_part(_summary(newest, chosen)),
        row(ScopeMenu(channel, page.number, page.items, chosen)),
        *([row(*buttons)] if buttons else []),
        private=True,
    )


def _summary(entries: Sequence[Entry], chosen: Collection[str]) -> str:
    if not chosen:
        return gettext(ALL)
    titles = [
        f"- {fitted_line(entry.title, ROOM_FOR_LISTED_TITLE)}"
        for entry in entries
        if entry.id in chosen
    ]
    more = len(titles) - TITLES_NAMED
    rest = [f"- {gettext('… and {} more').format(more)}"] if more > 0 else []
    said = gettext(SOME).format(counted(len(titles), "article"), len(entries))
    return "\n".join([said, *titles[:TITLES_NAMED], *rest])


def _label(entry: Entry) -> str:
    return cut_to_choice(" ".join(visible(entry.title).split()) or gettext(UNTITLED))


async def _search(interaction: Interaction, channel: int, ids: tuple[str, ...], page: int) -> None:
    """Let a channel search these articles, or all where none is given, and show the card again."""
    server, store = server_of(interaction), service_of(interaction).store
    settings = await load_settings(store, server)
    others = {id_: chosen for id_, chosen in settings.channels.items() if id_ != channel}
    channels = {**others, channel: ids} if ids else others
    await save_settings(store, server, changed(settings, channels=channels))
    with to_everybody():
        number = counted(len(ids), "article") if ids else gettext("all articles")
    await note(interaction, N_("let <#{channel}> search").format(channel=channel), number)
    await replace(interaction, await _make_card(interaction, channel, page))
