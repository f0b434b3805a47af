"""A paragraph with its neighbours, as the article has them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.buttons.in_context import ReadOn
from bot.cards.card import Card, Part, line_between, row, text_part
from bot.cards.fitting import fitted, pieces
from bot.cards.passage import dateline
from bot.quoting import block_quote, harmless
from corpus.article import Article

ROOM_FOR_PARAGRAPH = 2_000
ROOM_FOR_NEIGHBOUR = 600


def context_card(article: Article, number: int, piece: int = 0) -> Card:
    """Lay out paragraph `number`, from 1, with the one before and the one after, cut where long.

    A paragraph too long for a card is shown in pieces; `piece` counts from 0.
    """
    text = article.paragraphs[number - 1].text
    spans = pieces(text, ROOM_FOR_PARAGRAPH) or [(0, 0)]
    piece = min(piece, len(spans) - 1)
    start, end = spans[piece]
    shown = block_quote(harmless(text[start:end])) if text else "> "
    of_pieces = f" · part {piece + 1} of {len(spans)}" if len(spans) > 1 else ""
    parts = [
        text_part(dateline(article)),
        *_neighbour(article, number - 1),
        text_part(f"**¶ {number}**{of_pieces}\n{shown}"),
        *_neighbour(article, number + 1),
    ]
    buttons = list(_buttons(article, number, piece, len(spans)))
    return Card(*parts, *([line_between(), row(*buttons)] if buttons else []), private=True)


def _neighbour(article: Article, number: int) -> Iterator[Part]:
    if 1 <= number <= len(article.paragraphs):
        text = fitted(article.paragraphs[number - 1].text, ROOM_FOR_NEIGHBOUR)
        yield text_part(f"-# ¶ {number}\n{text}")


def _buttons(article: Article, number: int, piece: int, of: int) -> Iterator[Part]:
    if piece > 0:
        yield ReadOn(article.id, number, piece - 1, "Part before")
    if piece + 1 < of:
        yield ReadOn(article.id, number, piece + 1, "Read on")
    if number > 1:
        yield ReadOn(article.id, number - 1, label=f"◀ ¶ {number - 1}")
    if number < len(article.paragraphs):
        yield ReadOn(article.id, number + 1, label=f"¶ {number + 1} ▶")
