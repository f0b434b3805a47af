"""Commands that our own words name, made clickable: "`/ask`" becomes "</ask:1234>".

Discord's form is `</name:id>`, with the command's own name and not a translated one
(https://discord.com/developers/docs/reference#message-formatting).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from discord import ui

from bot.cards.card import Card

_NAMED = re.compile(r"`/(?P<command>[a-z]+)(?P<rest>(?: [a-z]+)?)`")
"""A command, or one of a group's. In others' words a backslash stands before each backtick, the
second too, so that none of them matches."""


def make_clickable(card: Card, ids: Mapping[str, int]) -> None:
    """Make the commands on a card clickable; those without an id in `ids` stay as they are."""

    def mention(named: re.Match[str]) -> str:
        command, rest = named["command"], named["rest"]
        return f"</{command}{rest}:{ids[command]}>" if command in ids else named[0]

    for part in card.walk_children():
        if isinstance(part, ui.TextDisplay):
            part.content = _NAMED.sub(mention, part.content)
