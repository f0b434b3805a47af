from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from aiohttp import web

from bot.terminal import feeds as terminal
from tests.bot.terminal.conftest import Run
from tests.news_site import LOOPBACK, NewsSite, news_site


@contextmanager
def in_a_thread() -> Iterator[NewsSite]:
    """Run a news site on a loop of its own, since a command runs one itself."""
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever)
    thread.start()
    running = news_site()
    try:
        yield asyncio.run_coroutine_threadsafe(running.__aenter__(), loop).result()
        asyncio.run_coroutine_threadsafe(running.__aexit__(None, None, None), loop).result()
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[NewsSite]:
    monkeypatch.setattr(terminal, "WEB", LOOPBACK)
    with in_a_thread() as running:
        running.post("Ferry stops for the winter")
        yield running


def test_a_feed_is_followed_checked_listed_and_removed(sources_say: Run, site: NewsSite) -> None:
    url = f"{site.url}/feed"
    added = sources_say("feed", "add", url, "--word", "winter", "--word", "dam")
    assert added.returncode == 0
    assert "Following Port Alder Post" in added.stdout
    assert "Loaded Ferry stops for the winter" in added.stdout
    site.post("The dams hold")
    site.post("Something else")
    checked = sources_say("feed", "check")
    assert (checked.returncode, "1 new" in checked.stdout) == (0, True)
    assert "nothing new" in sources_say("feed", "check").stdout
    listed = sources_say("feed", "list").stdout
    assert url in listed
    assert "only with: winter, dam" in listed
    (fields,) = json.loads(sources_say("feed", "list", "--json").stdout)
    assert (fields["number"], fields["articles"], fields["failure"]) == (1, 2, None)
    assert sources_say("feed", "remove", "1").returncode == 0
    assert "No feeds are followed" in sources_say("feed", "list").stderr
    assert len(json.loads(sources_say("article", "list", "--json").stdout)) == 2


def test_a_feed_that_fails_is_told_and_the_exit_code_says_so(
    sources_say: Run, site: NewsSite
) -> None:
    sources_say("feed", "add", f"{site.url}/feed", "--server", "7")
    assert "No feeds are followed" in sources_say("feed", "check").stderr
    site.answers["/feed"] = web.Response(status=500)
    result = sources_say("feed", "check", "--server", "7")
    assert result.returncode == 1
    assert "Port Alder Post: The site has a fault of its own (500)." in result.stderr
    assert "fault of its own" in sources_say("feed", "list", "--server", "7").stdout


def test_an_exported_library_makes_nobody_follow_its_feeds(
    sources_say: Run, site: NewsSite, tmp_path: Path
) -> None:
    sources_say("feed", "add", f"{site.url}/feed")
    archive = tmp_path / "library.jsonl.gz"
    sources_say("export", archive)
    assert sources_say("import", archive, "--server", "8").stdout.strip() == "1 loaded"
    assert "No feeds are followed" in sources_say("feed", "list", "--server", "8").stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "nowhere"),
        ("add", "ftp://x.example/feed"),
        ("add", "http://127.0.0.1/feed"),
        ("remove", "3"),
        ("remove", "https://news.example/feed"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    sources_say: Run, arguments: tuple[str, ...]
) -> None:
    result = sources_say("feed", *arguments)
    assert result.returncode == 2
    assert result.stderr.strip().endswith(".")
    assert "Traceback" not in result.stderr
