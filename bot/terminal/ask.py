"""`sources-say ask`: one question, answered from the library or from articles named beside it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from bot.settings import Settings
from bot.terminal.card import SHOWN, answer_card
from bot.terminal.console import show
from corpus.answering.answer import Answer


async def ask_library(question: str, *, server_id: int, limit: int) -> Answer:
    """Answer from the stored library of one server."""
    # the database is slow to import
    from bot.terminal.library import offer_samples, open_library  # noqa: PLC0415

    async with open_library(Settings.load()) as library:
        await offer_samples(library, server_id)
        return await library.ask(server_id, question, limit=limit)


def ask_articles(question: str, sources: Sequence[str], *, limit: int) -> Answer:
    """Answer from these files and URLs alone; nothing is stored."""
    from corpus import Corpus  # noqa: PLC0415 - only this way of asking reads articles
    from corpus.reading import load_file_or_url  # noqa: PLC0415

    loaded = [asyncio.run(load_file_or_url(source)) for source in sources]
    return Corpus(each.article for each in loaded).ask(question, limit=limit)


def show_answer(answer: Answer, *, as_json: bool, shown: int | None = None) -> None:
    """Print an answer whole as one JSON object, or as a card; `shown` is how many passages it has."""
    if as_json:
        print(json.dumps(answer.as_json(), ensure_ascii=False))  # noqa: T201 - for programs
    else:
        show(answer_card(answer, shown or SHOWN, how_to_see_more="add --limit 3"))
