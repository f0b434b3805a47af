import json
from pathlib import Path

from tests.bot.terminal.conftest import Run


def only_article(sources_say: Run) -> dict[str, object]:
    """Give the entry of the article that is no sample: the newest."""
    entries: list[dict[str, object]] = json.loads(sources_say("article", "list", "--json").stdout)
    return entries[0]


def test_an_article_is_added_listed_shown_asked_and_removed(sources_say: Run, story: Path) -> None:
    added = sources_say("article", "add", story)
    assert added.returncode == 0
    assert added.stdout.startswith("Loaded Lighthouse of Skarvik goes dark · 3 paragraphs · ")
    entry = only_article(sources_say)
    assert (entry["title"], entry["paragraphs"]) == ("Lighthouse of Skarvik goes dark", 3)
    key = str(entry["id"])
    shown = sources_say("article", "show", key[:6])
    assert "¶ 2  “A gull flew into the generator,”" in shown.stdout
    as_json = json.loads(sources_say("article", "show", key, "--json").stdout)
    assert [paragraph["number"] for paragraph in as_json["paragraphs"]] == [1, 2, 3]
    assert "14 boats" in sources_say("ask", "How many boats waited?").stdout
    assert sources_say("article", "remove", key).returncode == 0
    assert sources_say("ask", "How many boats waited outside the harbor?").returncode == 1


def test_loading_again_is_an_update_that_shows_what_changed(sources_say: Run, story: Path) -> None:
    sources_say("article", "add", story)
    assert sources_say("article", "add", story).stdout.startswith("Unchanged ")
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("14 boats", "15 boats"), encoding="utf-8")
    key = str(only_article(sources_say)["id"])
    updated = sources_say("article", "update", key, story)
    assert updated.returncode == 0
    assert "1 paragraph reworded" in updated.stdout
    assert "+ ¶ 3" in updated.stdout
    assert "15 boats" in sources_say("ask", "How many boats waited?").stdout


def test_an_article_without_an_address_needs_a_source_to_update(
    sources_say: Run, story: Path
) -> None:
    sources_say("article", "add", story)
    key = str(only_article(sources_say)["id"])
    result = sources_say("article", "update", key)
    assert result.returncode == 2
    assert "say where its new text is" in result.stderr


def test_a_text_from_the_input_keeps_its_title_and_address(sources_say: Run) -> None:
    text = "The ferry to Holm sank at its berth on Friday.\n\n“No one was aboard,” police said.\n"
    result = sources_say(
        *("article", "add", "-", "--title", "Ferry sinks", "--url", "https://news.example/ferry"),
        given=text,
    )
    assert result.returncode == 0
    entry = only_article(sources_say)
    assert (entry["title"], entry["url"]) == ("Ferry sinks", "https://news.example/ferry")


def test_one_bad_source_does_not_stop_the_others(sources_say: Run, story: Path) -> None:
    result = sources_say("article", "add", "missing.pdf", story)
    assert result.returncode == 1
    assert "missing.pdf: There is no file" in result.stderr
    assert result.stdout.startswith("Loaded Lighthouse")


def test_an_id_that_fits_none_or_several_articles_is_refused(sources_say: Run) -> None:
    none = sources_say("article", "show", "nothing")
    assert none.returncode == 2
    assert "There is no article 'nothing'" in none.stderr
    several = sources_say("article", "remove", "")
    assert several.returncode == 2
    assert "Several articles" in several.stderr


def test_libraries_of_two_servers_are_apart(sources_say: Run, story: Path) -> None:
    sources_say("article", "add", story, "--server", "7")
    assert sources_say("ask", "How many boats waited?", "--server", "7").returncode == 0
    assert sources_say("ask", "How many boats waited?", "--server", "8").returncode == 1
