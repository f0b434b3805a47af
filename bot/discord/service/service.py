"""The service: everything of the running bot that commands and buttons may use."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from secrets import token_hex
from typing import Any, TypeAlias, cast
from weakref import WeakValueDictionary

import discord

from bot.discord.service.command_permissions import CommandPermissions
from bot.discord.service.conversations import Conversations
from bot.discord.service.pace import Pace
from bot.discord.service.passed_over import PassedOver
from bot.discord.service.source_names import SourceNames
from bot.discord.service.work import WorkInHand
from corpus.library import Library
from corpus.library.store import Store
from corpus.reading import LoadedArticle, load_url
from corpus.reading.feeds import FetchedFeed, Validators, fetch_feed

Interaction: TypeAlias = discord.Interaction[Any]
"""Something a person did: used a command, pressed a button, sent a form. `service_of` finds the
service behind it."""

TOKEN_LIFE = 15 * 60.0
"""Seconds for which Discord takes answers to an interaction, and changes of them
(https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages)."""

MOST_READ_AT_ONCE = 4
"""Documents read at once for all servers together. Each keeps a thread busy, and the same threads
answer questions: Python has four of them, and one more for each processor."""


@dataclass(slots=True)
class Service:
    """What features may use.

    `bot_id` is the bot's own user id. `reads_messages` says whether Discord shows it the text of all
    messages, or only of those that mention it. `command_ids` are the ids that Discord gave the
    commands, by their names. `read_page` reads an article from a web address, and `fetch_feed` a
    feed unless it is as it was. `token_life` is how
    long Discord takes answers to an interaction, in seconds. `turn_to_read` bounds how many
    documents are read at once. `passed_over` are messages that were not meant for the bot.
    `open_forms` are the forms people have open, by custom id, which
    begins with `run`: a name of its own for each time the bot starts.
    """

    library: Library
    command_permissions: CommandPermissions
    work: WorkInHand
    bot_id: int
    reads_messages: bool
    command_ids: Mapping[str, int] = field(default_factory=dict)
    pace: Pace = field(default_factory=Pace)
    conversations: Conversations = field(default_factory=Conversations)
    read_page: Callable[[str], Awaitable[LoadedArticle]] = load_url
    fetch_feed: Callable[[str, Validators], Awaitable[FetchedFeed | None]] = fetch_feed
    token_life: float = TOKEN_LIFE
    turn_to_read: asyncio.Semaphore = field(
        default_factory=lambda: asyncio.Semaphore(MOST_READ_AT_ONCE)
    )
    open_forms: WeakValueDictionary[str, discord.ui.Modal] = field(
        default_factory=WeakValueDictionary
    )
    passed_over: PassedOver = field(default_factory=PassedOver)
    run: str = field(default_factory=partial(token_hex, 4))
    source_names: SourceNames = field(init=False)
    _turns_to_load: WeakValueDictionary[int, asyncio.Lock] = field(
        default_factory=WeakValueDictionary
    )

    def __post_init__(self) -> None:
        self.source_names = SourceNames(self.library)

    @property
    def store(self) -> Store:
        """The database."""
        return self.library.store

    def turn_to_load(self, server: int) -> asyncio.Lock:
        """Return the lock that lets a server's loads follow one another.

        So no server with many articles to load keeps the machine from the others.
        """
        return self._turns_to_load.setdefault(server, asyncio.Lock())


def service_of(interaction: Interaction) -> Service:
    """Return the service of the bot that an interaction reached."""
    return cast("Service", interaction.client.service)


def server_of(interaction: Interaction) -> int:
    """Return the id of the server where something happens; 0 in direct messages.

    No Discord server has the id 0: the terminal's own articles are stored under it, so callers are
    commands and buttons that exist on servers only.
    """
    return interaction.guild_id or 0


def data_of(interaction: Interaction) -> Mapping[str, Any]:
    """Return what Discord sent with an interaction: which command or button, what was written."""
    return cast("Mapping[str, Any]", interaction.data or {})
