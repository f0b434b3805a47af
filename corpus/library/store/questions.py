"""Questions that are kept, and the votes on their answers: so moderators see what goes unanswered.

A question is named by the Discord message that answers it. The bot decides which ones are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from corpus.library.cancellation import finishing
from corpus.library.store.loading import lock
from corpus.library.store.store import Store
from corpus.library.store.tables import questions, votes

MOST_KEPT = 1_000
"""Questions kept for one server; older ones go."""


@dataclass(frozen=True, slots=True)
class KeptQuestion:
    """A question as it was asked; `id` is that of the message that answers it."""

    id: int
    channel: int
    asked_at: datetime
    text: str
    answered: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A kept question with the number of people who found its answer helpful, and not."""

    question: KeptQuestion
    helpful: int
    unhelpful: int


@finishing
async def keep(store: Store, server: int, question: KeptQuestion) -> None:
    """Keep a question, if it is not kept already."""
    async with store.writing() as connection:
        await lock(connection, server)
        await _keep(connection, server, question)
        await _drop_oldest(connection, server)


@finishing
async def vote(
    store: Store,
    server: int,
    question: KeptQuestion,
    voter: int,
    *,
    helpful: bool | None,
    keep_unvoted: bool = False,
) -> None:
    """Keep a question with one person's vote, which replaces their earlier one; None takes it back.

    With the last vote the question goes too, unless `keep_unvoted`.
    """
    async with store.writing() as connection:
        await lock(connection, server)
        await _keep(connection, server, question)
        own = {"server": server, "question": question.id, "voter": voter}
        await connection.execute(
            delete(votes).where(*(votes.c[name] == value for name, value in own.items()))
        )
        if helpful is not None:
            await connection.execute(insert(votes).values(**own, helpful=helpful))
        elif not keep_unvoted:
            await _drop_unvoted(connection, server, question.id)
        await _drop_oldest(connection, server)


@finishing
async def vote_of(store: Store, server: int, question_id: int, voter: int) -> bool | None:
    """Tell whether a person found an answer helpful; None where they did not vote."""
    query = select(votes.c.helpful).where(
        votes.c.server == server, votes.c.question == question_id, votes.c.voter == voter
    )
    async with store.reading() as connection:
        helpful: bool | None = await connection.scalar(query)
    return helpful


@finishing
async def votes_for(store: Store, server: int, question_id: int) -> tuple[int, int]:
    """Count the people who found an answer helpful, and those who did not."""
    query = select(votes.c.helpful).where(votes.c.server == server, votes.c.question == question_id)
    async with store.reading() as connection:
        cast = list((await connection.scalars(query)).all())
    return sum(cast), len(cast) - sum(cast)


@finishing
async def kept(store: Store, server: int, limit: int = MOST_KEPT) -> list[Judged]:
    """Return a server's kept questions, newest first, `limit` at most."""
    same = (votes.c.server == questions.c.server) & (votes.c.question == questions.c.id)
    helpful = func.coalesce(func.sum(case((votes.c.helpful, 1), else_=0)), 0)
    query = (
        select(*_COLUMNS, helpful, func.count(votes.c.voter) - helpful)
        .outerjoin(votes, same)
        .where(questions.c.server == server)
        .group_by(questions.c.server, questions.c.id)
        .order_by(questions.c.id.desc())
        .limit(limit)
    )
    async with store.reading() as connection:
        rows = (await connection.execute(query)).all()
    return [Judged(KeptQuestion(*row[:-2]), *map(int, row[-2:])) for row in rows]


@finishing
async def forget(store: Store, server: int) -> None:
    """Delete a server's kept questions, with the votes."""
    async with store.writing() as connection:
        await connection.execute(delete(questions).where(questions.c.server == server))


_COLUMNS = tuple(questions.c[name] for name in ("id", "channel", "asked_at", "text", "answered"))


async def _keep(connection: AsyncConnection, server: int, question: KeptQuestion) -> None:
    own = (questions.c.server == server) & (questions.c.id == question.id)
    if await connection.scalar(select(questions.c.id).where(own)) is not None:
        return
    values = {name: getattr(question, name) for name in KeptQuestion.__slots__}
    await connection.execute(insert(questions).values(server=server, **values))


async def _drop_unvoted(connection: AsyncConnection, server: int, question_id: int) -> None:
    voted = select(votes.c.question).where(votes.c.server == server)
    await connection.execute(
        delete(questions).where(
            questions.c.server == server,
            questions.c.id == question_id,
            questions.c.id.not_in(voted),
        )
    )


async def _drop_oldest(connection: AsyncConnection, server: int) -> None:
    own = questions.c.server == server
    newest = select(questions.c.id).where(own).order_by(questions.c.id.desc()).limit(MOST_KEPT)
    await connection.execute(delete(questions).where(own, questions.c.id.not_in(newest)))
