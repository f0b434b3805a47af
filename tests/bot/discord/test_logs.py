"""The log in both forms."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest

from bot.discord.logs import set_up_logs
from bot.settings import Settings


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    root = logging.getLogger()
    level, handlers = root.level, root.handlers[:]
    yield
    root.setLevel(level)
    root.handlers[:] = handlers


def test_programs_get_one_object_a_line_with_the_trace(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs(Settings.load({"LOG_FORMAT": "json"}))
    log = logging.getLogger("bot.test")
    log.debug("unheard")
    log.info("two\nlines %s", "ä")
    try:
        int("broken")
    except ValueError:
        log.exception("failed")
    first, second = map(json.loads, capsys.readouterr().err.splitlines())
    assert (first["level"], first["logger"], first["message"]) == (
        "INFO",
        "bot.test",
        "two\nlines ä",
    )
    assert "trace" not in first
    assert "ValueError: invalid literal" in second["trace"]


def test_people_get_lines(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs(Settings.load({"LOG_LEVEL": "warning"}))
    logging.getLogger("bot.test").info("unheard")
    logging.getLogger("bot.test").warning("heard")
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("WARNING bot.test: heard")
