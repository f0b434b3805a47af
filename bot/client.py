"""The bot on Discord: what it hears, and how it stops. What it does is in `commands/`."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from contextlib import suppress
from typing import Any
from weakref import WeakValueDictionary

import discord

from bot import departures, forms
from bot.buttons.every import BUTTONS, is_known
from bot.cards.card import Notice
from bot.commands import mention
from bot.commands.every import add_commands
from bot.commands.tree import Tree
from bot.errors import DeclinedError
from bot.interaction import Interaction, data_of
from bot.late import TOKEN_LIFE
from bot.library.command_permissions import CommandPermissions
from bot.pace import Pace
from bot.sending import respond
from bot.settings import Settings
from bot.sources import Sources
from bot.syncing import synchronise
from bot.translations import Translations
from corpus.library import Library
from corpus.library.store import Store
from corpus.reading import LoadedArticle, load_url

log = logging.getLogger(__name__)

TIME_TO_FINISH = 10.0
"""Seconds that what is in hand may take when the bot is asked to stop."""

MOST_READ_AT_ONCE = 4
"""Documents read at once for all servers together: each keeps a thread, and the threads that answer
questions are the same, of which Python makes four and one for each processor."""

STOPPING = "I am just restarting. Please try again in a minute."
OLD_BUTTON = "This button is from an earlier version of me. Please ask anew."


class SourcesSay(discord.AutoShardedClient):
    """The client: everything that commands and buttons need hangs on it.

    `library` and `store` are there once it has logged in. `command_ids` are the ids that Discord
    gave the commands, by their names; `command_permissions` tell who may use them where. `forms` are
    the custom ids of the forms that people have open. `load_url` reads an article from the web.
    `token_life` is how long Discord takes answers, in seconds. `loading` holds, by server, the turn
    to load, and `reading` the turns of all of them to read. Raises StoreError at the start where the
    database cannot be opened.
    """

    library: Library

    def __init__(self, settings: Settings, **options: Any) -> None:
        super().__init__(
            intents=_intents(settings),
            allowed_mentions=discord.AllowedMentions.none(),
            shard_count=settings.shard_count,
            shard_ids=list(settings.shard_ids) if settings.shard_ids else None,  # type: ignore[arg-type]
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            **options,
        )
        self.settings = settings
        self.load_url: Callable[[str], Awaitable[LoadedArticle]] = load_url
        self.pace = Pace()
        self.command_ids: Mapping[str, int] = {}
        self.command_permissions = CommandPermissions(self)
        self.tree = Tree(self)
        self.forms: WeakValueDictionary[str, discord.ui.Modal] = WeakValueDictionary()
        self.token_life = TOKEN_LIFE
        self.reading = asyncio.Semaphore(MOST_READ_AT_ONCE)
        self.loading: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._in_hand: set[asyncio.Task[Any]] = set()
        self._finishing: asyncio.Task[None] | None = None
        self._daily: asyncio.Task[None] | None = None
        self._store: Store | None = None
        self._closing = asyncio.Event()
        add_commands(self.tree)

    @property
    def store(self) -> Store:
        """The database."""
        return self.library.store

    async def setup_hook(self) -> None:
        """Open the library, register what survives a restart, and tell Discord of the commands."""
        self._store = await Store.open(self.settings.database_url)
        self.library = Library(self._store, self.settings.memory_budget)
        self.sources = Sources(self.library)
        self.add_dynamic_items(*BUTTONS)
        await self.tree.set_translator(Translations())
        self.command_ids = await synchronise(self.tree, self.settings.data_folder)
        if self.settings.discord_gateway_url and self.settings.shard_count is None:
            # With a count known, discord.py takes the gateway it was pointed at, not Discord's.
            self.shard_count, _, _ = await self.http.get_bot_gateway()
        self._daily = asyncio.create_task(self._look_after_departed_servers())

    def take_in_hand(self) -> None:
        """Count the running task among what a stop waits for; raises DeclinedError after one."""
        if self._finishing:
            raise DeclinedError(STOPPING)
        self.wait_for_this()

    def in_background(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something that nobody waits for, save a stop."""
        self._wait_for(asyncio.create_task(work))

    def wait_for_this(self) -> None:
        """Count the running task among what a stop waits for."""
        if task := asyncio.current_task():
            self._wait_for(task)

    def _wait_for(self, task: asyncio.Task[Any]) -> None:
        self._in_hand.add(task)
        task.add_done_callback(self._in_hand.discard)

    def finish(self) -> None:
        """Stop: take nothing new in hand, finish what is, and leave."""
        if self._finishing is None:
            log.info("asked to stop; %d in hand", len(self._in_hand))
            self._closing.set()
            self._finishing = asyncio.create_task(self._finish())

    async def _finish(self) -> None:
        await self._finish_what_is_in_hand()
        await self.close()

    async def close(self) -> None:
        """Leave Discord, then let go of the database once nothing uses it."""
        await super().close()
        self._closing.set()
        await self._finish_what_is_in_hand()
        if self._store:
            await self._store.close()
            self._store = None

    async def _finish_what_is_in_hand(self) -> None:
        if self._in_hand:
            await asyncio.wait(self._in_hand, timeout=TIME_TO_FINISH)

    async def _look_after_departed_servers(self) -> None:
        """Delete once a day what is due, until the client closes."""
        self.wait_for_this()
        while not self._closing.is_set():
            await departures.forget_departed(self)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), departures.DAY)

    async def on_ready(self) -> None:
        """Compare the servers with those the database knows."""
        self.wait_for_this()
        log.info("ready on %d servers", len(self.guilds))
        await departures.compare(self)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Take a server back whose library is still kept."""
        self.wait_for_this()
        await departures.welcome(self, guild.id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that the bot was removed; the library is kept a while."""
        self.wait_for_this()
        await departures.note(self, guild.id)

    async def on_raw_app_command_permissions_update(
        self, changed: discord.RawAppCommandPermissionsUpdateEvent
    ) -> None:
        """Heed at once what a server has changed about who may use which command."""
        self.command_permissions.forget(changed.guild.id)

    async def on_message(self, message: discord.Message) -> None:
        """Answer direct messages and mentions."""
        await mention.hear(self, message)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer what has no handler any more: a form from before a restart, a button of old."""
        custom_id = str(data_of(interaction).get("custom_id"))
        if interaction.type is discord.InteractionType.modal_submit:
            if custom_id not in self.forms:
                await forms.give_back(interaction)
        elif interaction.type is discord.InteractionType.component and not is_known(custom_id):
            await respond(interaction, Notice(OLD_BUTTON))


def _intents(settings: Settings) -> discord.Intents:
    """Name what the bot wants to hear: no privileged intent unless the settings say so."""
    return discord.Intents(
        guilds=True,
        guild_messages=True,
        dm_messages=True,
        message_content=settings.message_content_intent,
    )
