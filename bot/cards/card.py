"""A card: one message of the bot, made of Discord's layout components."""

from __future__ import annotations

from typing import Any

from discord import ui

ACCENT = 0x2F6F9F
"""The stripe along a card's edge: the blue of a newspaper's masthead, readable on dark and light."""

HEADER_ID = 1
"""The component id of a card's first text, in whose first line a button finds the question again."""

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

    def fill(self, *parts: Part) -> None:
        """Put the parts into a frame."""
        self.add_item(ui.Container(*parts, accent_colour=ACCENT))


class Notice(Card):
    """A line or two without a frame, private unless told otherwise; the text is Markdown of ours."""

    def __init__(self, text: str, *parts: Part, private: bool = True) -> None:
        super().__init__(text_part(text), *parts, private=private)

    def fill(self, *parts: Part) -> None:
        """Put the parts one under another."""
        for part in parts:
            self.add_item(part)


def text_part(markdown: str) -> Part:
    """Make a part of a card from Markdown; words of others must be harmless already."""
    return ui.TextDisplay(markdown)


def header(markdown: str) -> Part:
    """Make a card's first line."""
    return ui.TextDisplay(f"### {markdown}", id=HEADER_ID)


def line_between() -> Part:
    """Make the line between two parts."""
    return ui.Separator()


def row(*buttons: Part) -> Part:
    """Set up to five buttons beside each other."""
    return ui.ActionRow(*buttons)
