"""A paragraph with its neighbours, as the article has them."""

from __future__ import annotations

from collections.abc import Iterator

from bot.buttons.in_context import ReadOn
from bot.cards.card import Card, Part, line_between, row, text_part
from bot.cards.fitting import cost, fitted, pieces
from bot.cards.passage import dateline
from bot.cards.unbroken import DOT, paragraph_mark
from bot.quoting import block_quote, harmless, marked
from corpus.answering.highlights import terms_in
from corpus.article import Article, Span
from corpus.languages.english import question_terms

ROOM_FOR_PARAGRAPH = 2_000
ROOM_FOR_NEIGHBOUR = 200

ROOM_IN_BOLD = 2_800
"""What the paragraph may cost with the asked words in bold; a text full of them is shown without."""


def context_card(article: Article, number: int, piece: int = 0, question: str = "") -> Card:
    """Lay out paragraph `number`, from 1, between the beginnings of its neighbours, in small print.

    A paragraph too long for a card is shown in pieces; `piece` counts from 0. The words of a
    question are in bold.
    """
    text = article.paragraphs[number - 1].text
    spans = pieces(text, ROOM_FOR_PARAGRAPH) or [(0, 0)]
    piece = min(piece, len(spans) - 1)
    shown = block_quote(_with_words_in_bold(text, spans[piece], question)) if text else "> "
    of_pieces = f"{DOT}part {piece + 1} of {len(spans)}" if len(spans) > 1 else ""
    parts = [
        text_part(dateline(article)),
        *_neighbour(article, number - 1),
        text_part(f"**{paragraph_mark(number)}**{of_pieces}\n{shown}"),
        *_neighbour(article, number + 1),
    ]
    buttons = list(_buttons(article, number, piece, len(spans)))
    return Card(*parts, *([line_between(), row(*buttons)] if buttons else []), private=True)


def _with_words_in_bold(text: str, piece: Span, question: str) -> str:
    start, end = piece
    asked = terms_in(text, set(question_terms(question))) if question else ()
    shown = marked(text, asked, start, end)
    return shown if cost(shown) <= ROOM_IN_BOLD else harmless(text[start:end])


def _neighbour(article: Article, number: int) -> Iterator[Part]:
    if 1 <= number <= len(article.paragraphs):
        text = " ".join(article.paragraphs[number - 1].text.split())
        shown = fitted(text, ROOM_FOR_NEIGHBOUR)
        yield text_part(f"-# {paragraph_mark(number)}{DOT}{shown}")


def _buttons(article: Article, number: int, piece: int, of: int) -> Iterator[Part]:
    if piece > 0:
        yield ReadOn(article.id, number, piece - 1, "Part before")
    if piece + 1 < of:
        yield ReadOn(article.id, number, piece + 1, "Read on")
    if number > 1:
        yield ReadOn(article.id, number - 1, label=f"← ¶ {number - 1}")
    if number < len(article.paragraphs):
        yield ReadOn(article.id, number + 1, label=f"¶ {number + 1} →")
