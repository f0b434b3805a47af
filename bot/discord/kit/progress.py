"""How far long work has come, shown on the answer that was deferred."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from time import monotonic
from types import TracebackType
from typing import Self

import discord

from bot.discord.kit.card import Notice
from bot.discord.kit.sending import replace
from bot.discord.service import Interaction, server_of, service_of
from bot.language import N_, gettext

PAUSE = 1.5
"""Seconds before the first line and between two. Discord lets a message be edited five times in five
seconds, and what is done sooner needs no line."""

LAST_LINE_BEFORE = 60.0
"""The last line is shown this many seconds before Discord takes no more changes."""

WAITING = N_("Waiting for another load on this server …")
GOES_ON = N_(
    "-# This goes on. Discord lets me change this message for 15 minutes only, so I write anew when "
    "it is done: in this channel, or else to you."
)


@asynccontextmanager
async def turn_to_load(interaction: Interaction) -> AsyncIterator[Progress]:
    """Wait for the server's other loads, and show meanwhile and afterwards how far this one is."""
    async with Progress(interaction) as progress:
        progress.line = gettext(WAITING)
        async with service_of(interaction).turn_to_load(server_of(interaction)):
            yield progress


class Progress:
    """Shows the newest line that was set, again and again, while the context is open.

    The interaction must just have been deferred, and is answered with
    `kit.expired_interactions.conclude` afterwards. Where an error leaves the context, the line is
    taken away, unless it is too late for that.
    """

    def __init__(self, interaction: Interaction) -> None:
        self.line = ""
        self._interaction = interaction
        self._began = monotonic()
        self._shown = ""
        self._editing = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._show())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        async with self._editing:
            if self._task:
                self._task.cancel()
        if error and self._shown and not self._time_is_over:
            with suppress(discord.HTTPException):
                await self._interaction.delete_original_response()

    async def _show(self) -> None:
        while not self._time_is_over:
            await asyncio.sleep(PAUSE)
            if self.line != self._shown:
                await self._edit(self.line)
        await self._edit(f"{self.line}\n{gettext(GOES_ON)}")

    @property
    def _time_is_over(self) -> bool:
        """Whether it is time for the last line."""
        life = service_of(self._interaction).token_life
        return monotonic() - self._began > life - LAST_LINE_BEFORE

    async def _edit(self, line: str) -> None:
        async with self._editing:
            self._shown = line
            with suppress(discord.HTTPException):
                await replace(self._interaction, Notice(line))
