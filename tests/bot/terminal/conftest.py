from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.__main__ import main
from tests.bot.settings import clear_settings


class Result(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Result]


@pytest.fixture
def sources_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Run:
    """Run the program in a folder of its own: in this process, since starting one takes a second."""
    clear_settings(monkeypatch)
    monkeypatch.setenv("DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, given: str = "", **settings: str) -> Result:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["sources-say", *map(str, arguments)])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
            for name, value in settings.items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                main()
        code = ended.value.code
        assert isinstance(code, int)
        return Result(code, *capfd.readouterr())

    return run


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A small article of our own in a file."""
    path = tmp_path / "story.txt"
    path.write_text(
        "Lighthouse of Skarvik goes dark\n\n"
        "The lighthouse of Skarvik went dark on Sunday for the first time since 1911.\n\n"
        "“A gull flew into the generator,” said Olga Brandt, the keeper. She denied that the "
        "lamp was old.\n\n"
        "The coast guard told the Skarvik Post that 14 boats had waited outside the harbor.\n",
        encoding="utf-8",
    )
    return path
