"""Lines that say how things are, to one person."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.card import Notice
from bot.cards.fitting import fitted_line
from bot.wording import NOTHING_FOUND, NOTHING_SAID
from corpus.library.store import Entry

TITLES_NAMED = 3
ROOM_FOR_TITLE = 60

NOTHING_LOADED = (
    "No articles are loaded here yet. A moderator can load some with `/library add`; "
    "then anyone can ask."
)
LOADED = "-# Loaded here:"
ALL = "-# All: `/articles`"
OTHER_WORDS = "-# Other words may help. All: `/articles`"


def nothing_found(entries: Sequence[Entry]) -> Notice:
    """Say that nothing answers the question, and what is loaded: the newest titles."""
    return _nothing(NOTHING_FOUND, entries, OTHER_WORDS)


def nothing_said(entries: Sequence[Entry]) -> Notice:
    """Say that nothing speaks of a statement, and what is loaded: the newest titles."""
    return _nothing(NOTHING_SAID, entries, ALL)


def _nothing(sentence: str, entries: Sequence[Entry], ending: str) -> Notice:
    if not entries:
        return Notice(NOTHING_LOADED)
    newest = reversed(entries[-TITLES_NAMED:])
    titles = [fitted_line(entry.title, ROOM_FOR_TITLE) for entry in newest]
    return Notice("\n".join([f"**{sentence}**", LOADED, *titles, ending]))
