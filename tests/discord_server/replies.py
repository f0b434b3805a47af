"""The bot's answer to a person's act, as a test looks at it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tests.discord_server.attachments import Attachment
from tests.discord_server.controls import Button, NotPossibleError, Select
from tests.discord_server.interactions import (
    DEFERRED_MESSAGE,
    DEFERRED_UPDATE,
    MODAL,
    UPDATE,
    Interaction,
)
from tests.discord_server.messages import Message
from tests.discord_server.payload import Json
from tests.discord_server.pulse import Pulse
from tests.discord_server.visible import component_words


class Choice(NamedTuple):
    """One autocompleted choice, as it is shown and as it is sent."""

    name: str
    value: str | float


@dataclass(frozen=True, slots=True)
class ShownModal:
    """A form that the bot showed to one person."""

    interaction: Interaction
    payload: Json

    @property
    def title(self) -> str:
        return str(self.payload["title"])

    @property
    def text(self) -> str:
        """Its title, labels and texts, from top to bottom."""
        return "\n".join((self.title, *component_words(self.payload["components"])))


class Reply:
    """The bot's answer. It is alive: it shows what the answer says now, after every edit."""

    def __init__(self, interaction: Interaction, pulse: Pulse) -> None:
        self.interaction = interaction
        self._pulse = pulse

    @property
    def message(self) -> Message:
        """The message that the bot answered with or changed."""
        if self.interaction.original is None:
            raise NotPossibleError(f"{self.interaction.about}: no message came of it")
        return self.interaction.original

    @property
    def follow_ups(self) -> Sequence[Message]:
        """Further messages of the bot about the same act."""
        return self.interaction.follow_ups

    @property
    def modal(self) -> ShownModal:
        if self.interaction.modal is None:
            raise NotPossibleError(f"{self.interaction.about}: the bot showed no modal")
        return ShownModal(self.interaction, self.interaction.modal)

    @property
    def shows_modal(self) -> bool:
        return self.interaction.answered_with == MODAL

    @property
    def deferred(self) -> bool:
        """Whether the bot first asked for time."""
        return self.interaction.answered_with in {DEFERRED_MESSAGE, DEFERRED_UPDATE}

    @property
    def updates(self) -> bool:
        """Whether the bot changed the message whose button was pressed."""
        return self.interaction.answered_with in {DEFERRED_UPDATE, UPDATE}

    @property
    def text(self) -> str:
        """Everything a person reads in the message."""
        return self.message.text

    @property
    def ephemeral(self) -> bool:
        return self.message.ephemeral

    @property
    def files(self) -> Sequence[Attachment]:
        return self.message.files

    @property
    def components(self) -> Sequence[Json]:
        return self.message.components

    @property
    def buttons(self) -> Sequence[Button]:
        return self.message.buttons

    def button(self, name: str) -> Button:
        return self.message.button(name)

    def select(self, name: str = "") -> Select:
        return self.message.select(name)

    async def until(self, true: Callable[[Reply], bool]) -> None:
        """Wait until the answer is as wanted, for example `lambda r: "done" in r.text`."""
        complaint = f"{self.interaction.about}: the answer did not become as wanted"
        await self._pulse.until(lambda: true(self), complaint)

    async def finished(self) -> None:
        """Wait until the bot no longer says that it is thinking."""
        complaint = f"{self.interaction.about}: the bot goes on thinking"
        await self._pulse.until(lambda: self.interaction.finished, complaint)

    async def edited(self, times: int = 1) -> None:
        """Wait until the message has been edited `times` times in all."""
        await self.until(lambda reply: reply.message.edits >= times)

    async def follow_up(self, number: int = 1) -> Message:
        """Wait for the `number`th follow-up, counted from 1, and return it."""
        await self.until(lambda reply: len(reply.follow_ups) >= number)
        return self.follow_ups[number - 1]
