"""A card: one message of the bot, made of Discord's layout components."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self

import discord
from discord import ui

from bot.discord.kit.quoting import words_of

ACCENT = 0x2F6F9F
"""The stripe along a card's edge: the blue of a newspaper's masthead, readable on dark and light."""

HEADER_ID = 1
"""The component id of a card's first text, in whose first line a button finds the question again."""

HEADING = "### "

COMMAND_NAMED = re.compile(r"`/(?P<command>[a-z]+)(?P<rest>(?: [a-z]+){0,2})`")
"""A command, or one of a group's or of a group's in it, in text of ours. In the words of others each backtick is escaped,
so that none of them matches."""

Part = ui.Item[Any]


class Card(ui.LayoutView):
    """A message ready to be sent; `private` where only the person it answers should see it."""

    def __init__(self, *parts: Part, private: bool = False) -> None:
        super().__init__(timeout=None)
        self.private = private
        self.fill(*parts)
        # Its buttons are found by their ids, so discord.py need not remember the card. Remembered,
        # it would take the buttons of all cards with it when it is forgotten (2.7, remove_view).
        self.stop()

    @property
    def payload(self) -> list[dict[str, Any]]:
        """The components as they are sent."""
        components: list[dict[str, Any]] = self.to_components()  # type: ignore[no-untyped-call]
        return components

    @classmethod
    def of_message(cls, message: discord.Message) -> Self:
        """Take a card back from a message of ours, to change something on it."""
        sent = ui.LayoutView.from_message(message, timeout=None)
        card = cls()
        card.clear_items()
        for part in sent.children:
            card.add_item(part)
        return card

    def fill(self, *parts: Part) -> None:
        """Put the parts into a frame."""
        self.add_item(ui.Container(*parts, accent_colour=ACCENT))


class Notice(Card):
    """A line or two without a frame, private unless told otherwise; the text is our own Markdown.

    `above` stands before it.
    """

    def __init__(
        self, text: str, *parts: Part, above: Sequence[Part] = (), private: bool = True
    ) -> None:
        super().__init__(*above, text_part(text), *parts, private=private)

    def fill(self, *parts: Part) -> None:
        """Put the parts one under another."""
        for part in parts:
            self.add_item(part)


def text_part(markdown: str) -> Part:
    """Make a part of a card from Markdown; words of others must be escaped already."""
    return ui.TextDisplay(markdown)


def header(markdown: str) -> Part:
    """Make a card's first line."""
    return ui.TextDisplay(f"{HEADING}{markdown}", id=HEADER_ID)


def line_between() -> Part:
    """Make the line between two parts."""
    return ui.Separator()


def row(*buttons: Part) -> Part:
    """Put up to five buttons beside each other."""
    return ui.ActionRow(*buttons)


def row_below(buttons: Iterable[Part]) -> list[Part]:
    """Put buttons below a line; no parts at all where there are no buttons."""
    listed = list(buttons)
    return [line_between(), row(*listed)] if listed else []


def file_part(name: str) -> Part:
    """Show a file that is sent along with the card."""
    return ui.File(f"attachment://{name}")


def header_lines_of(components: Iterable[Any]) -> list[str]:
    """Read the lines of the header of a card that Discord sent back, none where it has no header.

    The first is without its Markdown for a heading; words of others are still escaped.
    """
    for component in components:
        if component.id == HEADER_ID and isinstance(component, discord.TextDisplay):
            return component.content.removeprefix(HEADING).split("\n")
        if inside := header_lines_of(getattr(component, "children", ())):
            return inside
    return []


def first_line_of(components: Iterable[Any]) -> str | None:
    """Read the words in the first line of a card that Discord sent back; None where it has none."""
    lines = header_lines_of(components)
    return words_of(lines[0]) if lines else None


def make_commands_clickable(card: Card, ids: Mapping[str, int]) -> None:
    """Make the commands that a card names clickable: "`/ask`" becomes "</ask:1234>".

    Discord's form is `</name:id>`, with the command's own name and not a translated one
    (https://discord.com/developers/docs/reference#message-formatting). Commands without an id in
    `ids` stay as they are.
    """

    def mention(named: re.Match[str]) -> str:
        command, rest = named["command"], named["rest"]
        return f"</{command}{rest}:{ids[command]}>" if command in ids else named[0]

    for part in card.walk_children():
        if isinstance(part, ui.TextDisplay):
            part.content = COMMAND_NAMED.sub(mention, part.content)
