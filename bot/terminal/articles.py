"""`sources-say article`: add, list, show, remove and update the articles of a library."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.settings import Settings
from bot.terminal.article_page import (
    article_as_json,
    article_page,
    article_table,
    change_lines,
    entry_as_json,
)
from bot.terminal.console import complain, note, show
from bot.terminal.library import offer_samples, open_library
from bot.terminal.loading import load, outcome, save
from bot.terminal.progress import progress
from bot.wording import counted
from corpus.errors import CorpusError, DatabaseError, StoreError
from corpus.library import Library
from corpus.library.changes import changes
from corpus.library.choosing import Choice
from corpus.library.store import outdated_claims

DAMAGED_TITLE = "a damaged article"
NONE_CHOSEN = "No such articles: `sources-say article list` shows all."
UNDATED = "{} without a date left out."
NOT_TRIED = "{} not tried."
HOW_TO_RESTORE = "For a day `sources-say article restore {}` brings it back."
SEVERAL_REMOVED = "Several removed articles have ids that begin with {key!r}: {ids}."
OUTDATED = (
    "An older version found the claims in {}: `sources-say article refresh-claims` finds them anew."
)


async def add(
    server: int, files_or_urls: Sequence[str], *, title: str | None = None, url: str | None = None
) -> bool:
    """Load what can be loaded of several files and web addresses; return whether all could be.

    Where the database fails, no more is tried.
    """
    failures = 0
    async with open_library(Settings.load()) as library:
        for number, file_or_url in enumerate(files_or_urls, start=1):
            try:
                await save(library, server, await load(file_or_url, title=title, url=url))
            except DatabaseError as error:
                complain(str(error))
                if left := len(files_or_urls) - number:
                    note(NOT_TRIED.format(counted(left, "article")))
                return False
            except CorpusError as error:
                complain(f"{file_or_url}: {error}" if len(files_or_urls) > 1 else str(error))
                failures += 1
    return not failures


async def show_list(server: int, choice: Choice, *, as_json: bool) -> None:
    """Print the articles of a library that are chosen, newest first."""
    async with open_library(Settings.load()) as library:
        await offer_samples(library, server)
        entries, undated = await choice.of(library, server)
        outdated = await _with_outdated_claims(library, server)
    if outdated:
        note(OUTDATED.format(counted(len(outdated), "article")))
    if undated:
        note(UNDATED.format(counted(undated, "article")))
    if as_json:
        _print_json([entry_as_json(entry) for entry in reversed(entries)])
    elif entries or choice.is_for_all:
        show(article_table(entries))
    else:
        show(NONE_CHOSEN)


async def show_one(server: int, key: str, *, as_json: bool) -> None:
    """Print an article with its numbered paragraphs; `key` is its id or how the id begins."""
    async with open_library(Settings.load()) as library:
        article = await library.article(server, await find_id(library, server, key))
    if as_json:
        _print_json(article_as_json(article))
    else:
        show(article_page(article))


async def remove(server: int, keys: Iterable[str]) -> None:
    """Remove articles; nothing is removed unless every key names one."""
    async with open_library(Settings.load()) as library:
        ids = [await find_id(library, server, key) for key in keys]
        for article_id in dict.fromkeys(ids):
            article = await library.remove(server, article_id)
            title = article.title if article else DAMAGED_TITLE
            show(outcome("Removed", title, article_id))
            if any(entry.id == article_id for entry in await library.store.removed(server)):
                note(HOW_TO_RESTORE.format(article_id))


async def restore(server: int, keys: Iterable[str]) -> None:
    """Bring removed articles back as they were; `keys` are their ids or how the ids begin."""
    async with open_library(Settings.load()) as library:
        for key in keys:
            kept = await library.store.removed(server)
            ids = [entry.id for entry in kept if entry.id.startswith(key)]
            if key not in ids and len(ids) > 1:
                raise StoreError(SEVERAL_REMOVED.format(key=key, ids=", ".join(ids)))
            back = await library.bring_back(server, ids[0] if len(ids) == 1 else key)
            show(outcome("Brought back", back.article.title, back.article.id))


async def update(server: int, key: str, file_or_url: str | None) -> None:
    """Read an article again, from its own address unless a file or another address is given."""
    async with open_library(Settings.load()) as library:
        old = await library.article(server, await find_id(library, server, key))
        if not (file_or_url or old.url):
            raise StoreError(
                f"“{old.title}” was not loaded from the web: say where its new text is, with "
                f"`sources-say article update {key} FILE_OR_URL`."
            )
        loaded = await load(file_or_url or old.url or "")
        same_article = replace(loaded.article, id=old.id, url=loaded.article.url or old.url)
        saved = await save(library, server, replace(loaded, article=same_article))
    if saved.previous and saved.changed:
        for line in change_lines(changes(saved.previous, saved.article)):
            show(line)


async def refresh_claims(server: int) -> None:
    """Find claims anew in the articles of a library whose claims an older version found."""
    async with open_library(Settings.load()) as library:
        outdated = await _with_outdated_claims(library, server)
        with progress("Finding claims") as bar:
            for article_id in bar.track(outdated):
                await library.find_claims_anew(server, article_id)
    show(f"Found claims anew in {counted(len(outdated), 'article')}.")


async def _with_outdated_claims(library: Library, server: int) -> list[str]:
    return [id_ for of, id_ in await outdated_claims.listed(library.store) if of == server]


async def find_id(library: Library, server: int, key: str) -> str:
    """Find the one article whose id begins with `key`; raises StoreError for none or several."""
    ids = [id_ for id_ in await library.article_ids(server) if id_.startswith(key)]
    if key in ids:
        return key
    if len(ids) == 1:
        return ids[0]
    problem = "Several articles have ids that begin with" if ids else "There is no article"
    raise StoreError(f"{problem} {key!r}: `sources-say article list` shows every id.")


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False))  # noqa: T201 - for programs
