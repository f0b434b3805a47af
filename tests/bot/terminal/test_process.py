"""What only a process of its own shows: the entry points, and what is imported to start."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "DATA_FOLDER": str(folder)},
    )


def test_the_package_runs_as_a_module(tmp_path: Path) -> None:
    result = run(tmp_path, "-m", "bot", "--help")
    assert result.returncode == 0
    assert "Usage: sources-say" in result.stdout
    for command in ("run", "chat", "ask", "claims", "article", "import", "export", "doctor"):
        assert f" {command} " in result.stdout


def test_the_version_is_the_projects(tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    result = run(tmp_path, "-m", "bot", "--version")
    assert (result.returncode, result.stdout) == (0, f"sources-say {project['version']}\n")


@pytest.mark.parametrize("heavy", ["discord", "sqlalchemy", "trafilatura", "alembic", "pypdf"])
def test_asking_about_a_text_file_imports_nothing_heavy(tmp_path: Path, heavy: str) -> None:
    (tmp_path / "story.txt").write_text("A title\n\nThe ferry sank at its berth on Friday.\n")
    asking = (
        "import sys; from bot.__main__ import app; "
        "app(['ask', 'When did the ferry sink?', '--article', 'story.txt'], standalone_mode=False);"
        f"assert {heavy!r} not in sys.modules, sys.modules.keys()"
    )
    result = run(tmp_path, "-c", asking)
    assert result.returncode == 0, result.stderr
    assert "on Friday" in result.stdout
