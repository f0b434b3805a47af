"""`sources-say feed`: follow feeds, list them, and load what is new in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from bot.settings import Settings
from bot.terminal.console import complain, note, show
from bot.terminal.library import open_library
from bot.terminal.loading import outcome
from bot.terminal.progress import progress
from bot.wording import counted
from corpus.errors import CorpusError, StoreError
from corpus.library import Library
from corpus.library.following import Check, Follower, Web
from corpus.library.store import feeds
from corpus.library.store.feed_records import FeedWishes, FollowedFeed

WEB = Web()

NONE_FOLLOWED = "No feeds are followed: `sources-say feed add URL` follows one."
BUSY = "{} is being checked by another program: try again in some minutes."


async def add(server: int, url: str, words: Sequence[str]) -> None:
    """Follow a feed, and load the newest of what is in it."""
    async with open_library(Settings.load()) as library:
        check = await Follower(library, WEB).follow(server, FeedWishes(url, tuple(words)))
    show(Text.assemble(("Following", "green"), " ", *_named(check.feed)))
    _show(check)


async def show_list(server: int, *, as_json: bool) -> None:
    """Print the feeds that are followed, in the order they were added."""
    async with open_library(Settings.load()) as library:
        followed = await feeds.listed(library.store, server)
    if as_json:
        print(json.dumps([_as_json(feed) for feed in followed], ensure_ascii=False))  # noqa: T201 - for programs
    elif followed:
        show(_table(followed))
    else:
        note(NONE_FOLLOWED)


async def remove(server: int, key: str) -> None:
    """Follow a feed no longer, named by its number or its address."""
    async with open_library(Settings.load()) as library:
        followed = await feeds.listed(library.store, server)
        chosen = [f for f in followed if key in (str(f.number), f.wishes.address)]
        if not chosen:
            raise StoreError(
                f"No feed {key!r} is followed: `sources-say feed list` shows every number."
            )
        await feeds.remove(library.store, server, chosen[0].number)
    show(Text.assemble(("Removed", "green"), " ", *_named(chosen[0]), "; its articles stay"))


async def check(server: int) -> bool:
    """Check every feed now, due or not; return whether all could be read."""
    failures = 0
    async with open_library(Settings.load()) as library:
        followed = await feeds.listed(library.store, server)
        with progress("Checking") as bar:
            for feed in bar.track(followed):
                failures += not await _check(library, feed)
    if not followed:
        note(NONE_FOLLOWED)
    return not failures


async def _check(library: Library, feed: FollowedFeed) -> bool:
    try:
        checked = await Follower(library, WEB).check(feed.server, feed.number, only_due=False)
    except CorpusError as error:
        complain(f"{feed.title}: {error}")
        return False
    if checked is None:
        complain(BUSY.format(feed.title))
        return False
    show(Text.assemble(("Checked", "green"), " ", *_named(checked.feed), f" · {_came(checked)}"))
    _show(checked)
    if checked.failed:
        complain(f"{feed.title}: {checked.feed.failure}")
    return not checked.failed


def _show(checked: Check) -> None:
    """Print what a check loaded and what it could not."""
    for article in checked.loaded:
        show(outcome("Loaded", article.title, article.id))
    for refusal in checked.refused:
        note(f"  {refusal.title}: {refusal.why}")
    if checked.waiting:
        note(f"  {counted(checked.waiting, 'page')} left for the next check.")


def _came(checked: Check) -> str:
    if checked.failed:
        return "it cannot be read"
    return f"{len(checked.loaded)} new" if checked.loaded else "nothing new"


def _named(feed: FollowedFeed) -> Iterator[tuple[str, str] | str]:
    yield feed.title, "bold"
    yield f" · {feed.wishes.address}"


def _table(followed: Sequence[FollowedFeed]) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False)
    for name in ("number", "feed", "articles", "checked", "state"):
        table.add_column(name, overflow="fold")
    for feed in followed:
        words = f"only with: {', '.join(feed.wishes.words)}" if feed.wishes.words else ""
        named = "\n".join(filter(None, [feed.title, feed.wishes.address, words]))
        checked = f"{feed.checked_at:%Y-%m-%d %H:%M} UTC" if feed.checked_at else ""
        table.add_row(str(feed.number), Text(named), str(feed.loaded), checked, Text(_state(feed)))
    return table


def _state(feed: FollowedFeed) -> str:
    if feed.due_at is None:
        return "Taken down by its site, so it is checked no more."
    refused = f"{counted(feed.refused, 'page')} could not be read: {feed.refusal}"
    return "\n".join(filter(None, [feed.failure, refused if feed.refused else None])) or "fine"


def _as_json(feed: FollowedFeed) -> dict[str, object]:
    return {
        "number": feed.number,
        "title": feed.title,
        "address": feed.wishes.address,
        "words": list(feed.wishes.words),
        "articles": feed.loaded,
        "checked_at": feed.checked_at and feed.checked_at.isoformat(),
        "failure": feed.failure,
        "unreadable_pages": feed.refused,
    }
