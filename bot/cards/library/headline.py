"""The top of a card about one article: its title, and how it begins."""

from __future__ import annotations

from bot.cards.card import Part, header, text_part
from bot.cards.fitting import cost, fitted_line
from bot.quoting import block_quote, link
from bot.wording import shortened
from corpus.article import Article

ROOM_FOR_TITLE = 500
ROOM_FOR_BEGINNING = 300


def headline(article: Article) -> Part:
    """Write the title, linked to the page where both fit."""
    linked = link(shortened(article.title), article.url)
    fits = cost(linked) <= ROOM_FOR_TITLE
    return header(linked if fits else fitted_line(article.title, ROOM_FOR_TITLE))


def beginning(article: Article) -> Part:
    """Quote how the article begins."""
    text = article.paragraphs[0].text if article.paragraphs else ""
    return text_part(block_quote(fitted_line(text, ROOM_FOR_BEGINNING)))
