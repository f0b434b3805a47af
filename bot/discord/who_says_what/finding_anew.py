"""After an upgrade: claims that an older version found are found anew, while answers go on."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import suppress

from bot.discord.service import Service
from corpus.errors import CorpusError
from corpus.library.store import outdated_claims

log = logging.getLogger(__name__)

ARTICLES_PER_LINE = 20
"""Articles between two lines of the log."""


async def find_claims_anew(
    service: Service, is_of_this_process: Callable[[int], bool], closing: asyncio.Event
) -> None:
    """Find claims anew in all articles with outdated ones, one after another, until `closing`.

    Only the libraries of this process's servers are its work. What is left at a stop, or where the
    database fails, is done at the next start or the next day.
    """
    try:
        listed = await outdated_claims.listed(service.store)
        outdated = [each for each in listed if is_of_this_process(each[0])]
        for number, (server, article_id) in enumerate(outdated, start=1):
            begun = time.monotonic()
            async with service.turn_to_read:
                if closing.is_set():
                    return
                await service.library.find_claims_anew(server, article_id)
            if number % ARTICLES_PER_LINE == 0 or number == len(outdated):
                log.info("found claims anew in %d of %d articles", number, len(outdated))
            await _rest(time.monotonic() - begun, closing)
    except CorpusError as error:
        log.warning("claims could not be found anew: %s", error)


async def _rest(seconds: float, closing: asyncio.Event) -> None:
    """Leave the processor to others as long as it was used, so that answers come first."""
    with suppress(TimeoutError):
        await asyncio.wait_for(closing.wait(), seconds)
