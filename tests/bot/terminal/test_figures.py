"""`sources-say figures` and `/figures` in the chat: a table, and bars of the same thing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.figures import NO_FIGURES
from tests.bot.terminal.conftest import Run


@pytest.fixture
def flood(tmp_path: Path, sources_say: Run) -> Run:
    """Load an article in which four figures of two things stand."""
    path = tmp_path / "flood.md"
    path.write_text(
        "# Flood in Lower Aalby\n\nPublished 2 May 2024\n\n"
        "At least 40 homes were flooded in Lower Aalby, fire chief Tove Lind said.\n\n"
        "Mayor Jon Berg said 120 homes were flooded in Lower Aalby.\n\n"
        "Insurer Havn Mutual said that 80 to 160 homes were flooded in Lower Aalby.\n\n"
        "Some 700 homes lost power in Lower Aalby, Northgrid said.\n",
        encoding="utf-8",
    )
    assert sources_say("article", "add", path).returncode == 0
    return sources_say


def test_people_get_a_table_with_bars(flood: Run) -> None:
    shown = flood("figures", "homes Aalby").stdout
    same, _, others = shown.partition("Figures of different things")
    bars = [line.strip() for line in same.splitlines() if line.strip()[:1] in {"█", "░"}]
    assert bars == ["█" * 8 + "→", "█" * 22, "█" * 15 + "░" * 15]
    assert "At least 40 homes  Tove Lind · asserts · 2 May 2024" in same
    assert "Flood in Lower Aalby · ¶ 1" in same
    assert "Some 700" not in same
    assert "Some 700" in others
    assert "█" not in others


def test_programs_get_groups(flood: Run) -> None:
    same, alone = json.loads(flood("figures", "homes Aalby", "--json").stdout)
    assert [figure["figure"] for figure in same] == ["At least 40", "120", "80 to 160"]
    assert [figure["numbers"] for figure in same] == [[40.0], [120.0], [80.0, 160.0]]
    assert same[1]["source"] == "Jon Berg"
    assert same[1]["sentence"] == "Mayor Jon Berg said 120 homes were flooded in Lower Aalby."
    assert [figure["thing"] for figure in alone] == ["homes"]


def test_where_nobody_gives_one_it_says_so(flood: Run) -> None:
    result = flood("figures", "penguins")
    assert (result.returncode, result.stdout.strip()) == (1, NO_FIGURES)
    assert flood("figures", " ").returncode == 2


def test_the_chat_tells_of_the_table_and_shows_it(flood: Run) -> None:
    said = flood("chat", given="How many homes were flooded in Lower Aalby?\n/figures\n")
    assert "Several sources give a figure: /figures shows them all." in said.stderr
    assert "80 to 160" in said.stdout
    assert "Some 700" in flood("chat", given="/figures homes Aalby\n").stdout
    assert "Say what is counted" in flood("chat", given="/figures\n").stderr
