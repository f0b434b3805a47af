import json
from pathlib import Path

import pytest

from tests.bot.terminal.conftest import Run


def test_one_json_line_a_file_with_offsets_into_the_file_as_it_is(
    sources_say: Run, tmp_path: Path
) -> None:
    text = "\ufeffTitle\r\n\r\n  “We won,” said Ana Ruiz, the captain.\r\n\r\nPost a Comment\r\n"
    (tmp_path / "one.txt").write_bytes(text.encode())
    (tmp_path / "two.story.txt").write_bytes(b"The bridge is closed.")
    result = sources_say("claims", tmp_path / "one.txt", tmp_path / "two.story.txt", "--json")
    assert result.returncode == 0
    first, second = map(json.loads, result.stdout.splitlines())
    assert first["article"] == "one"
    [claim] = first["claims"]
    assert set(claim) == {"source", "cue", "content", "who", "relays", "stance"}
    assert [text[start:end] for start, end in claim["source"]] == ["Ana Ruiz, the captain"]
    assert [text[start:end] for start, end in claim["cue"]] == ["said"]
    assert claim["who"] == "Ana Ruiz"
    assert claim["stance"] == "asserts"
    assert second == {"article": "two.story", "claims": []}


def test_people_get_a_line_for_each_claim(sources_say: Run, story: Path) -> None:
    result = sources_say("claims", story)
    assert result.returncode == 0
    assert (
        "— Olga Brandt, the keeper · asserts · “A gull flew into the generator,”" in result.stdout
    )
    assert "Olga Brandt" in result.stdout.partition("denies")[0]


def test_a_file_that_is_no_text_is_refused_with_advice(sources_say: Run, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\xff\xfe")
    result = sources_say("claims", tmp_path / "picture.txt", "--json")
    assert result.returncode == 2
    assert "is not plain text in UTF-8" in result.stderr


def test_no_text_can_give_the_terminal_orders(sources_say: Run, tmp_path: Path) -> None:
    text = "“The gull \x1b[2J\x9b31m\x07flew\u202e away,” said Ana Ruiz.\n"
    (tmp_path / "gull.txt").write_text(text, encoding="utf-8")
    shown = sources_say("claims", tmp_path / "gull.txt").stdout
    assert "“The gull [2J31mflew away,”" in shown
    assert not set("\x1b\x9b\x07\u202e") & set(shown)


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """An article in German, in which English words of saying stand."""
    path = tmp_path / "werft.txt"
    path.write_text(
        "Werft in Norhaven baut zwölf Fähren\n\n"
        "Die Werft in Norhaven baut ab Mai zwölf Fähren für die Inseln, teilte Marta Lind mit.\n\n"
        "„Das ist ein Märchen“, said Jonas Berg, ein Sprecher der Gewerkschaft.\n",
        encoding="utf-8",
    )
    return path


def test_an_article_in_another_language_says_what_works_in_it(
    sources_say: Run, foreign: Path
) -> None:
    sentence = "The article is in German: it can be searched and quoted, but who says what is"
    assert sentence in sources_say("article", "add", foreign).stderr
    for question in ("Wie viele Fähren baut die Werft?", "Wer nennt es ein Märchen?"):
        asked = sources_say("ask", question)
        assert "— who says it was not looked for: the article is in German" in asked.stdout
        assert "own voice" not in asked.stdout
        assert "Berg ·" not in asked.stdout


def test_an_article_in_another_language_has_no_claims_for_programs(
    sources_say: Run, foreign: Path
) -> None:
    asked = sources_say("ask", "Wer nennt es ein Märchen?", "--article", foreign, "--json")
    passages = json.loads(asked.stdout)["passages"]
    assert passages
    for passage in passages:
        assert passage["claims"] == []
        assert set(passage) == {"article", "paragraph", "text", "highlights", "score", "claims"}
    found = sources_say("claims", foreign, "--json")
    assert json.loads(found.stdout) == {"article": "werft", "claims": []}
    assert "werft.txt is in German" in found.stderr


def test_the_chat_says_in_which_languages_no_claims_are_looked_for(
    sources_say: Run, foreign: Path
) -> None:
    sources_say("article", "add", foreign)
    said = sources_say("chat", given="/claims\n").stdout
    assert "No claims found. Who says what is found in English only" in said
    assert "German" in said


QUARRY = {
    "2024-05-03": "Mayor Edda Falk said the council has no plans to reopen the quarry.",
    "2024-05-09": "Mayor Edda Falk confirmed that the council will reopen the quarry.",
}


@pytest.fixture
def quarry(sources_say: Run, tmp_path: Path, story: Path) -> None:
    """Two articles in the library about a quarry, and one about a lighthouse."""
    sources_say("article", "add", story)
    for day, sentence in QUARRY.items():
        path = tmp_path / f"{day}.html"
        path.write_text(
            f'<html><head><title>Quarry on {day}</title><meta property="article:published_time" '
            f'content="{day}"></head><body><article><h1>Quarry on {day}</h1><p>{sentence}</p>'
            "<p>The quarry lies in the hills above the town, an hour by bus from the station.</p>"
            "</article></body></html>"
        )
        sources_say("article", "add", path)


def test_claims_of_the_library_about_some_words(sources_say: Run, quarry: None) -> None:
    assert quarry is None
    listed = sources_say("claims", "--about", "quarries")
    assert listed.returncode == 0
    newest, before, rest = listed.stdout.partition("↔ before, on 3 May 2024")
    assert before
    assert "the council will reopen the quarry" in newest
    assert "the council has no plans to reopen the quarry" in rest
    assert "Quarry on 2024-05-03" in rest
    assert "gull" not in listed.stdout
    of_one = sources_say("claims", "--source", "brandt", "--json")
    rows = [json.loads(line) for line in of_one.stdout.splitlines()]
    assert {row["source"] for row in rows} == {"Olga Brandt"}
    assert {row["article"]["title"] for row in rows} == {"Lighthouse of Skarvik goes dark"}
    nothing = sources_say("claims", "--about", "penguins")
    assert (nothing.returncode, nothing.stdout) == (1, "No claims found.\n")


def test_what_changed_is_there_for_programs(sources_say: Run, quarry: None) -> None:
    assert quarry is None
    shown = sources_say("claims", "--about", "quarry", "--json").stdout.splitlines()
    newer, older = map(json.loads, shown)
    assert newer["before"] == older
    assert newer["article"]["published"] == "2024-05-09"
    assert older["before"] is None


def test_files_or_the_library_but_not_both_and_not_neither(sources_say: Run, story: Path) -> None:
    for wrong in (("claims",), ("claims", story, "--about", "gull")):
        refused = sources_say(*wrong)
        assert refused.returncode == 2
        assert "--about" in refused.stderr


def test_the_chat_lists_what_people_say(sources_say: Run, quarry: None) -> None:
    assert quarry is None
    asked = "What do people say about the quarry?\nWhat do people say about penguins?\n"
    said = sources_say("chat", given=asked).stdout
    listed, _, rest = said.rpartition("↔ before, on 3 May 2024")
    assert "will reopen the quarry" in listed
    assert "Nothing in the articles answers that." in rest
