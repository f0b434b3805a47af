"""Lines that say how things are, to one person."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Notice
from bot.cards.fitting import fitted_line
from corpus.store import Entry

TITLES_NAMED = 5
ROOM_FOR_TITLE = 80

NOTHING_LOADED = (
    "No articles are loaded here yet. A moderator can load some with `/library add`; "
    "then anyone can ask."
)


def nothing_found(question: str, entries: Sequence[Entry]) -> Notice:
    """Say that nothing answers the question, and what is loaded: the newest titles."""
    if not entries:
        return Notice(NOTHING_LOADED)
    newest = [
        fitted_line(entry.title, ROOM_FOR_TITLE) for entry in reversed(entries[-TITLES_NAMED:])
    ]
    loaded = " · ".join(newest)
    more = len(entries) - len(newest)
    rest = f" · and {more} more: `/articles`" if more else ""
    asked = fitted_line(question, 200)
    return Notice(f"Nothing in the articles answers “{asked}”.\n-# Loaded: {loaded}{rest}")
