"""The bot on Discord: what it hears, who answers, and how it stops.

It wires the rooms together, and nothing imports it but `connecting`, which starts it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any

import discord

from bot.discord.asking import mention
from bot.discord.command_tree import Tree, synchronise
from bot.discord.feeds.checking import check_due_feeds
from bot.discord.forgetting import departures
from bot.discord.forgetting.removed import forget_removed
from bot.discord.kit import forms
from bot.discord.kit.card import Notice
from bot.discord.kit.sending import respond
from bot.discord.rooms import find_buttons, find_commands
from bot.discord.service import Interaction, Service, data_of
from bot.discord.service.command_permissions import CommandPermissions
from bot.discord.service.work import WorkInHand
from bot.discord.translations import Translations, speak_to_person
from bot.discord.who_says_what.finding_anew import find_claims_anew
from bot.language import N_, gettext
from bot.settings import Settings
from corpus.library import Library
from corpus.library.store import Store

log = logging.getLogger(__name__)

DAY = 24 * 60 * 60
"""Seconds between two rounds of what is done daily."""

HOUR = 60 * 60
"""Seconds between two looks at what was removed a day ago."""

MINUTE = 60
"""Seconds between two looks at which feeds are due."""

OLD_BUTTON = N_("This button is from an earlier version of me. Please ask anew.")


class SourcesSay(discord.AutoShardedClient):
    """The client; commands and buttons get its `service`, which is there once it has logged in.

    Raises StoreError at the start where the database cannot be opened.
    """

    service: Service

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
        self.tree = Tree(self)
        for command in find_commands():
            self.tree.add_command(command)
        self._buttons = find_buttons()
        self._work = WorkInHand()
        self._store: Store | None = None
        self._set_up = asyncio.Event()
        self._closing = asyncio.Event()
        self._finishing: asyncio.Task[None] | None = None
        self._repeated: list[asyncio.Task[None]] = []

    async def setup_hook(self) -> None:
        """Open the library, register what survives a restart, and tell Discord of the commands."""
        self._store = await Store.open(self.settings.database_url)
        self.service = Service(
            library=Library(self._store, self.settings.memory_budget),
            command_permissions=CommandPermissions(self.http, self.application_id or 0),
            work=self._work,
            bot_id=self.user.id if self.user else 0,
            reads_messages=self.intents.message_content,
        )
        self.add_dynamic_items(*self._buttons)
        await self.tree.set_translator(Translations())
        self.service.command_ids = await synchronise(self.tree, self.settings.data_folder)
        if self.settings.discord_gateway_url and self.settings.shard_count is None:
            # With a count known, discord.py takes the gateway it was pointed at, not Discord's.
            self.shard_count, _, _ = await self.http.get_bot_gateway()
        repeated = (
            (partial(departures.forget_departed, self._store), DAY),
            (partial(forget_removed, self._store), HOUR),
            (partial(find_claims_anew, self.service, self._is_of_this_process, self._closing), DAY),
            (partial(check_due_feeds, self.service, self.get_guild, self._closing), MINUTE),
        )
        self._repeated = [asyncio.create_task(self._repeat(*each)) for each in repeated]
        self._set_up.set()

    def finish(self) -> None:
        """Stop: take no new work, finish what was begun, and leave."""
        if self._finishing is None:
            log.info("asked to stop; %d in hand", len(self._work))
            self._work.take_no_more()
            self._closing.set()
            self._finishing = asyncio.create_task(self._finish())

    async def asked_to_stop(self) -> None:
        """Wait until the client is asked to stop, and is set up: till then it would leave things open."""
        await self._closing.wait()
        await self._set_up.wait()

    @property
    def is_stopping(self) -> bool:
        """Whether the client was asked to stop."""
        return self._finishing is not None

    async def finished(self) -> None:
        """Wait until all is closed, the database last; close it if nobody has asked for that."""
        if self._finishing:
            await self._finishing
        elif not self.is_closed():
            await self.close()
        await self._close_store()  # it may have been opened meanwhile

    async def _finish(self) -> None:
        await self._work.finish()
        await self.close()

    async def close(self) -> None:
        """Leave Discord, then close the database once nothing uses it."""
        await super().close()
        self._closing.set()
        await self._work.finish()
        await self._close_store()

    async def _close_store(self) -> None:
        if self._store:
            store, self._store = self._store, None
            await store.close()

    async def _repeat(self, work: Callable[[], Awaitable[None]], pause: float) -> None:
        """Do some work now and again after each `pause`, in seconds, until the client closes."""
        self._work.count_this_task()
        while not self._closing.is_set():
            await work()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), pause)

    async def on_ready(self) -> None:
        """Compare the servers with those the database knows."""
        self._work.count_this_task()
        log.info("ready on %d servers", len(self.guilds))
        present = {guild.id for guild in self.guilds}
        await departures.compare(self.service.store, present, self._is_of_this_process)

    def _is_of_this_process(self, server: int) -> bool:
        """Tell whether a server belongs to a shard of this process.

        The rule is Discord's: https://discord.com/developers/docs/events/gateway#sharding
        """
        count = self.shard_count or 1
        return self.shard_ids is None or (server >> 22) % count in self.shard_ids

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Take a server back whose library is still kept."""
        self._work.count_this_task()
        await departures.note_return(self.service.store, guild.id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that the bot was removed; the library is kept a while."""
        self._work.count_this_task()
        await departures.note_departure(self.service.store, guild.id)

    async def on_raw_app_command_permissions_update(
        self, changed: discord.RawAppCommandPermissionsUpdateEvent
    ) -> None:
        """Follow at once what a server has changed about who may use which command."""
        self.service.command_permissions.forget(changed.guild.id)

    async def on_message(self, message: discord.Message) -> None:
        """Answer direct messages and mentions."""
        await mention.hear(self.service, message)

    async def on_raw_message_edit(self, edit: discord.RawMessageUpdateEvent) -> None:
        """Answer a message to which a mention was added."""
        await mention.hear_edited(self.service, edit.message)

    async def on_interaction(self, interaction: Interaction) -> None:
        """Answer what nothing handles any more: a form from before a restart, an old button."""
        speak_to_person(interaction)
        custom_id = str(data_of(interaction).get("custom_id"))
        if interaction.type is discord.InteractionType.modal_submit:
            if custom_id not in self.service.open_forms:
                await forms.give_back_forgotten(interaction)
        elif interaction.type is discord.InteractionType.component and not self._knows(custom_id):
            await respond(interaction, Notice(gettext(OLD_BUTTON)))

    def _knows(self, custom_id: str) -> bool:
        """Tell whether a kind of button has ids like this one."""
        return any(
            kind.__discord_ui_compiled_template__.fullmatch(custom_id) for kind in self._buttons
        )


def _intents(settings: Settings) -> discord.Intents:
    """Name what the bot wants to hear: no privileged intent unless the settings say so."""
    return discord.Intents(
        guilds=True,
        guild_messages=True,
        dm_messages=True,
        message_content=settings.message_content_intent,
    )
