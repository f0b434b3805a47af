"""Draw the README's picture of an answer in the terminal: `python -m tests.pictures.terminal_card`.

The answer is the real one, from the samples, so the picture shows what people will see.
"""

from __future__ import annotations

import io
import re
from importlib.resources import files
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from bot.terminal.card import answer_card
from corpus import Corpus, read

QUESTION = "How many troops are in Kursk?"
PICTURE = Path(__file__).with_name("terminal-card.svg")
COLUMNS = 96

FONT_FACES = re.compile(r"@font-face \{\{.*?\n    \}\}\n", re.DOTALL)
"""Rich's template fetches fonts from the web; the reader's own monospaced font will do."""


def draw() -> str:
    """Return the picture as SVG."""
    samples = (read(str(path)) for path in files("corpus").joinpath("samples").iterdir())
    answer = Corpus(samples).ask(QUESTION, limit=2)
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.assemble(("› ", "dim"), (QUESTION, "bold")), highlight=False)
    console.print()
    console.print(answer_card(answer), highlight=False)
    return console.export_svg(
        title="sources-say",
        code_format=FONT_FACES.sub("", CONSOLE_SVG_FORMAT),
        unique_id="terminal-card",
    )


if __name__ == "__main__":
    PICTURE.write_text(draw(), encoding="utf-8")
