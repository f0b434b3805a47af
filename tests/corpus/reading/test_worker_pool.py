import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.errors import ReadingError
from corpus.reading import worker_pool
from corpus.reading.draft import Draft, Hints
from corpus.reading.worker_pool import TOO_HEAVY, TOO_SLOW, parse_apart

PARSERS = {
    "endless": "while True: pass",
    "endless_inside_c": "sum(range(10**18))",
    "endless_and_deaf": "import signal\n    signal.signal(signal.SIGINT, signal.SIG_IGN)\n    while True: pass",
    "hungry": "bytearray(4 << 30)",
    "waiting": "import time\n    time.sleep(2)\n    return Draft((), title='done')",
    "waiting_for_ever": "import time\n    time.sleep(3600)",
    "crashing": "import os\n    os.kill(os.getpid(), 11)",
    "leaving": "import os\n    os._exit(0)",
    "failing": "raise ZeroDivisionError",
    "recursing": "return parse(body, hints)",
    "noisy": "import os\n    print('noise')\n    os.write(1, b'noise')\n    os.write(2, b'noise')",
    "telling": "import os\n    return Draft((), title=','.join(sorted(os.environ)))",
    "echoing": "return Draft((paragraph(body.decode()),), title=hints.title)",
}

CODE = "from corpus.reading.draft import Draft, paragraph\ndef parse(body, hints):\n    {}\n    return Draft(())\n"


@pytest.fixture(scope="module", autouse=True)
def parsers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Put the parsers above where workers started from now on can import them."""
    folder = tmp_path_factory.mktemp("parsers")
    for name, code in PARSERS.items():
        (folder / f"{name}_parser.py").write_text(CODE.format(code))
    worker_pool.stop_workers()
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield
    worker_pool.stop_workers()


def echo(text: str) -> Draft:
    return parse_apart("echoing_parser", text.encode(), Hints(title="Größe"))


@pytest.mark.parametrize(
    ("parser", "sentence"),
    [
        ("endless", TOO_SLOW),
        ("endless_inside_c", TOO_SLOW),
        ("endless_and_deaf", TOO_SLOW),
        ("crashing", TOO_HEAVY),
        ("leaving", TOO_HEAVY),
        ("failing", "damaged"),
        ("recursing", "damaged"),
        pytest.param(
            "hungry",
            TOO_HEAVY,
            marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory"),
        ),
    ],
)
def test_a_parser_that_goes_wrong_is_stopped_and_the_next_document_is_read(
    parser: str, sentence: str
) -> None:
    with pytest.raises(ReadingError, match=sentence):
        parse_apart(f"{parser}_parser", b"", Hints(), seconds=1)
    assert echo("Hello.").blocks[0].text == "Hello."


def test_only_computing_counts_as_a_documents_time() -> None:
    assert parse_apart("waiting_parser", b"", Hints(), seconds=1).title == "done"


def test_a_parser_that_waits_for_ever_is_stopped() -> None:
    with pytest.raises(ReadingError, match=TOO_SLOW):
        parse_apart("waiting_for_ever_parser", b"", Hints(), seconds=1)


def test_a_draft_comes_back_as_it_was_made() -> None:
    text = "“Grüße”\n\u2028 " + "x" * 300_000
    draft = echo(text)
    assert (draft.blocks[0].text, draft.title) == (text, "Größe")


def test_what_a_parser_prints_disturbs_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    assert parse_apart("noisy_parser", b"", Hints()) == Draft(())
    assert echo("Hello.").blocks[0].text == "Hello."
    assert capfd.readouterr() == ("", "")


def test_a_worker_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "secret")
    worker_pool.stop_workers()
    names = parse_apart("telling_parser", b"", Hints()).title or ""
    assert "PYTHONPATH" in names
    assert "DISCORD_TOKEN" not in names


def test_one_process_serves_many_documents_and_is_replaced_when_it_dies() -> None:
    worker_pool.stop_workers()
    echo("one")
    echo("two")
    [worker] = worker_pool._idle
    assert worker.documents == 2
    worker.process.kill()
    worker.process.wait()
    assert echo("three").blocks[0].text == "three"


def test_threads_share_the_workers() -> None:
    texts = [f"text {number}" for number in range(12)]
    with ThreadPoolExecutor(6) as executor:
        found = [draft.blocks[0].text for draft in executor.map(echo, texts)]
    assert found == texts
    assert len(worker_pool._idle) <= worker_pool.MAX_WORKERS


SCRIPT = """
from corpus.reading import load_text
print(load_text("# A title\\n\\nA sentence of the article.").article.title)
"""


@pytest.mark.parametrize("way", ["file", "command", "standard input"])
def test_a_script_without_a_main_guard_can_read_and_ends_cleanly(way: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    command = {"file": [str(script)], "command": ["-c", SCRIPT], "standard input": ["-"]}[way]
    done = subprocess.run(
        [sys.executable, "-W", "error", *command],
        input=SCRIPT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr, done.returncode) == ("A title\n", "", 0)
