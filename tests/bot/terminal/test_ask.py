import json
from pathlib import Path

import pytest

from tests.bot.terminal.conftest import Run


def test_a_new_library_answers_from_the_samples_and_says_so(sources_say: Run) -> None:
    result = sources_say("ask", "How many troops are in Kursk?")
    assert result.returncode == 0
    assert "at least 1,500 of them, are in the Kursk region" in result.stdout
    assert "Ruben Brekelmans" in result.stdout
    assert "sample articles were loaded" in result.stderr
    again = sources_say("ask", "How many troops are in Kursk?")
    assert again.stdout == result.stdout
    assert again.stderr == ""


def test_only_the_articles_named_are_searched_and_nothing_is_stored(
    sources_say: Run, story: Path, tmp_path: Path
) -> None:
    assert sources_say("ask", "How many boats waited?", "--article", story).returncode == 0
    assert sources_say("ask", "How many troops?", "--article", story).returncode == 1
    assert not (tmp_path / "data").exists()


def test_json_keeps_to_the_contract(sources_say: Run, story: Path) -> None:
    result = sources_say("ask", "What flew into the generator?", "--article", story, "--json")
    answer = json.loads(result.stdout)
    assert set(answer) == {"question", "answered", "nearest", "passages"}
    assert answer["question"] == "What flew into the generator?"
    assert answer["answered"] is True
    passage = answer["passages"][0]
    assert set(passage) == {"article", "paragraph", "text", "highlights", "score", "claims"}
    assert passage["article"] == {
        "title": "Lighthouse of Skarvik goes dark",
        "url": None,
        "author": None,
        "published": None,
    }
    assert passage["paragraph"] == 2
    start, end = passage["highlights"][0]
    assert passage["text"][start:end].startswith("“A gull flew into the generator,”")
    claim = passage["claims"][0]
    assert set(claim) == {
        *("content", "source", "role", "relays", "cue", "stance", "quoted", "spans")
    }
    assert claim["source"] == "Olga Brandt"
    assert claim["stance"] == "asserts"
    assert claim["quoted"] is True
    start, end = claim["spans"]["cue"][0]
    assert passage["text"][start:end] == claim["cue"] == "said"


def test_nothing_found_is_said_plainly_with_exit_code_1(sources_say: Run, story: Path) -> None:
    result = sources_say("ask", "What do penguins eat?", "--article", story)
    assert (result.returncode, result.stdout.strip()) == (
        1,
        "Nothing in the articles answers that.",
    )
    as_json = sources_say("ask", "What do penguins eat?", "--article", story, "--json")
    assert as_json.returncode == 1
    assert json.loads(as_json.stdout) == {
        "question": "What do penguins eat?",
        "answered": False,
        "nearest": None,
        "passages": [],
    }


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["ask"], "Missing argument"),
        (["ask", "  "], "The question is empty"),
        (["ask", "What?", "--article", "missing.txt"], "There is no file"),
        (["ask", "What?", "--article", "ftp://host/file"], "http"),
        (["ask", "What?", "--article", "http://127.0.0.1/x"], "private network"),
        (["ask", "What?", "--limit", "0"], "--limit"),
        (["ask", "What?", "--server", "-3"], "--server"),
        (["claims", "missing.txt"], "missing.txt"),
        (["nonsense"], "No such command"),
    ],
)
def test_wrong_use_is_explained_in_a_sentence_with_exit_code_2(
    sources_say: Run, arguments: list[str], sentence: str
) -> None:
    result = sources_say(*arguments)
    assert result.returncode == 2
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_a_setting_that_cannot_be_used_is_explained(sources_say: Run) -> None:
    result = sources_say("ask", "What?", LOG_LEVEL="loud")
    assert result.returncode == 2
    assert "LOG_LEVEL is 'loud'" in result.stderr


def test_pipes_get_no_colour_and_no_broken_lines(sources_say: Run, story: Path) -> None:
    plain = sources_say("ask", "How many boats waited?", "--article", story)
    assert "\x1b" not in plain.stdout
    assert (
        "“The coast guard told the Skarvik Post that 14 boats had waited outside the harbor.”"
        in plain.stdout
    )


def test_what_is_near_and_does_not_answer_is_plainly_marked(sources_say: Run) -> None:
    question = "What is the name of the mayor's cat?"
    result = sources_say("ask", question)
    assert result.returncode == 1
    answer = json.loads(sources_say("ask", question, "--json").stdout)
    assert (answer["answered"], answer["passages"]) == (False, [])
    expected = "Not answered in these articles. Nearest:" if answer["nearest"] else "Nothing in the"
    assert result.stdout.startswith(expected)


def test_what_else_is_known_stands_beside_nothing(sources_say: Run, story: Path) -> None:
    asked = sources_say("ask", "Wer hat das Rathaus angezündet?", "--article", story)
    assert "The articles are in English: a question in their language finds more." in asked.stdout
    asked = sources_say("ask", "What did the Skarvik Post say?", "--article", story)
    assert "The Skarvik Post is mentioned here, but not quoted." in asked.stdout
