"""How far a long work is, shown on the answer that was deferred."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Self

import discord

from bot.cards.card import Notice
from bot.interaction import Interaction
from bot.sending import replace

PAUSE = 1.5
"""Seconds before the first line and between two: Discord lets a message be edited five times in
five seconds, and what is done sooner needs no line."""


class Progress:
    """Shows the newest line that was set, now and then, while the context is open.

    The interaction must be deferred, and is answered with `bot.sending.conclude` afterwards. Where
    an error leaves the context, the line is taken away.
    """

    def __init__(self, interaction: Interaction) -> None:
        self.line = ""
        self._interaction = interaction
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
        if error and self._shown:
            with suppress(discord.HTTPException):
                await self._interaction.delete_original_response()

    async def _show(self) -> None:
        while True:
            await asyncio.sleep(PAUSE)
            if self.line == self._shown:
                continue
            async with self._editing:
                self._shown = self.line
                with suppress(discord.HTTPException):
                    await replace(self._interaction, Notice(self._shown))
