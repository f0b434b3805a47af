"""The menu and buttons that choose which articles a channel's questions search."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace as changed
from re import Match
from typing import Any, Self

import discord
from discord import ui

from bot.article_keys import key_of
from bot.buttons.moderators import ModeratorsButton, ModeratorsMenu
from bot.interaction import Interaction
from bot.library.moderating import note
from bot.quoting import visible
from bot.sending import replace
from bot.server_settings import load_settings, save_settings
from corpus.library.store import Entry

ARTICLES_IN_A_MENU = 25
LONGEST_LABEL = 100
UNTITLED = "(untitled)"

CHANNEL = r"(?P<channel>\d{1,20})"


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
        menu = _menu(channel, page, options)
        super().__init__(menu)
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
        entries = await interaction.client.library.articles(interaction.guild_id or 0)
        offered = {option.value for option in self.item.options}
        settings = await load_settings(interaction.client.store, interaction.guild_id or 0)
        before = settings.channels.get(self.channel, ())
        ids = tuple(
            entry.id
            for entry in entries
            if key_of(entry.id) in values
            or (entry.id in before and key_of(entry.id) not in offered)
        )
        await _search(interaction, self.channel, ids, self.page)


class ScopePage(ModeratorsButton, template=f"scope-page:{CHANNEL}:(?P<page>\\d{{1,4}})"):
    """Shows another page, from 0, of the menu."""

    def __init__(self, channel: int, page: int, label: str = "Page") -> None:
        super().__init__(f"scope-page:{channel}:{page}", label)
        self.channel = channel
        self.page = page

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["channel"]), int(match["page"]))

    async def act(self, interaction: Interaction) -> None:
        """Turn the page."""
        from bot.cards.library.scope import find_scope_card  # noqa: PLC0415 - holds this button

        await replace(interaction, await find_scope_card(interaction, self.channel, self.page))


class SearchAll(ModeratorsButton, template=f"scope-all:{CHANNEL}"):
    """Lets a channel search all articles again."""

    def __init__(self, channel: int) -> None:
        super().__init__(f"scope-all:{channel}", "Search all articles")
        self.channel = channel

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["channel"]))

    async def act(self, interaction: Interaction) -> None:
        """Choose none."""
        await _search(interaction, self.channel, (), 0)


def _menu(channel: int, page: int, options: list[discord.SelectOption]) -> ui.Select[Any]:
    return ui.Select(
        custom_id=f"scope:{channel}:{page}",
        placeholder="Choose articles",
        min_values=0,
        max_values=len(options),
        options=options,
    )


def _label(entry: Entry) -> str:
    title = " ".join(visible(entry.title).split()) or UNTITLED
    return title if len(title) <= LONGEST_LABEL else f"{title[: LONGEST_LABEL - 1]}…"


async def _search(interaction: Interaction, channel: int, ids: tuple[str, ...], page: int) -> None:
    """Let a channel search these articles, all where there are none, and show the card anew."""
    from bot.cards.library.scope import find_scope_card  # noqa: PLC0415 - the card holds these

    server, store = interaction.guild_id or 0, interaction.client.store
    settings = await load_settings(store, server)
    others = {id_: chosen for id_, chosen in settings.channels.items() if id_ != channel}
    channels = {**others, channel: ids} if ids else others
    await save_settings(store, server, changed(settings, channels=channels))
    number = f"{len(ids)} articles" if ids else "all articles"
    await note(interaction, f"let <#{channel}> search", number)
    await replace(interaction, await find_scope_card(interaction, channel, page))
