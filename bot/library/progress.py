"""How far a long work is, shown on the answer that was deferred."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from types import TracebackType
from typing import Self

import discord

from bot.cards.card import Notice
from bot.interaction import Interaction
from bot.sending import replace

PAUSE = 1.5
"""Seconds before the first line and between two: Discord lets a message be edited five times in
five seconds, and what is done sooner needs no line."""

LAST_WORD = 60.0
"""Seconds before Discord takes no more changes that the last line is shown."""

GOES_ON = (
    "-# This goes on. Discord lets me change this message for 15 minutes only, so I write anew when "
    "it is done: in this channel, or else to you."
)


class Progress:
    """Shows the newest line that was set, now and then, while the context is open.

    The interaction must be deferred just now, and is answered with `bot.late.conclude` afterwards.
    Where an error leaves the context, the line is taken away, unless it is too late for that.
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
        await self._edit(f"{self.line}\n{GOES_ON}")

    @property
    def _time_is_over(self) -> bool:
        """Whether it is time for the last word."""
        life = self._interaction.client.token_life
        return monotonic() - self._began > life - LAST_WORD

    async def _edit(self, line: str) -> None:
        async with self._editing:
            self._shown = line
            with suppress(discord.HTTPException):
                await replace(self._interaction, Notice(line))
