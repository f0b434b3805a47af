"""`backup` and `restore`: what was copied comes back, and a failure leaves all as it was."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.bot.terminal.conftest import Run


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "data" / "library.sqlite"


def test_what_was_backed_up_comes_back(sources_say: Run, story: Path, tmp_path: Path) -> None:
    sources_say("article", "add", story)
    copy = tmp_path / "copy.sqlite"
    saved = sources_say("backup", copy)
    assert (saved.returncode, "copy.sqlite (" in saved.stdout) == (0, True)
    ((key, *_),) = map(str.split, sources_say("article", "list").stdout.splitlines()[-1:])
    sources_say("article", "remove", key)
    assert "Lighthouse" not in sources_say("article", "list").stdout
    put_back = sources_say("restore", copy)
    assert put_back.returncode == 0
    assert "library.before-restore.sqlite" in put_back.stderr
    assert "Lighthouse" in sources_say("article", "list").stdout
    assert sources_say("doctor").returncode == 0


def test_a_backup_is_restored_where_there_is_no_library_yet(
    sources_say: Run, story: Path, tmp_path: Path
) -> None:
    sources_say("article", "add", story)
    copy = tmp_path / "copy.sqlite"
    sources_say("backup", copy)
    elsewhere = str(tmp_path / "elsewhere")
    put_back = sources_say("restore", copy, DATA_FOLDER=elsewhere)
    assert (put_back.returncode, put_back.stderr) == (0, "")
    assert "Skarvik" in sources_say("article", "list", DATA_FOLDER=elsewhere).stdout


def test_a_backup_holds_what_others_have_written_and_not_yet_put_into_the_main_file(
    sources_say: Run, story: Path, library: Path, tmp_path: Path
) -> None:
    sources_say("article", "add", story)
    open_elsewhere = sqlite3.connect(library)
    open_elsewhere.execute("PRAGMA wal_autocheckpoint = 0")
    open_elsewhere.execute("UPDATE article SET title = 'Changed'")
    open_elsewhere.commit()
    copy = tmp_path / "copy.sqlite"
    assert sources_say("backup", copy).returncode == 0
    open_elsewhere.close()
    with sqlite3.connect(copy) as copied:
        assert copied.execute("SELECT title FROM article").fetchone() == ("Changed",)


@pytest.mark.parametrize(
    "content", [b"", b"not a database", b"SQLite format 3\0" + bytes(4096)], ids=len
)
def test_what_is_no_copy_is_refused_and_the_library_stays(
    sources_say: Run, story: Path, tmp_path: Path, library: Path, content: bytes
) -> None:
    sources_say("article", "add", story)
    before = library.read_bytes()
    file = tmp_path / "other.sqlite"
    file.write_bytes(content)
    refused = sources_say("restore", file)
    assert refused.returncode == 2
    assert "is not a sound copy" in refused.stderr
    assert library.read_bytes() == before


def test_a_database_of_another_program_is_refused(
    sources_say: Run, story: Path, tmp_path: Path
) -> None:
    sources_say("article", "add", story)
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    assert "is not a sound copy" in sources_say("restore", other).stderr
    assert "Skarvik" in sources_say("article", "list").stdout


def test_a_file_that_is_there_is_not_written_over(
    sources_say: Run, story: Path, tmp_path: Path
) -> None:
    sources_say("article", "add", story)
    refused = sources_say("backup", story)
    assert (refused.returncode, "is there already" in refused.stderr) == (2, True)
    assert story.read_text(encoding="utf-8").startswith("Lighthouse")
    assert [path.name for path in tmp_path.iterdir()].count("story.txt.part") == 0


@pytest.mark.parametrize(
    ("command", "url", "told"),
    [
        ("backup", "", "There is no database yet"),
        ("backup", "postgresql://u:secret@localhost/db", "pg_dump"),
        ("restore", "postgresql://u:secret@localhost/db", "pg_dump"),
        ("backup", "mysql://u:secret@localhost/db", "not one this program can read"),
    ],
)
def test_what_cannot_be_copied_is_told_in_one_sentence(
    sources_say: Run, tmp_path: Path, command: str, url: str, told: str
) -> None:
    refused = sources_say(command, tmp_path / "copy.sqlite", DATABASE_URL=url)
    assert refused.returncode == 2
    assert told in refused.stderr
    assert "secret" not in refused.stderr
