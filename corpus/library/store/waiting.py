"""Telling people that another program holds the database."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

log = logging.getLogger(__name__)

WAIT_SECONDS = 2
"""Longer than any queue of loads takes: whoever holds the database now does something else."""

WAITING = "Another program is writing to the database: waiting until it has finished."

Tell = Callable[[str], object]
"""Tells whoever waits a sentence."""


@contextmanager
def telling(tell: Tell) -> Iterator[None]:
    """Tell once that another program is waited for, if what is done meanwhile takes so long."""
    told = asyncio.get_running_loop().call_later(WAIT_SECONDS, tell, WAITING)
    try:
        yield
    finally:
        told.cancel()
