"""The card of figures: a page of the table, and above it the chart where bars tell more."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import NamedTuple

import discord
from discord import ui

from bot.discord.kit.article_lines import dateline
from bot.discord.kit.card import Card, Part, header, row_below, text_part
from bot.discord.kit.figures.chart import Bar, draw
from bot.discord.kit.fitting import DOT, ROOM, cost, fitted_line
from bot.discord.kit.quoting import block_quote, harmless, visible
from bot.discord.kit.sending import Upload
from bot.figures import (
    BY_SOURCE,
    IN_THE_BEST,
    OF_OTHERS,
    OF_THE_SAME,
    Page,
    described,
    extent_of,
    sentence_around,
    stance_of,
    via,
    when_said,
    who_gives,
)
from bot.language import N_, gettext
from bot.wording import counted
from corpus.figures import Figure, Found

log = logging.getLogger(__name__)

CHART = "figures.png"
ALT_TEXT = N_("Bar chart of figures by source, the newest on top. {}")
LONGEST_ALT_TEXT = 1_024
"""Characters that Discord takes for the description of a picture."""

DRAWING_SECONDS = 10.0
"""A chart that takes longer, with its waiting for others, is left out: the table says the same."""

_drawing = ThreadPoolExecutor(1, "chart")
"""One chart at a time, and none in the threads that answer questions."""

ROOM_FOR_NUMBER, ROOM_FOR_THING, ROOM_FOR_WHO, ROOM_FOR_WHEN, ROOM_FOR_SENTENCE = (
    40, 50, 60, 40, 160,
)  # fmt: skip
ROOM_FOR_WHERE = 90
"""What a row has at least for the title and the date, and more where its words leave some."""


class Shown(NamedTuple):
    """A card and the pictures to send with it."""

    card: Card
    files: Sequence[Upload]


async def figures_card(above: str, page: Page, of_all: str, turn: Sequence[Part]) -> Shown:
    """Lay out a page of figures under `above`, our own Markdown; the chart is drawn in a thread.

    `of_all` says how many there are, and `turn` are the buttons to the other pages.
    """
    title = f"**{gettext(OF_THE_SAME if page.is_group else OF_OTHERS)}**"
    picture = await _chart(page) if page.has_bars else None
    first = f"{above}\n-# {of_all}"
    room = (ROOM - cost(first) - cost(title)) // len(page.figures)
    parts: list[Part] = [header(first), text_part(title)]
    if picture:
        alt = shortened_alt(visible(gettext(ALT_TEXT).format(described(page))))
        item = discord.MediaGalleryItem(f"attachment://{CHART}", description=alt)
        parts.append(ui.MediaGallery(item))
    parts += [text_part(_row(number, figure, room)) for number, figure in page.numbered]
    files = [Upload(CHART, picture)] if picture else []
    return Shown(Card(*parts, *row_below(turn), private=True), files)


def summary(found: Found, of_pages: str) -> str:
    """Say how many figures there are, where they were looked for, and which page of them is shown."""
    number = counted(sum(map(len, found.groups)), "figure")
    return (
        _joined(DOT, gettext(BY_SOURCE), number, gettext(IN_THE_BEST) if found.may_be_more else "")
        + of_pages
    )


def shortened_alt(text: str) -> str:
    """Cut a description to what Discord takes."""
    return text if len(text) <= LONGEST_ALT_TEXT else f"{text[: LONGEST_ALT_TEXT - 1]}…"


async def _chart(page: Page) -> bytes | None:
    """Draw the bars of a page off the event loop; None where that takes too long or fails."""
    loop = asyncio.get_running_loop()
    bars = [_bar(number, figure) for number, figure in page.numbered]
    title = next((each.thing_written for each in page.figures if each.thing_written), "")
    try:
        return await asyncio.wait_for(
            loop.run_in_executor(_drawing, copy_context().run, draw, title, bars), DRAWING_SECONDS
        )
    except TimeoutError:
        log.warning("a chart was not drawn within %s s", DRAWING_SECONDS)
    except Exception:
        log.exception("a chart could not be drawn")
    return None


def _bar(number: int, figure: Figure) -> Bar:
    reach = extent_of(figure)
    stance = stance_of(figure) if figure.is_denied else ""
    return Bar(
        number=number,
        figure=figure.written,
        who=who_gives(figure),
        sure=reach.sure,
        most=reach.most,
        is_denied=figure.is_denied,
        stance=stance,
    )


def _row(number: int, figure: Figure, room: int) -> str:
    """Write a line of the table: figure, what, who and stance; its sentence; when, and the article."""
    what = _joined(
        " ",
        f"**{fitted_line(figure.written, ROOM_FOR_NUMBER)}**",
        fitted_line(figure.thing_written, ROOM_FOR_THING),
    )
    stance = stance_of(figure)
    who = _joined(
        DOT,
        f"**{fitted_line(who_gives(figure), ROOM_FOR_WHO)}**",
        fitted_line(via(figure), ROOM_FOR_WHO),
        f"*{harmless(stance)}*" if stance else "",
        fitted_line(when_said(figure), ROOM_FOR_WHEN),
    )
    sentence = block_quote(fitted_line(sentence_around(figure), ROOM_FOR_SENTENCE))
    row = f"{number} · {what} — {who}\n{sentence}\n"
    quoted = figure.text[slice(*figure.sentence)]
    left = max(room - cost(row), ROOM_FOR_WHERE)
    return row + dateline(figure.article, figure.paragraph, left, quoted=quoted)


def _joined(between: str, *parts: str) -> str:
    """Join those parts that say something."""
    return between.join(filter(None, parts))
