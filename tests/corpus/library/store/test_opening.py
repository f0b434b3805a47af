"""Opening a database: where it can be, and what people are told where it cannot."""

from __future__ import annotations

import asyncio
import os
import pwd
import socket
import sqlite3
import sys
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from corpus.article import Article
from corpus.errors import StoreError
from corpus.library.store import Store, waiting
from corpus.library.store.engine import make_engine
from corpus.library.store.schema import HEAD, MIGRATIONS
from corpus.library.store.tables import metadata

ARTICLE = Article.from_paragraphs("Title", ["A paragraph."])

OPEN = "import asyncio, sys; from corpus.library.store import Store; asyncio.run(Store.open(sys.argv[1]))"


async def refusal(address: str | Path) -> str:
    with pytest.raises(StoreError) as refused:
        await Store.open(address)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


async def execute(address: str, statement: str) -> None:
    engine = make_engine(address)
    async with engine.begin() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


async def test_what_was_stored_is_there_when_opened_again(database: str) -> None:
    store = await Store.open(database)
    await store.save(1, ARTICLE, [])
    await store.close()
    again = await Store.open(database)
    assert await again.article(1, ARTICLE.id) == ARTICLE
    await again.close()


@pytest.mark.parametrize("address", [Path, "sqlite:///{}".format])
async def test_an_sqlite_file_is_where_it_is_said_to_be_whatever_its_name(
    tmp_path: Path, address: Callable[[Path], str | Path]
) -> None:
    file = tmp_path / "a folder" / "50%20é?x=#.db"
    store = await Store.open(address(file))
    await store.save(1, ARTICLE, [])
    await store.close()
    assert file.is_file()


async def test_postgres_is_another_word_for_postgresql(postgresql: str) -> None:
    store = await Store.open(postgresql.replace("postgresql://", "postgres://"))
    await store.save(1, ARTICLE, [])
    await store.close()


async def test_sqlite_lets_readers_pass_writers_and_keeps_its_references(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "library.db")
    async with store.reading() as connection:
        pragmas = [
            await connection.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "foreign_keys")
        ]
    assert pragmas == ["wal", 1]
    await store.close()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "library.db",
        "mysql://u:secret@h/d",
        "sqlite://",
        "sqlite:///",
        "sqlite://x",
        "://",
        "postgresql:x",
    ],
)
async def test_an_unknown_address_is_refused_with_the_known_ones(address: str) -> None:
    sentence = await refusal(address)
    assert "sqlite:///FILE" in sentence
    assert "secret" not in sentence


@pytest.mark.parametrize(
    "address",
    ["postgresql://u:secret@127.0.0.1:{port}/d", "postgresql://u:secret@nowhere.invalid/d"],
)
async def test_a_server_out_of_reach_is_named_as_such(address: str) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))  # bound, but not listening
        sentence = await refusal(address.format(port=unused.getsockname()[1]))
    assert "cannot be reached" in sentence
    assert "secret" not in sentence


@pytest.mark.parametrize("address", ["postgresql://u:secret@h:port/d", "postgresql://[h/d"])
async def test_an_address_that_cannot_be_read_is_refused(address: str) -> None:
    assert "secret" not in await refusal(address)


@pytest.fixture
def with_passwords(postgresql: str, postgresql_server: Any) -> Iterator[str]:
    """Let a user of the PostgreSQL server in by password only; gives the form of its address."""
    rules = postgresql_server.pgdata / "pg_hba.conf"
    before = rules.read_text()
    rules.write_text("local all reader scram-sha-256\n" + before)
    postgresql_server.psql(
        "CREATE ROLE reader LOGIN PASSWORD 'right'; GRANT USAGE ON SCHEMA public TO reader; SELECT pg_reload_conf();"
    )
    yield postgresql.replace("postgres:@", "reader:{password}@")
    rules.write_text(before)
    postgresql_server.psql("DROP OWNED BY reader; DROP ROLE reader; SELECT pg_reload_conf();")


async def test_a_wrong_password_is_refused_and_not_repeated(with_passwords: str) -> None:
    sentence = await refusal(with_passwords.format(password="s3cret"))
    assert "password" in sentence
    assert "s3cret" not in sentence


async def test_a_user_without_rights_is_told_which_to_ask_for(with_passwords: str) -> None:
    assert "grant" in await refusal(with_passwords.format(password="right"))


async def test_a_database_that_is_not_there_is_named_as_such(postgresql: str) -> None:
    assert "no database of that name" in await refusal(
        postgresql.replace("/postgres?", "/elsewhere?")
    )


async def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("These are notes, and no database at all.\n" * 50)
    before = file.read_bytes()
    assert "not a database" in await refusal(file)
    assert file.read_bytes() == before


async def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert "cannot be opened" in await refusal(tmp_path)


async def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert str(tmp_path / "file") in await refusal(tmp_path / "file" / "data" / "library.db")


@pytest.fixture
async def read_only_folder() -> AsyncIterator[Path]:
    """Return a folder with a database, in which we may not write: not even root, who may anywhere."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = await Store.open(folder / "library.db")
        await store.save(1, ARTICLE, [])
        await store.close()
        us = os.geteuid()
        set_modes(folder, 0o555, 0o444)
        if us == 0:
            os.seteuid(pwd.getpwnam("nobody").pw_uid)
        yield folder
        os.seteuid(us)
        set_modes(folder, 0o755, 0o644)


def set_modes(folder: Path, mode: int, file_mode: int) -> None:
    folder.chmod(mode)
    (folder / "library.db").chmod(file_mode)


async def test_a_folder_that_may_not_be_written_to_is_refused(read_only_folder: Path) -> None:
    assert "cannot be opened" in await refusal(read_only_folder / "new.db")
    assert "cannot be made" in await refusal(read_only_folder / "new" / "library.db")


async def test_a_database_that_may_not_be_written_to_can_be_read(read_only_folder: Path) -> None:
    store = await Store.open(read_only_folder / "library.db")
    assert await store.article(1, ARTICLE.id) == ARTICLE
    with pytest.raises(StoreError, match="may not be written to"):
        await store.save(1, replace(ARTICLE, id="another", title="Another"), [])
    assert [entry.title for entry in await store.entries(1)] == ["Title"]
    await store.close()


async def test_a_database_that_another_writes_to_can_be_read_as_it_is_then(
    sqlite: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """We may not write to it, but its owner does: what is in the log counts, and comes and goes."""
    writer = await Store.open(sqlite)
    with monkeypatch.context() as patch:
        patch.setattr("corpus.library.store.engine._make_file", lambda _: False)
        reader = await Store.open(sqlite)
    for number in range(3):
        await writer.save(1, replace(ARTICLE, id=f"a{number}"), [], near_equal=False)
        assert len(await reader.entries(1)) == number + 1
    await writer.close()
    assert len(await reader.entries(1)) == 3
    await reader.close()


@pytest.mark.parametrize("begin", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
async def test_whoever_waits_for_another_program_is_told(
    sqlite: str, begin: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other program goes on only once that is told."""
    monkeypatch.setattr(waiting, "WAIT_SECONDS", 0)
    told: list[str] = []

    def tell(sentence: str) -> None:
        told.append(sentence)
        other.rollback()

    store = await Store.open(sqlite, tell_waiting=tell)
    told.clear()
    with closing(sqlite3.connect(sqlite.removeprefix("sqlite:///"), isolation_level=None)) as other:
        other.execute(begin)
        await store.save(1, ARTICLE, [])
    assert told
    assert set(told) == {waiting.WAITING}
    await store.close()


async def test_whoever_waits_for_another_program_on_postgresql_is_told(
    postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "WAIT_SECONDS", 0)
    may_go_on = asyncio.Event()
    store = await Store.open(postgresql, tell_waiting=lambda _: may_go_on.set())
    engine = make_engine(postgresql)
    await store.save(1, ARTICLE, [])
    async with engine.begin() as other:
        await other.execute(text("UPDATE server SET revision = revision"))
        may_go_on.clear()
        removing = asyncio.create_task(store.remove(1, ARTICLE.id))
        await may_go_on.wait()
        assert not removing.done()
    assert await removing == ARTICLE
    await engine.dispose()
    await store.close()


async def test_a_database_of_a_newer_version_is_refused(database: str) -> None:
    await (await Store.open(database)).close()
    await execute(database, "UPDATE alembic_version SET version_num = '9999'")
    assert "newer version" in await refusal(database)


async def test_a_new_database_opened_many_times_at_once_is_made_once(database: str) -> None:
    stores = await asyncio.gather(*(Store.open(database) for _ in range(6)))
    for number, store in enumerate(stores):
        await store.save(number, ARTICLE, [])
        await store.close()


async def test_opening_a_database_that_is_ready_does_not_import_alembic(sqlite: str) -> None:
    await (await Store.open(sqlite)).close()
    program = f"{OPEN}; assert 'alembic' not in sys.modules"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, sqlite)
    assert await process.wait() == 0


async def test_the_engine_without_a_database_does_not_import_sqlalchemy() -> None:
    program = "import sys, corpus; assert 'sqlalchemy' not in sys.modules"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program)
    assert await process.wait() == 0


def test_the_newest_migration_is_the_one_named() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


async def test_the_migrations_make_the_tables_that_the_queries_expect(database: str) -> None:
    def differences(connection: Connection) -> list[Any]:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))

    store = await Store.open(database)
    async with store.reading() as connection:
        assert await connection.run_sync(differences) == []
    await store.close()


async def test_a_damaged_database_is_named_as_such_when_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    store = await Store.open(file)
    long = Article.from_paragraphs("Long", ["A paragraph. " * 100] * 500)
    await store.save(1, long, [])
    await store.close()
    with file.open("r+b") as data:
        data.seek(sqlite_page_size(file) * 40)  # beyond the tables' own pages
        data.write(b"\xff" * 400_000)
    store = await Store.open(file)
    with pytest.raises(StoreError, match="damaged"):
        await store.article(1, long.id)
    await store.close()


def sqlite_page_size(file: Path) -> int:
    connection = sqlite3.connect(file)
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    return int(size)
