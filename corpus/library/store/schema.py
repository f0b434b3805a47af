"""Bringing a database's tables up to the newest form.

To change the tables: change `tables.py`, write the next file in `migrations/versions/`, and name it
in HEAD. A test checks that the three agree.
"""

from __future__ import annotations

from contextlib import AsyncExitStack
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from corpus.errors import StoreError
from corpus.library.store.engine import begin_as_writer
from corpus.library.store.waiting import Tell, telling

HEAD = "0007"
"""The newest migration, known here so that a database already there need not wait for Alembic."""

MIGRATIONS = Path(__file__).parent / "migrations"

LOCK = 0x736F757263657361
"""What processes that migrate one PostgreSQL database at once wait for: any number, always this."""


async def bring_to_head(engine: AsyncEngine, tell_waiting: Tell) -> None:
    """Run the migrations that the database lacks, all of them or none.

    Processes that do so at once take turns, and the later ones find nothing left to do. Raises
    StoreError for a database that a newer version of this program has written.
    """
    async with engine.connect() as connection:
        if await connection.run_sync(_revision) == HEAD:
            return
    async with AsyncExitStack() as stack:
        with telling(tell_waiting):
            writer = begin_as_writer(engine, tell_waiting)
            connection = await stack.enter_async_context(writer.begin())
            if connection.dialect.name == "postgresql":
                await connection.execute(
                    text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK}
                )
        await connection.run_sync(_upgrade)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - takes a third of a second to import
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(
            "The database was written by a newer version of this program: update the program."
        ) from error
