"""A program that answers each line of its input: ask_on_demand.py ADDRESS SERVER.

For each question it prints the titles of the articles that answer, as a JSON list.
"""

from __future__ import annotations

import asyncio
import json
import sys

from corpus.library import Library
from corpus.library.store import Store


async def ask_on_demand(address: str, server: int) -> None:
    library = Library(await Store.open(address))
    while question := await asyncio.to_thread(sys.stdin.readline):
        answer = await library.ask(server, question)
        titles = [passage.article.title for passage in answer.passages]
        sys.stdout.write(json.dumps(titles) + "\n")
        sys.stdout.flush()
    await library.store.close()


asyncio.run(ask_on_demand(sys.argv[1], int(sys.argv[2])))
