"""Figures by source in the terminal: a table, and bars where several are of the same thing."""

from __future__ import annotations

import json
from math import inf
from typing import Any

from rich.console import Group as Together
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from bot.figures import (
    BY_SOURCE,
    IN_THE_BEST,
    NO_FIGURES,
    OF_OTHERS,
    OF_THE_SAME,
    Page,
    extent_of,
    largest,
    pages_of,
    sentence_around,
    stance_of,
    via,
    when_said,
    who_gives,
)
from bot.settings import Settings
from bot.terminal.console import show
from bot.terminal.library import open_library
from bot.wording import LONGEST_DATED_TITLE, date_shown, shortened
from corpus.figures import Figure, Found

COLUMNS_OF_BAR = 30
FULL, PERHAPS, OPEN, DENIED = "█", "░", "→", "▒"
WIDEST_FIGURE = 24
"""Columns for a figure and what it counts."""


async def show_figures(server_id: int, about: str, *, as_json: bool) -> bool:
    """Print the figures about some words, and tell whether there are any."""
    async with open_library(Settings.load()) as library:
        found = await library.figures(server_id, about)
    groups = found.groups
    if as_json:
        print(json.dumps([[_as_json(f) for f in group] for group in groups], ensure_ascii=False))  # noqa: T201 - for programs
    else:
        show(figures_shown(found))
    return bool(groups)


def figures_shown(found: Found) -> RenderableType:
    """Lay out figures: those of the same thing together, with bars, and then the others."""
    if not found.groups:
        return Text(NO_FIGURES, style="yellow")
    pages = pages_of(found.groups)
    parts = [part for page in pages for part in (_heading(page), _table(page))]
    below = [Text(f"{BY_SOURCE} {IN_THE_BEST}.", style="dim")] if found.may_be_more else []
    return Together(*parts, *below)


def _heading(page: Page) -> Text:
    return Text(f"{OF_THE_SAME if page.is_group else OF_OTHERS}\n", style="bold")


def _table(page: Page) -> Table:
    """Lay out a row for each figure: what it is, and beside it who gives it, when and where."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(max_width=WIDEST_FIGURE, overflow="fold")
    table.add_column(overflow="fold")
    longest = largest(page.figures)
    for figure in page.figures:
        bar = [_bar(figure, longest)] if page.has_bars else []
        beside = [_who(figure), *bar, _sentence(figure), _where(figure), Text()]
        table.add_row(_what(figure), Text("\n").join(beside))
    return table


def _what(figure: Figure) -> Text:
    return Text.assemble((figure.written, "bold"), f" {figure.thing_written}".rstrip())


def _who(figure: Figure) -> Text:
    """Write who gives a figure, through whom, how firmly and when."""
    parts = [
        Text(who_gives(figure), style="bold cyan"),
        Text(via(figure), style="cyan"),
        Text(stance_of(figure), style="magenta"),
        Text(when_said(figure)),
        Text(date_shown(figure.article) or ""),
    ]
    return Text(" · ").join(part for part in parts if part)


def _sentence(figure: Figure) -> Text:
    return Text(sentence_around(figure), style="italic")


def _where(figure: Figure) -> Text:
    title = shortened(figure.article.title, LONGEST_DATED_TITLE)
    return Text(f"{title} · ¶ {figure.paragraph}", style="dim")


def _bar(figure: Figure, longest: float) -> Text:
    """Draw how far a figure reaches: surely, perhaps, and whether there is no end."""
    reach = extent_of(figure)
    most = reach.sure if reach.most == inf else reach.most
    columns = [round(COLUMNS_OF_BAR * number / (longest or 1)) for number in (reach.sure, most)]
    if figure.is_denied:
        return Text(DENIED * max(columns[1], 1), style="red")
    sure = FULL * columns[0] + PERHAPS * (columns[1] - columns[0])
    return Text((sure or FULL) + (OPEN if reach.most == inf else ""), style="blue")


def _as_json(figure: Figure) -> dict[str, Any]:
    published = figure.article.published
    return {
        "figure": figure.written,
        "thing": figure.thing_written,
        "source": figure.owner,
        "stance": stance_of(figure) or None,
        "claim": figure.claim.as_json() if figure.claim else None,
        "numbers": list(figure.quantity.numbers),
        "sentence": figure.text[slice(*figure.sentence)],
        "article": {
            "id": figure.article.id,
            "title": figure.article.title,
            "url": figure.article.url,
            "published": published.isoformat() if published else None,
        },
        "paragraph": figure.paragraph,
    }
