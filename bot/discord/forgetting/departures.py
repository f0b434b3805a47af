"""Servers that the bot was removed from: their libraries are kept 30 days, then deleted."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from datetime import UTC, datetime, timedelta

from corpus.errors import CorpusError
from corpus.library.store import Store
from corpus.library.store import departures as stored

log = logging.getLogger(__name__)

TIME_KEPT = timedelta(days=30)
"""How long a library is kept after the bot was removed: time to notice a mistake."""


async def note_departure(store: Store, server: int) -> None:
    """Note that the bot is no longer in a server."""
    await stored.note(store, server, datetime.now(UTC))


async def note_return(store: Store, server: int) -> None:
    """Note that the bot is in a server."""
    await stored.take_back(store, [server])


async def compare(
    store: Store, present: Collection[int], is_of_this_process: Callable[[int], bool]
) -> None:
    """Note which servers the bot has left or come back to while it was not running.

    `present` are the servers it is in. Other processes look after servers that are not of this one.
    """
    await stored.take_back(store, present)
    for server in await stored.known(store):
        if server and server not in present and is_of_this_process(server):
            await note_departure(store, server)


async def forget_departed(store: Store) -> None:
    """Delete the libraries whose time is over; where the database fails, another day will do."""
    try:
        for server in await stored.left_before(store, datetime.now(UTC) - TIME_KEPT):
            await store.forget(server)
            log.info("deleted the library of a server that was left %d days ago", TIME_KEPT.days)
    except CorpusError as error:
        log.warning("libraries of servers that were left could not be deleted: %s", error)
