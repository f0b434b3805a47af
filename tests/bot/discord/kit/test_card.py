"""Commands that our own words name can be clicked; those that others name cannot."""

from __future__ import annotations

import pytest

from bot.discord.kit.card import Card, Notice, header, make_commands_clickable, text_part
from bot.discord.kit.quoting import harmless
from tests.bot.discord.discord_markdown import read, with_plain_commands

IDS = {"ask": 123, "library": 456}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Use `/ask` there.", "Use </ask:123> there."),
        ("`/library add` or `/ask`", "</library add:456> or </ask:123>"),
        ("-# All: `/articles`", "-# All: `/articles`"),  # its id is not known
        ("`sources-say export FILE`", "`sources-say export FILE`"),
        ("https://news.example/ask `/Ask` `/ask me twice or`", None),
        (harmless("`/ask` and </ask:1> and \\`/ask\\`"), None),
    ],
)
def test_our_own_words_are_made_clickable(text: str, shown: str | None) -> None:
    card = Card(header(text), text_part(text))
    make_commands_clickable(card, IDS)
    expected = text if shown is None else shown
    assert [part["content"] for part in card.payload[0]["components"]] == [
        f"### {expected}",
        expected,
    ]


def test_what_others_write_is_never_a_command() -> None:
    nasty = "`/ask` </ask:1> `` `/ask` `` \\`/library add\\`"
    notice = Notice(harmless(nasty))
    make_commands_clickable(notice, IDS)
    assert read(notice.payload[0]["content"]) == (nasty, [], [])


def test_it_may_be_done_twice_and_undone() -> None:
    notice = Notice("Use `/ask`.")
    make_commands_clickable(notice, IDS)
    make_commands_clickable(notice, IDS)
    assert with_plain_commands(notice.payload[0]["content"]) == "Use `/ask`."
