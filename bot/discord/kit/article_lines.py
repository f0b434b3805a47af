"""How an article is named on a card: its title, how it begins, where something stands in it."""

from __future__ import annotations

from bot.discord.kit.card import Part, header, text_part
from bot.discord.kit.fitting import (
    DOT,
    ROOM_FOR_TITLE,
    cost,
    fitted_line,
    paragraph_mark,
    unbroken,
)
from bot.discord.kit.quoting import block_quote, link
from bot.wording import date_shown, shortened
from corpus.article import Article

LONGEST_DATED_TITLE = 60
"""Characters of a title beside a date: two lines on a phone."""

ROOM_FOR_BEGINNING = 300

ROOM_FOR_AUTHOR = 150
"""What the name of an author, a publisher or a file may cost."""


def headline(article: Article) -> Part:
    """Write an article's title as the header of a card, linked to the page."""
    return header(linked_title(article.title, article.url))


def linked_title(title: str, url: str | None) -> str:
    """Write a title, linked to the article's page where both fit."""
    linked = link(shortened(title), url)
    return linked if cost(linked) <= ROOM_FOR_TITLE else fitted_line(title, ROOM_FOR_TITLE)


def beginning(article: Article) -> Part:
    """Quote how an article begins."""
    text = article.paragraphs[0].text if article.paragraphs else ""
    return text_part(block_quote(fitted_line(text, ROOM_FOR_BEGINNING)))


def dateline(article: Article, paragraph: int | None = None, room: int = 500) -> str:
    """Write where something stands: title, paragraph, date. The title is linked where that fits."""
    date = date_shown(article)
    parts = [paragraph_mark(paragraph) if paragraph else None, unbroken(date) if date else None]
    after = "".join(f"{DOT}{part}" for part in parts if part)
    title = shortened(article.title, LONGEST_DATED_TITLE)
    linked = f"-# {link(title, article.url)}{after}"
    if cost(linked) <= room:
        return linked
    return f"-# {fitted_line(title, room - cost(after) - 3)}{after}"
