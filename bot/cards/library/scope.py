"""Which articles a channel's questions search, and menus to choose them from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from math import ceil

from bot.buttons.library.scope import ARTICLES_IN_A_MENU, ScopeMenu, ScopePage, SearchAll
from bot.cards.card import Card, Notice, Part, header, row, text_part
from bot.cards.fitting import fitted_line
from bot.cards.notices import NOTHING_LOADED
from bot.interaction import Interaction
from bot.server_settings import load_settings
from bot.wording import counted
from corpus.library.store import Entry

TITLES_NAMED = 8
ROOM_FOR_TITLE = 120

ALL = "**All articles.** Choose some below to search only those."
SOME = "**{} of {}.** Articles loaded later are not searched here until you choose them."


async def find_scope_card(interaction: Interaction, channel: int, page: int = 0) -> Card:
    """Make the card for a channel of the server; `page`, from 0, is that of the menu."""
    server, client = interaction.guild_id or 0, interaction.client
    entries = (await client.library.articles(server))[::-1]
    if not entries:
        return Notice(NOTHING_LOADED)
    settings = await load_settings(client.store, server)
    return _card(entries, channel, settings.channels.get(channel, ()), page)


def _card(entries: Sequence[Entry], channel: int, chosen: Collection[str], page: int) -> Card:
    pages = ceil(len(entries) / ARTICLES_IN_A_MENU)
    page = min(page, pages - 1)
    listed = entries[page * ARTICLES_IN_A_MENU : (page + 1) * ARTICLES_IN_A_MENU]
    buttons = [*_turn(channel, page, pages), *([SearchAll(channel)] if chosen else [])]
    return Card(
        header(f"What questions in <#{channel}> search"),
        text_part(_summary(entries, chosen)),
        row(ScopeMenu(channel, page, listed, chosen)),
        *([row(*buttons)] if buttons else []),
        private=True,
    )


def _summary(entries: Sequence[Entry], chosen: Collection[str]) -> str:
    if not chosen:
        return ALL
    titles = [
        f"- {fitted_line(entry.title, ROOM_FOR_TITLE)}" for entry in entries if entry.id in chosen
    ]
    more = len(titles) - TITLES_NAMED
    rest = [f"- … and {more} more"] if more > 0 else []
    said = SOME.format(counted(len(titles), "article"), len(entries))
    return "\n".join([said, *titles[:TITLES_NAMED], *rest])


def _turn(channel: int, page: int, pages: int) -> Iterator[Part]:
    if page > 0:
        yield ScopePage(channel, page - 1, "← Newer")
    if page + 1 < pages:
        yield ScopePage(channel, page + 1, "Older →")
