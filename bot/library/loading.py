"""Loading what a moderator handed over, one after another, while the answer shows how far it is."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.cards.fitting import fitted_line
from bot.errors import DeclinedError
from bot.interaction import Interaction
from bot.library.handed_over import HandedOver
from bot.library.moderating import note
from bot.library.progress import Progress
from corpus.article import Article
from corpus.claims import Claim
from corpus.errors import CorpusError
from corpus.library import Library
from corpus.library.changes import Changes, changes
from corpus.reading import LoadedArticle

ROOM_FOR_NAME = 100
WAITING = "Waiting for another load on this server …"
GONE = "That article is no longer loaded here."


@dataclass(frozen=True, slots=True)
class Done:
    """An article that was loaded.

    `changed` is None where it is new, and empty where it stood there just so. `version` names what is stored now; see `stored_version`.
    """

    article: Article
    changed: Changes | None
    claims: Sequence[Claim]
    warnings: tuple[str, ...]
    version: int


@dataclass(frozen=True, slots=True)
class Failed:
    """Something that could not be loaded, and why not, in a sentence."""

    handed: HandedOver
    why: str


async def load_one(interaction: Interaction, handed: HandedOver) -> Done:
    """Load one article for a deferred interaction; raises CorpusError where that fails."""
    async with Progress(interaction) as progress, turn_to_load(interaction, progress):
        progress.line = f"Reading **{fitted_line(handed.name, ROOM_FOR_NAME)}** …"
        return await _load(interaction, handed)


async def load_several(
    interaction: Interaction, several: Sequence[HandedOver]
) -> list[Done | Failed]:
    """Load what can be loaded of several, for a deferred interaction."""
    results: list[Done | Failed] = []
    async with Progress(interaction) as progress, turn_to_load(interaction, progress):
        for number, handed in enumerate(several, start=1):
            name = fitted_line(handed.name, ROOM_FOR_NAME)
            progress.line = f"Reading {number} of {len(several)}: **{name}** …"
            try:
                results.append(await _load(interaction, handed))
            except CorpusError as error:
                results.append(Failed(handed, str(error)))
    return results


async def _load(interaction: Interaction, handed: HandedOver) -> Done:
    async with interaction.client.reading:
        return await _store(interaction, await handed.read())


async def _store(interaction: Interaction, loaded: LoadedArticle) -> Done:
    """Store what was read, note who loaded it, and say what came of it."""
    server, library = interaction.guild_id or 0, interaction.client.library
    saved = await library.add(
        server, loaded.article, original=loaded.original, loaded_by=interaction.user.id
    )
    changed = None
    if saved.previous:
        changed = await asyncio.to_thread(changes, saved.previous, saved.article)
    if changed is None or not changed.is_empty:
        await note(interaction, "added" if changed is None else "updated", saved.article.title)
    claims = await library.claims(server, [saved.article.id])
    return Done(
        saved.article,
        changed,
        claims[saved.article.id],
        loaded.warnings,
        await stored_version(library, server, saved.article.id),
    )


async def stored_version(library: Library, server: int, article_id: str) -> int:
    """Name the version of an article that is stored now: the microsecond it was loaded at.

    Raises DeclinedError where the article is gone.
    """
    for entry in await library.articles(server):
        if entry.id == article_id:
            return round(entry.loaded_at.timestamp() * 1_000_000)
    raise DeclinedError(GONE)


def turn_to_load(interaction: Interaction, progress: Progress) -> asyncio.Lock:
    """Let a server's loads follow one another, so that none takes the machine from the others."""
    progress.line = WAITING
    return interaction.client.loading.setdefault(interaction.guild_id or 0, asyncio.Lock())
