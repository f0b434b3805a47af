"""The version of the finder follows from what finds claims, and from nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.claims.version import PACKAGE, finder_version

FILES = ["claims/find.py", "claims/learned/cues.py", "encoder/model/finder.onnx"]
FILES += ["encoder/model/words.npz", "languages/english/lexicon.toml"]
OTHERS = ["encoder/model/reader.onnx", "encoder/MODEL_CARD.md", "claims/__pycache__/find.pyc"]
OTHERS += ["library/library.py"]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name in [*FILES, *OTHERS]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def version(package: Path) -> str:
    finder_version.cache_clear()
    return finder_version(package)


@pytest.mark.parametrize("name", FILES)
def test_it_changes_with_what_finds_claims(package: Path, name: str) -> None:
    assert (PACKAGE / name).is_file()
    before = version(package)
    assert version(package) == before
    (package / name).write_text("another")
    assert version(package) != before


@pytest.mark.parametrize("name", OTHERS)
def test_it_stays_whatever_else_changes(package: Path, name: str) -> None:
    before = version(package)
    (package / name).write_text("another")
    assert version(package) == before


def test_a_file_of_another_name_makes_another_version(package: Path) -> None:
    before = version(package)
    (package / "claims/find.py").rename(package / "claims/found.py")
    assert version(package) != before
