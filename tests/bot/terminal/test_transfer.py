import json
from pathlib import Path

import pytest

from corpus.reading import formats
from corpus.reading.format import Format
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
    (folder / ".cache").mkdir()
    (folder / ".cache" / "hidden.txt").write_text("A hidden title\n\nNobody means this file.\n")
    result = sources_say("import", folder)
    assert result.returncode == 1
    assert result.stdout.strip() == "12 loaded, 1 unreadable"
    assert "broken.pdf: " in result.stderr
    assert "Passed over 1 file of other kinds." in result.stderr
    assert sources_say("import", folder).stdout.strip() == "12 unchanged, 1 unreadable"
    assert "66 millimeters" in sources_say("ask", "How much rain did station 9 measure?").stdout


def test_an_import_looks_at_the_endings_of_every_format(
    sources_say: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_up = Format(label="fable", endings=(".fable",), media_types=("text/fable",), parser="")
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, made_up))
    folder = tmp_path / "empty files"
    folder.mkdir()
    endings = [ending for known in formats.FORMATS for ending in known.endings]
    for ending in [*endings, ".png"]:
        (folder / f"empty{ending}").touch()
    result = sources_say("import", folder)
    assert result.stdout.strip() == f"{len(endings)} unreadable"
    assert "Passed over 1 file of other kinds." in result.stderr


def test_a_library_goes_to_another_server_as_one_file(
    sources_say: Run, story: Path, tmp_path: Path
) -> None:
    sources_say("article", "add", story, "--server", "7")
    archive = tmp_path / "library.jsonl.gz"
    assert "1 article written" in sources_say("export", archive, "--server", "7").stdout
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


def test_a_single_article_is_no_library_and_is_told_apart(sources_say: Run, story: Path) -> None:
    result = sources_say("import", story)
    assert result.returncode == 2
    assert "load it with `sources-say article add`" in result.stderr


def test_what_people_load_first_is_not_mixed_with_the_samples(
    sources_say: Run, tmp_path: Path
) -> None:
    make_folder(tmp_path / "articles")
    sources_say("import", tmp_path / "articles")
    assert len(json.loads(sources_say("article", "list", "--json").stdout)) == 12
