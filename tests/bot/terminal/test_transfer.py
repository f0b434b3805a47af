import json
from pathlib import Path

from tests.bot.terminal.conftest import Run


def make_folder(folder: Path) -> None:
    for number in range(12):
        (folder / "deep").mkdir(parents=True, exist_ok=True)
        (folder / "deep" / f"{number:02}.txt").write_text(
            f"Report {number} from the weather station\n\n"
            f"Station {number} measured {number * 7 + 3} millimeters of rain on day {number}.\n\n"
            f"“It poured here at post {number},” said Keeper{number} Holm, who runs it.\n"
        )


def test_a_folder_is_imported_once_however_often_it_is_run(
    sources_say: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    make_folder(folder)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 but no more")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    result = sources_say("import", folder)
    assert result.returncode == 1
    assert result.stdout.strip() == "12 loaded, 1 unreadable"
    assert "broken.pdf: " in result.stderr
    assert "1 other files were passed over" in result.stderr
    assert sources_say("import", folder).stdout.strip() == "12 unchanged, 1 unreadable"
    assert "66 millimeters" in sources_say("ask", "How much rain did station 9 measure?").stdout


def test_a_library_goes_to_another_server_as_one_file(
    sources_say: Run, story: Path, tmp_path: Path
) -> None:
    sources_say("article", "add", story, "--server", "7")
    archive = tmp_path / "library.jsonl.gz"
    assert "1 articles written" in sources_say("export", archive, "--server", "7").stdout
    assert sources_say("export", archive, "--server", "7").returncode == 2
    imported = sources_say("import", archive, "--server", "8")
    assert imported.stdout.strip() == "1 loaded"
    entries = json.loads(sources_say("article", "list", "--json", "--server", "8").stdout)
    assert [entry["title"] for entry in entries] == ["Lighthouse of Skarvik goes dark"]


def test_what_is_no_library_is_refused_in_a_sentence(sources_say: Run, story: Path) -> None:
    for path in (story, story.parent / "missing.jsonl.gz"):
        result = sources_say("import", path)
        assert result.returncode == 2
        assert result.stderr.strip().endswith((".", ":"))
        assert "Traceback" not in result.stderr
