"""Buttons and menus on a message, as a person finds them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tests.discord_server.payload import Json
from tests.discord_server.validation.components import BUTTON, LINK_STYLE
from tests.discord_server.validation.selects import SELECTS

if TYPE_CHECKING:
    from tests.discord_server.messages import Message


class NotPossibleError(AssertionError):
    """Discord's app would not let a person do this: nothing was sent to the bot."""


@dataclass(frozen=True, slots=True)
class Button:
    """A button on a message."""

    TYPE: ClassVar[int] = BUTTON

    message: Message
    payload: Json

    @property
    def label(self) -> str:
        return str(self.payload.get("label") or "")

    @property
    def emoji(self) -> str:
        return str((self.payload.get("emoji") or {}).get("name") or "")

    @property
    def custom_id(self) -> str:
        return str(self.payload.get("custom_id") or "")

    @property
    def url(self) -> str | None:
        return self.payload.get("url")

    @property
    def disabled(self) -> bool:
        return bool(self.payload.get("disabled"))

    @property
    def is_link(self) -> bool:
        return bool(self.payload["style"] == LINK_STYLE)


@dataclass(frozen=True, slots=True)
class Select:
    """A menu on a message."""

    TYPES: ClassVar[Sequence[int]] = SELECTS

    message: Message
    payload: Json

    @property
    def custom_id(self) -> str:
        return str(self.payload["custom_id"])

    @property
    def placeholder(self) -> str:
        return str(self.payload.get("placeholder") or "")

    @property
    def options(self) -> list[Json]:
        return list(self.payload.get("options", ()))

    @property
    def disabled(self) -> bool:
        return bool(self.payload.get("disabled"))

    def value_of(self, choice: str) -> str:
        """Return the value of the option with this label or value."""
        for option in self.options:
            if choice in (option["label"], option["value"]):
                return str(option["value"])
        labels = [option["label"] for option in self.options]
        raise NotPossibleError(f"the menu has no option {choice!r}; it has {labels}")


def find_button(buttons: Sequence[Button], name: str) -> Button:
    """Return the button with this label, emoji or custom id. Raises NotPossibleError."""
    for button in buttons:
        if name in (button.label, button.emoji, button.custom_id):
            return button
    labels = [button.label or button.emoji for button in buttons]
    raise NotPossibleError(f"there is no button {name!r}; there are {labels}")


def find_select(selects: Sequence[Select], name: str) -> Select:
    """Return the menu with this placeholder or custom id, or the only one. Raises NotPossibleError."""
    for select in selects:
        if name in (select.placeholder, select.custom_id) or (not name and len(selects) == 1):
            return select
    placeholders = [select.placeholder or select.custom_id for select in selects]
    raise NotPossibleError(f"there is no menu {name!r}; there are {placeholders}")
