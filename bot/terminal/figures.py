"""Figures by source in the terminal: a table, and bars where several are of the same thing."""

from __future__ import annotations

import json
from math import inf
from typing import Any

from rich import box
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
from bot.wording import date_shown, shortened
from corpus.figures import Figure, Found

COLUMNS_OF_BAR = 30
FULL, PERHAPS, OPEN, DENIED = "█", "░", "→", "▒"
LONGEST_TITLE = 60


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
    return Text(OF_THE_SAME if page.is_group else OF_OTHERS, style="bold")


def _table(page: Page) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim")
    table.add_column("figure", style="bold", overflow="fold")
    table.add_column("what", overflow="fold")
    table.add_column("who", style="cyan", overflow="fold")
    table.add_column("when", overflow="fold")
    table.add_column("article", style="dim", overflow="fold")
    if page.has_bars:
        table.add_column("", no_wrap=True, min_width=COLUMNS_OF_BAR)
    longest = largest(page.figures)
    for figure in page.figures:
        bar = [_bar(figure, longest)] if page.has_bars else []
        table.add_row(
            Text(figure.written), _what(figure), _who(figure), _when(figure), _where(figure), *bar
        )
    return table


def _what(figure: Figure) -> Text:
    thing = Text(figure.thing_written)
    return thing.append(("\n" if thing else "") + sentence_around(figure), style="italic dim")


def _who(figure: Figure) -> Text:
    who = Text(who_gives(figure))
    if stance := stance_of(figure):
        who.append(f" · {stance}", style="magenta")
    return who.append(f" · {via(figure)}") if via(figure) else who


def _when(figure: Figure) -> Text:
    return Text("\n".join(filter(None, [date_shown(figure.article), when_said(figure)])))


def _where(figure: Figure) -> Text:
    return Text(f"{shortened(figure.article.title, LONGEST_TITLE)} · ¶ {figure.paragraph}")


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
