"""A program that checks one feed, if nobody else does: check_feed.py ADDRESS SERVER NUMBER.

It prints how many articles it loaded, or "not mine".
"""

from __future__ import annotations

import asyncio
import sys

from corpus.library import Library
from corpus.library.following import Follower
from corpus.library.store import Store
from tests.news_site import LOOPBACK


async def check_feed(address: str, server: int, number: int) -> str:
    store = await Store.open(address)
    check = await Follower(Library(store), LOOPBACK).check(server, number)
    await store.close()
    return f"{len(check.loaded)}\n" if check else "not mine\n"


sys.stdout.write(asyncio.run(check_feed(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
