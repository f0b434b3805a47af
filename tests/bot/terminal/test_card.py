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


def test_who_contradicts_the_answer_stands_below_it() -> None:
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
    first, _, _, headline, other, *_ = map(str.strip, shown.getvalue().splitlines())
    assert first == "30 — The union · asserts"
    assert headline == "Sources differ"
    assert other.startswith("— Ana Ruiz, Mayor · asserts · “12 workers")
