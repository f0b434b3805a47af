"""What the terminal says where the database is full, damaged, locked or for reading only."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from corpus.library.store import waiting
from tests.bot.terminal.conftest import Run

NUMBER = 12


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Let an SQLite file grow by a few articles only: then it is as on a disk that is full."""

    def bound(connection: DBAPIConnection, _: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA max_page_count = 50")
        cursor.close()

    event.listen(Engine, "connect", bound)
    yield
    event.remove(Engine, "connect", bound)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of small articles, each about something else."""
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(NUMBER):
        lines = [
            f"Well {number}{line} in district {number} gives {line} liters." for line in range(90)
        ]
        text = "\n\n".join([f"Report {number} on the wells", *lines])
        (made / f"{number:02}.txt").write_text(text)
    return made


def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


def change(tmp_path: Path, statement: str) -> None:
    with closing(sqlite3.connect(database(tmp_path))) as connection, connection:
        connection.execute(statement)


@pytest.mark.usefixtures("full_disk")
def test_an_import_onto_a_full_disk_stops_at_the_first_article(
    sources_say: Run, folder: Path
) -> None:
    result = sources_say("import", folder)
    assert result.returncode == 1
    loaded, left = (int(part.split()[0]) for part in result.stdout.strip().split(", "))
    assert result.stdout.strip() == f"{loaded} loaded, {left} not loaded"
    assert loaded > 0 < left
    assert loaded + left == NUMBER
    assert result.stderr.count("The disk is full") == 1
    assert "unreadable" not in result.stdout
    assert len(json.loads(sources_say("article", "list", "--json").stdout)) == loaded


@pytest.mark.usefixtures("full_disk")
def test_adding_onto_a_full_disk_stops_at_the_first_article(sources_say: Run, folder: Path) -> None:
    result = sources_say("article", "add", *sorted(folder.iterdir()))
    assert result.returncode == 1
    assert result.stderr.count("The disk is full") == 1
    loaded = result.stdout.count("Loaded Report")
    assert f"{NUMBER - loaded - 1} articles not tried." in result.stderr


def test_doctor_has_the_database_checked(sources_say: Run, folder: Path, tmp_path: Path) -> None:
    sources_say("import", folder)
    assert "✓ database: SQLite, sound and up to date" in sources_say("doctor").stdout
    with database(tmp_path).open("r+b") as data:
        data.seek(4096 * 24)
        data.write(b"\xff" * 4096 * 3)
    ill = sources_say("doctor")
    assert ill.returncode == 1
    assert "✗ database: The database file is damaged: restore it from a copy." in ill.stdout
    assert "✓ database" not in ill.stdout


def test_doctor_names_what_is_damaged_and_what_to_do(
    sources_say: Run, story: Path, tmp_path: Path
) -> None:
    sources_say("article", "add", story)
    (entry,) = json.loads(sources_say("article", "list", "--json").stdout)
    change(tmp_path, "UPDATE article SET captions = 'none', published = 'soon'")
    for command in (["ask", "How many boats?"], ["article", "list"], ["article", "show", "a"]):
        result = sources_say(*command)
        assert (result.returncode, result.stdout) == (2, ""), command
        assert result.stderr.count("\n") == 1
    ill = sources_say("doctor")
    assert ill.returncode == 1
    advice = f"`sources-say article remove {entry['id']}`"
    assert advice in ill.stdout
    assert sources_say(*advice.strip("`").split()[1:]).returncode == 0
    assert sources_say("doctor").returncode == 0


def test_a_damaged_article_is_loaded_again(sources_say: Run, story: Path, tmp_path: Path) -> None:
    sources_say("article", "add", story)
    change(tmp_path, "DELETE FROM paragraph WHERE number = 2")
    assert sources_say("article", "add", story).returncode == 0
    assert "14 boats" in sources_say("ask", "How many boats waited?").stdout
    assert sources_say("doctor").returncode == 0


def test_a_database_for_reading_only_is_asked_and_not_changed(
    sources_say: Run, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources_say("article", "add", story)
    # root may write anywhere; the store's own tests take its rights away, which pytest needs here
    monkeypatch.setattr("corpus.library.store.engine._make_file", lambda _: False)
    assert "14 boats" in sources_say("ask", "How many boats waited?").stdout
    assert sources_say("export", tmp_path / "library.jsonl.gz").returncode == 0
    refused = sources_say("article", "add", story)
    assert refused.returncode == 1
    assert "The database may not be written to" in refused.stderr
    looked_at = sources_say("doctor")
    assert looked_at.returncode == 0
    assert "· database: it can be read, but nothing loaded." in looked_at.stdout


def test_whoever_waits_for_another_program_is_told(
    sources_say: Run, story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources_say("article", "list")
    monkeypatch.setattr(waiting, "WAIT_SECONDS", 0)
    with closing(sqlite3.connect(database(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr("bot.terminal.library.note", lambda _: other.rollback())
        added = sources_say("article", "add", story)
    assert added.returncode == 0
