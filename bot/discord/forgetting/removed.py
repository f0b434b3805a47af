"""Articles that moderators removed: deleted for good once they can no longer be brought back."""

from __future__ import annotations

import logging

from corpus.errors import CorpusError
from corpus.library.store import Store

log = logging.getLogger(__name__)


async def forget_removed(store: Store) -> None:
    """Delete what was removed more than a day ago; where the database fails, another hour will do."""
    try:
        await store.purge_removed()
    except CorpusError as error:
        log.warning("removed articles could not be deleted for good: %s", error)
