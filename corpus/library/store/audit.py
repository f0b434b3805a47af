"""Who loaded or removed what: one line for each change that a moderator made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, func, insert, select

from corpus.library.cancellation import finishing
from corpus.library.store.loading import lock
from corpus.library.store.store import Store
from corpus.library.store.tables import audit

MOST_KEPT = 1_000
"""Lines kept for one server; older ones go."""


@dataclass(frozen=True, slots=True)
class Line:
    """One act: `who` is a Discord user id, `act` a verb such as "added", `article` a title."""

    at: datetime
    who: int
    act: str
    article: str


@finishing
async def record(store: Store, server: int, who: int, act: str, article: str) -> Line:
    """Note what a moderator just did."""
    line = Line(datetime.now(UTC), who, act, article)
    own = audit.c.server == server
    async with store.writing() as connection:
        await lock(connection, server)
        last = await connection.scalar(select(func.max(audit.c.number)).where(own)) or 0
        values = {name: getattr(line, name) for name in Line.__slots__}
        await connection.execute(insert(audit).values(server=server, number=last + 1, **values))
        await connection.execute(delete(audit).where(own, audit.c.number <= last + 1 - MOST_KEPT))
    return line


@finishing
async def newest(store: Store, server: int, limit: int = 20) -> list[Line]:
    """Return a server's newest lines, newest first, `limit` at most."""
    query = (
        select(*(audit.c[name] for name in Line.__slots__))
        .where(audit.c.server == server)
        .order_by(audit.c.number.desc())
        .limit(limit)
    )
    async with store.reading() as connection:
        return [Line(*row) for row in (await connection.execute(query)).all()]
