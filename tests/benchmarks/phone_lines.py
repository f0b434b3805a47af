"""Count how many lines an answer's card has on a phone, over the questions with golden answers.

    python -m tests.benchmarks.phone_lines --questions 50 [--worst 5]

The widths are those of Discord's app on a phone 390 pixels wide, in characters of ordinary words.
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterable, Iterator
from statistics import mean, median
from typing import NamedTuple

from bot.discord.asking.searching import passages_to_find
from bot.discord.service.server_settings import ServerSettings
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.made import card_of
from tests.discord_server.payload import Json
from tests.golden.answering import corpus_of
from tests.golden.recorded import all_files

TEXT, QUOTED, HEADING, SMALL = 38, 35, 33, 46
"""Characters in a line of each kind of text."""

BUTTONS_IN_ROW = 3
"""Buttons that stand beside each other on a phone; further ones go below."""

LINES_OF_BUTTONS = 2
"""A row of buttons is about as high as two lines of text."""


def main() -> None:
    """Print the middle, the mean and the longest, and how many cards have ten lines at most."""
    parser = argparse.ArgumentParser(description="Count a card's lines on a phone.")
    parser.add_argument("--questions", type=int, default=50)
    parser.add_argument("--worst", type=int, default=0, help="print the longest cards")
    asked = parser.parse_args()
    counted = sorted(_cards(asked.questions), key=lambda card: card.text)
    for what, lines in (
        ("text", [card.text for card in counted]),
        ("with buttons", [card.all for card in counted]),
    ):
        short = sum(count <= 10 for count in lines)
        print(
            f"{what}: median {median(lines):.0f}, mean {mean(lines):.1f}, most {max(lines)}; "
            f"{short} of {len(lines)} have 10 lines at most"
        )
    for card in counted[len(counted) - asked.worst :]:
        print(f"\n== {card.text} lines\n{card.shown}")


class Height(NamedTuple):
    """How many lines a card has: those of text, all of them; and the text as it is shown."""

    text: int
    all: int
    shown: str


def _cards(most: int) -> Iterator[Height]:
    """Lay out the cards of the first answered questions."""
    shown = ServerSettings().passages
    for case in (case for file in all_files() for case in file.cases):
        kind, _, question = case.asked.partition(" ")
        if kind != "?" or not most:
            continue
        answer = corpus_of(case.articles).ask(
            question, passages_to_find(shown), within=case.only or None
        )
        if not answer.answered:
            continue
        payload = card_of(question, answer.passages, shown=shown).payload
        lines = list(_lines(payload))
        buttons = sum(map(_lines_of_buttons, payload))
        yield Height(len(lines), len(lines) + buttons, "\n".join(lines))
        most -= 1


def _lines(components: Iterable[Json]) -> Iterator[str]:
    """Break the text of components into lines as a phone does."""
    for component in components:
        if component["type"] == TEXT_DISPLAY:
            for line in component["content"].split("\n"):
                yield from _broken(line)
        yield from _lines(component.get("components", ()))


def _broken(line: str) -> list[str]:
    widths = {"### ": HEADING, "-# ": SMALL, "> ": QUOTED}
    width = next((widths[mark] for mark in widths if line.startswith(mark)), TEXT)
    words = read(line).words.replace("\u00a0", "_")  # textwrap breaks lines at such a space
    return textwrap.wrap(words, width) or [""]


def _lines_of_buttons(component: Json) -> int:
    inside = component.get("components", ())
    if component["type"] == ACTION_ROW:
        return LINES_OF_BUTTONS * -(-len(inside) // BUTTONS_IN_ROW)
    own = 1 if component["type"] == SECTION else 0
    return own + sum(map(_lines_of_buttons, inside))


TEXT_DISPLAY, ACTION_ROW, SECTION = 10, 1, 9
"""Kinds of components (https://discord.com/developers/docs/components/reference)."""


if __name__ == "__main__":
    main()
