"""Loading submissions, one after another, while the answer shows how far it has come."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.discord.errors import DeclinedError
from bot.discord.kit.fitting import fitted_line
from bot.discord.kit.moderators import note
from bot.discord.kit.notices import ARTICLE_GONE
from bot.discord.kit.progress import turn_to_load
from bot.discord.loading.submissions import Submission
from bot.discord.service import Interaction, server_of, service_of
from bot.language import N_, gettext, gettext_filled
from bot.wording import reach_shown
from corpus.article import Article
from corpus.claims import Claim
from corpus.errors import CorpusError, DatabaseError
from corpus.library import Library
from corpus.library.changes import Changes, changes
from corpus.reading import LoadedArticle

NOT_TRIED = N_("Not tried, since the one before it could not be stored.")

ROOM_FOR_SUBMISSION = 100
"""What a submission's name may cost: it may be a long address."""


@dataclass(frozen=True, slots=True)
class FinishedLoad:
    """An article that was loaded.

    `changed` is None where it is new, and empty where nothing in it has changed. `version` names
    what is stored now; see `stored_version`.
    """

    article: Article
    changed: Changes | None
    claims: Sequence[Claim]
    warnings: tuple[str, ...]
    version: int

    @property
    def may_be_undone(self) -> bool:
        """Whether anything was stored."""
        return self.changed is None or not self.changed.is_empty


@dataclass(frozen=True, slots=True)
class FailedLoad:
    """A submission that could not be loaded, and why not, in a sentence."""

    submission: Submission
    why: str


async def load_one(interaction: Interaction, submission: Submission) -> FinishedLoad:
    """Load one submission for a deferred interaction; raises CorpusError where that fails."""
    async with turn_to_load(interaction) as progress:
        name = fitted_line(submission.name, ROOM_FOR_SUBMISSION)
        progress.line = gettext("Reading **{}** …").format(name)
        return await _load(interaction, submission)


async def load_several(
    interaction: Interaction, submissions: Sequence[Submission]
) -> list[FinishedLoad | FailedLoad]:
    """Load what can be loaded of several submissions, for a deferred interaction.

    Where the database fails, no more is tried.
    """
    results: list[FinishedLoad | FailedLoad] = []
    async with turn_to_load(interaction) as progress:
        for number, submission in enumerate(submissions, start=1):
            name = fitted_line(submission.name, ROOM_FOR_SUBMISSION)
            reading = gettext("Reading {} of {}: **{}** …")
            progress.line = reading.format(number, len(submissions), name)
            try:
                results.append(await _load(interaction, submission))
            except DatabaseError as error:
                results.append(FailedLoad(submission, gettext_filled(str(error))))
                results += [FailedLoad(other, gettext(NOT_TRIED)) for other in submissions[number:]]
                break
            except CorpusError as error:
                results.append(FailedLoad(submission, gettext_filled(str(error))))
    return results


async def _load(interaction: Interaction, submission: Submission) -> FinishedLoad:
    async with service_of(interaction).turn_to_read:
        return await _store(interaction, await submission.read())


async def _store(interaction: Interaction, loaded: LoadedArticle) -> FinishedLoad:
    """Store what was read, note who loaded it, and say what came of it."""
    server, library = server_of(interaction), service_of(interaction).library
    saved = await library.add(
        server, loaded.article, original=loaded.original, loaded_by=interaction.user.id
    )
    changed = None
    if saved.previous:
        changed = await asyncio.to_thread(changes, saved.previous, saved.article)
    if changed is None or not changed.is_empty:
        act = N_("added") if changed is None else N_("updated")
        await note(interaction, act, saved.article.title)
    claims = await library.claims(server, [saved.article.id])
    warnings = filter(None, [*map(gettext_filled, loaded.warnings), reach_shown(saved.article)])
    return FinishedLoad(
        saved.article,
        changed,
        claims[saved.article.id],
        tuple(warnings),
        await stored_version(library, server, saved.article.id),
    )


async def stored_version(library: Library, server: int, article_id: str) -> int:
    """Name the version of an article that is stored now: the microsecond it was loaded at.

    Raises DeclinedError where the article is gone.
    """
    for entry in await library.articles(server):
        if entry.id == article_id:
            return round(entry.loaded_at.timestamp() * 1_000_000)
    raise DeclinedError(gettext(ARTICLE_GONE))
