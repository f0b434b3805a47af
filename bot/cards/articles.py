"""What is loaded: a page of a server's articles, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from bot.buttons.page import ArticlesPage
from bot.cards.card import Card, Part, header, line_between, row, text_part
from bot.cards.fitting import cost, fitted_line
from bot.cards.unbroken import DOT, unbroken
from bot.quoting import link
from bot.wording import counted, day_shown, shortened
from corpus.library.store import Entry

ARTICLES_ON_A_PAGE = 8
ROOM_FOR_TITLE = 380


def articles_card(entries: Sequence[Entry], page: int = 0) -> Card:
    """Lay out a page, from 0, of the articles in the order they were loaded; the last comes first."""
    newest = entries[::-1]
    pages = max(ceil(len(newest) / ARTICLES_ON_A_PAGE), 1)
    page = min(page, pages - 1)
    first = page * ARTICLES_ON_A_PAGE
    listed = [text_part(_text(entry)) for entry in newest[first : first + ARTICLES_ON_A_PAGE]]
    number = counted(len(entries), "article")
    of_pages = f" · page {page + 1} of {pages}" if pages > 1 else ""
    parts = [header(f"{number}{of_pages}"), *listed]
    turn: list[Part] = []
    if page > 0:
        turn.append(ArticlesPage(page - 1, "← Newer"))
    if page + 1 < pages:
        turn.append(ArticlesPage(page + 1, "Older →"))
    return Card(*parts, *([line_between(), row(*turn)] if turn else []), private=True)


def _text(entry: Entry) -> str:
    paragraphs = unbroken(counted(entry.paragraphs, "paragraph"))
    date = f"{unbroken(day_shown(entry.published))}{DOT}" if entry.published else ""
    linked = link(shortened(entry.title), entry.url)
    if cost(linked) > ROOM_FOR_TITLE:
        linked = fitted_line(entry.title, ROOM_FOR_TITLE)
    return f"{linked}\n-# {date}{paragraphs}"
