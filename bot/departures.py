"""Servers that the bot was removed from: their libraries are kept 30 days, then deleted."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from corpus.library.store import departures as stored

if TYPE_CHECKING:
    from bot.client import SourcesSay

log = logging.getLogger(__name__)

KEPT = timedelta(days=30)
"""How long a library is kept after the bot was removed: time to notice a mistake."""


DAY = 24 * 60 * 60
"""Seconds between two looks for libraries to delete."""


async def note(client: SourcesSay, server: int) -> None:
    """Note that the bot is no longer in a server."""
    await stored.note(client.store, server, datetime.now(UTC))


async def welcome(client: SourcesSay, server: int) -> None:
    """Note that the bot is in a server."""
    await stored.take_back(client.store, [server])


async def compare(client: SourcesSay) -> None:
    """Note which servers of this process the bot has left or come back to while it was away."""
    present = {guild.id for guild in client.guilds}
    await stored.take_back(client.store, present)
    for server in await stored.known(client.store):
        if server and server not in present and _is_ours(client, server):
            await note(client, server)


async def forget_departed(client: SourcesSay) -> None:
    """Delete the libraries whose time is over; a database out of reach is left for another day."""
    try:
        for server in await stored.left_before(client.store, datetime.now(UTC) - KEPT):
            await client.store.forget(server)
            log.info("deleted the library of a server that was left %d days ago", KEPT.days)
    except CorpusError as error:
        log.warning("libraries of servers that were left could not be deleted: %s", error)


def _is_ours(client: SourcesSay, server: int) -> bool:
    """Tell whether a server belongs to a shard of this process.

    The rule is Discord's: https://discord.com/developers/docs/events/gateway#sharding
    """
    count = client.shard_count or 1
    return client.shard_ids is None or (server >> 22) % count in client.shard_ids
