"""How a card looks where there is colour."""

import io

from rich.console import Console

from bot.terminal.card import answer_card
from corpus import Article, Corpus


def test_the_words_that_answer_are_underlined_and_those_asked_for_are_bold() -> None:
    boats = Article.from_paragraphs("Boats", ["In the harbor 14 boats waited for the pilot."])
    shown = io.StringIO()
    terminal = Console(file=shown, force_terminal=True, color_system="standard", width=100)
    terminal.print(answer_card(Corpus([boats]).ask("How many boats waited in the harbor?")))
    assert "\x1b[1;4m14\x1b[0m" in shown.getvalue()
    assert "\x1b[1mwaited\x1b[0m" in shown.getvalue()


def test_sources_that_contradict_one_another_are_set_above_the_passages() -> None:
    fire = Article.from_paragraphs(
        "Fire",
        [
            "Mayor Ana Ruiz said 12 workers died in the fire at the mill.",
            "The union said 30 workers died in the fire at the mill.",
        ],
    )
    shown = io.StringIO()
    plain = Console(file=shown, width=100)
    plain.print(answer_card(Corpus([fire]).ask("How many workers died in the fire?")))
    first, one, other, *_ = shown.getvalue().splitlines()
    assert first.strip() == "Sources differ"
    assert "Ana Ruiz" in one + other
    assert "union" in (one + other).lower()
