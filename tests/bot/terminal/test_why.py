import io
import json
import re
from pathlib import Path

import pytest
from rich.console import Console

from bot.explaining import KINDS, MEASURES, RESOLUTIONS
from bot.terminal.why import account
from corpus import Article, Corpus
from corpus.answering.evidence import EVIDENCE
from corpus.answering.explanation import START
from corpus.answering.features import FEATURES
from corpus.answering.kinds import Kind
from corpus.claims.resolution import Resolution
from tests.bot.terminal.conftest import Run

KEEPER = "What flew into the generator?"


def test_an_account_tells_every_number_and_rule(sources_say: Run, story: Path) -> None:
    result = sources_say("why", "How many boats waited?", "--article", story)
    assert result.returncode == 0
    told = " ".join(result.stdout.split())
    assert "boats" in told
    assert "asks for a number of “boats”" in told
    assert "shown from a confidence of 0.17, 3 passages at most" in told
    assert "Lighthouse of Skarvik goes dark · ¶ 3" in told
    assert "the reader: does it answer?" in told
    assert "where all confidence starts 1.00" in told
    assert "answer marked · “14” · chance" in told
    assert "owner fits one organisation" in told or "owner as the article words it" in told
    assert "through Skarvik Post" in told
    assert "\x1b" not in result.stdout


def test_a_misspelt_word_and_one_that_nothing_holds_are_named(
    sources_say: Run, story: Path
) -> None:
    told = sources_say("why", "Which gull flew into the genrator of Oslo?", "--article", story)
    assert "genrator (read as “generat”)" in told.stdout
    assert re.search(r"oslo \d\.\d \(in no paragraph\)", told.stdout)


def test_what_was_kept_back_has_its_rule_and_the_exit_code_is_that_of_ask(
    sources_say: Run, story: Path
) -> None:
    question = "Which Skarvik bakery sells rye bread for breakfast?"
    asked = sources_say("ask", question, "--article", story)
    explained = sources_say("why", question, "--article", story)
    assert explained.returncode == asked.returncode == 1
    assert "not shown: below the bar" in explained.stdout
    nothing = sources_say("why", "Do penguins eat?", "--article", story)
    assert nothing.returncode == 1
    assert "penguins 1.4 (in no paragraph)" in nothing.stdout


def test_only_as_many_are_shown_as_the_limit_says_and_as_many_explained_as_asked(
    sources_say: Run, story: Path
) -> None:
    asked = ("why", "Which lighthouse of Skarvik went dark?", "--article", story, "--limit", "1")
    whole = sources_say(*asked).stdout
    assert "1 passage at most" in whole
    assert whole.count(" · ¶ ") > 1
    assert sources_say(*asked, "--paragraphs", "1").stdout.count(" · ¶ ") == 1


def test_json_has_the_numbers_and_where_they_come_from(sources_say: Run, story: Path) -> None:
    result = sources_say("why", KEEPER, "--article", story, "--json")
    told = json.loads(result.stdout)
    assert set(told) == {"question", "answered", "asked", "bar", "passages", "paragraphs"}
    first = told["paragraphs"][0]
    assert first["shown"] is True
    assert sum(each["to_score"] for each in first["measures"]) == pytest.approx(first["score"])
    assert first["claims"][0]["resolution"] == "full name"


def test_the_library_is_explained_like_it_is_asked(sources_say: Run) -> None:
    result = sources_say("why", "How many troops are in Kursk?")
    assert result.returncode == 0
    assert "Ruben Brekelmans" in result.stdout


def test_an_empty_question_is_refused(sources_say: Run) -> None:
    result = sources_say("why", "  ")
    assert (result.returncode, result.stdout) == (2, "")
    assert "The question is empty" in result.stderr


def test_every_measure_kind_and_way_to_an_owner_has_words() -> None:
    assert set(MEASURES) == {*FEATURES, *EVIDENCE, START}
    assert set(KINDS) == set(Kind)
    assert set(RESOLUTIONS) == set(Resolution)


def test_an_account_fits_80_columns_and_colours_what_helps_and_what_harms() -> None:
    article = Article.from_paragraphs(
        "A title that is much longer than any that a newspaper would set above its articles " * 2,
        ["In the harbor 14 boats waited for the pilot, Mayor Ana Ruiz told Radio Coast. " * 4],
    )
    shown = io.StringIO()
    terminal = Console(file=shown, force_terminal=True, color_system="standard", width=80)
    terminal.print(account(Corpus([article]).explain("How many boats waited in the harbor?")))
    plain = io.StringIO()
    Console(file=plain, width=80).print(
        account(Corpus([article]).explain("How many boats waited in the harbor?"))
    )
    assert all(len(line) <= 80 for line in plain.getvalue().splitlines())
    assert "…" not in plain.getvalue().split("measure")[1].split("sum")[0]
    assert re.search(r"\x1b\[32m *\+\d", shown.getvalue())
    assert re.search(r"\x1b\[31m *-\d", shown.getvalue())
