import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.bot.terminal.conftest import Run


def only_article(sources_say: Run) -> dict[str, object]:
    """Return the entry of the article that is no sample: the newest."""
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


def test_a_removed_article_is_brought_back_as_it_was(sources_say: Run, story: Path) -> None:
    sources_say("article", "add", story)
    before = sources_say("article", "list", "--json").stdout
    key = str(only_article(sources_say)["id"])
    removed = sources_say("article", "remove", key)
    assert f"`sources-say article restore {key}` brings it back" in removed.stderr
    restored = sources_say("article", "restore", key[:6])
    assert (restored.returncode, restored.stdout) == (
        0,
        f"Brought back Lighthouse of Skarvik goes dark · {key}\n",
    )
    assert sources_say("article", "list", "--json").stdout == before
    again = sources_say("article", "restore", key)
    assert again.returncode == 2
    assert f"There is no removed article {key}" in again.stderr


@pytest.mark.parametrize(
    ("characters", "said"),
    [
        (10, "The article’s first paragraph is so long that who says what was not looked for."),
        (100, "The article is very long: who says what was looked for up to ¶ 1 only."),
    ],
)
def test_it_is_said_how_far_claims_were_looked_for(
    sources_say: Run, story: Path, monkeypatch: pytest.MonkeyPatch, characters: int, said: str
) -> None:
    monkeypatch.setattr("corpus.claims.reach.MOST_CHARACTERS", characters)
    assert said in sources_say("article", "add", story).stderr


def test_claims_of_an_older_version_are_found_anew_when_asked_to(
    sources_say: Run, story: Path, tmp_path: Path
) -> None:
    sources_say("article", "add", story)
    sources_say("article", "add", story, "--server", "7")
    assert "refresh-claims" not in sources_say("article", "list").stderr
    with closing(sqlite3.connect(tmp_path / "data" / "library.sqlite")) as database:
        database.execute("UPDATE claims SET packed = '[]', finder = NULL")
        database.commit()
    assert "claims in 1 article:" in sources_say("article", "list").stderr
    assert sources_say("article", "refresh-claims").stdout == "Found claims anew in 1 article.\n"
    assert "Olga Brandt" in sources_say("ask", "Who flew into the generator?").stdout
    assert "refresh-claims" not in sources_say("article", "list").stderr
    assert "refresh-claims" in sources_say("article", "list", "--server", "7").stderr
    assert sources_say("article", "refresh-claims").stdout == "Found claims anew in 0 articles.\n"


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


def test_an_update_changes_the_article_named_whatever_else_is_like_its_new_text(
    sources_say: Run, story: Path
) -> None:
    sources_say("article", "add", story)
    lighthouse = str(only_article(sources_say)["id"])
    text = "The ferry to Holm sank at its berth on Friday.\n\n“No one was aboard,” police said.\n"
    sources_say("article", "add", "-", "--title", "Ferry sinks", given=text)
    (story.parent / "ferry.txt").write_text(f"Ferry sinks\n\n{text}", encoding="utf-8")
    updated = sources_say("article", "update", lighthouse, story.parent / "ferry.txt")
    assert updated.stdout.startswith("Updated Ferry sinks")
    shown = sources_say("article", "show", lighthouse)
    assert shown.stdout.startswith("Ferry sinks")


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
    sources_say("article", "list")  # loads the samples
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


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("ftp://news.example/story", "http"),
        ("file:///etc/hosts", "http"),
        ("www.news.example/story", "Put https:// before"),
        ("", "There is no file ''"),
        ("no such story", "There is no file 'no such story'"),
        (".", "is a folder"),
    ],
)
def test_what_cannot_be_an_article_is_named_for_what_it_is(
    sources_say: Run, source: str, said: str
) -> None:
    added = sources_say("article", "add", source)
    assert (added.returncode, added.stdout) == (1, "")
    assert said in added.stderr
    asked = sources_say("ask", "Who said so?", "--article", source)
    assert (asked.returncode, asked.stdout) == (2, "")
    assert said in asked.stderr


def test_a_file_may_be_named_from_the_users_own_folder(sources_say: Run, story: Path) -> None:
    assert sources_say("article", "add", "~/story.txt", HOME=str(story.parent)).returncode == 0


def test_an_article_whose_file_name_is_no_text_is_loaded(sources_say: Run, story: Path) -> None:
    named = story.with_name(os.fsdecode(b"caf\xe9.txt"))
    try:
        story.rename(named)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert sources_say("article", "add", named).returncode == 0


def test_every_fact_that_changed_has_its_line(sources_say: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    body = "The lighthouse of Skarvik went dark on Sunday for the first time since 1911.\n"
    page.write_text(f"---\ntitle: Dark\ndate: 2025-01-02\n---\n\n{body}")
    sources_say("article", "add", page)
    page.write_text(f"---\ntitle: Dark\nauthor: Olga Brandt\ndate: 2025-01-03\n---\n\n{body}")
    key = str(only_article(sources_say)["id"])
    updated = sources_say("article", "update", key, page).stdout
    assert "author: none → Olga Brandt\n" in updated
    assert "date: 2025-01-02 → 2025-01-03\n" in updated


@pytest.mark.parametrize("server", ["-1", str(2**63), "mine"])
def test_a_server_that_no_id_names_is_wrong_use(sources_say: Run, server: str) -> None:
    result = sources_say("article", "list", "--server", server)
    assert (result.returncode, result.stdout) == (2, "")
    assert "--server" in result.stderr


def test_articles_are_listed_by_topic_and_day(sources_say: Run, story: Path) -> None:
    sources_say("article", "add", story)
    by_topic = sources_say("article", "list", "--about", "lighthouses", "--json")
    (entry,) = json.loads(by_topic.stdout)
    assert entry["title"] == "Lighthouse of Skarvik goes dark"
    page = story.with_name("dated.html")
    page.write_text(
        '<html><head><meta property="article:published_time" content="2024-05-09"></head><body>'
        "<article><h1>Quarry opens</h1><p>The quarry in the hills above the town opens again on "
        "Monday, an hour by bus from the station.</p></article></body></html>"
    )
    sources_say("article", "add", page)
    dated = sources_say("article", "list", "--since", "2024-05", "--until", "2024-05-09", "--json")
    assert [entry["title"] for entry in json.loads(dated.stdout)] == ["Quarry opens"]
    assert "1 article without a date left out" in dated.stderr
    none = sources_say("article", "list", "--about", "penguins")
    assert none.stdout == "No such articles: `sources-say article list` shows all.\n"
    wrong = sources_say("article", "list", "--since", "May")
    assert wrong.returncode == 2
    assert "“May” is no day: write 2024-05-03, or 2024-05 for a month" in wrong.stderr
