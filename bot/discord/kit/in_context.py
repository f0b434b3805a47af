"""*In context*: a paragraph with its neighbours, as the article has them, and the buttons to it."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match
from typing import Self

from bot.discord.errors import DeclinedError
from bot.discord.kit.article_lines import dateline
from bot.discord.kit.button import NO_ID, CardButton, find_question
from bot.discord.kit.card import Card, Part, row_below, text_part
from bot.discord.kit.fitting import DOT, cost, fitted, paragraph_mark, pieces
from bot.discord.kit.keys import find_name, key_of
from bot.discord.kit.notices import ARTICLE_GONE
from bot.discord.kit.place import Place, place_of
from bot.discord.kit.quoting import block_quote, harmless, marked
from bot.discord.kit.sending import in_time, replace, respond
from bot.discord.service import Interaction
from bot.language import N_, gettext
from corpus.answering.highlights import terms_in
from corpus.article import Article, Span
from corpus.languages.english import question_terms
from corpus.languages.english.document import Document

CHANGED = N_("That article has changed and is shorter now. Please ask anew.")

ROOM_FOR_PARAGRAPH = 2_000
ROOM_FOR_NEIGHBOUR = 200

ROOM_IN_BOLD = 2_800
"""What the paragraph may cost with the asked words in bold; a text full of them is shown without."""

WHERE = r"(?P<paragraph>\d{1,6}):(?P<piece>\d{1,4}):(?P<article>(?s:.+))"


class _ParagraphButton(CardButton, template=NO_ID):
    """Leads to a paragraph, from 1, of an article; a long one is shown in pieces, from 0."""

    NAME = ""
    LABEL = ""

    def __init__(
        self, article: str, paragraph: int = 1, piece: int = 0, label: str | None = None
    ) -> None:
        key = key_of(article)
        super().__init__(f"{self.NAME}:{paragraph}:{piece}:{key}", label or gettext(self.LABEL))
        self.article = key
        self.paragraph = paragraph
        self.piece = piece

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(match["article"], int(match["paragraph"]), int(match["piece"]))

    async def make_card(self, place: Place, question: str = "") -> Card:
        """Make the card; raises DeclinedError where the article or the paragraph is gone."""
        article_id = find_name(self.article, (entry.id for entry in await place.entries()))
        if article_id is None:
            raise DeclinedError(gettext(ARTICLE_GONE))
        article = await place.service.library.article(place.server, article_id)
        if not 1 <= self.paragraph <= len(article.paragraphs):
            raise DeclinedError(gettext(CHANGED))
        return context_card(article, self.paragraph, self.piece, question)


class InContext(_ParagraphButton, template=f"context:{WHERE}"):
    """Opens a private card at a paragraph; the words of the question on the card are in bold."""

    NAME = "context"
    LABEL = N_("In context")

    async def press(self, interaction: Interaction) -> None:
        """Show a private card."""
        async with in_time(interaction, private=True):
            place = await place_of(interaction)
            card = await self.make_card(place, find_question(interaction) or "")
        await respond(interaction, card, private=True)


class ReadIt(_ParagraphButton, template=f"article:{WHERE}"):
    """Opens a private card at a paragraph, from a card that answers no question."""

    NAME = "article"
    LABEL = N_("Read it")

    async def press(self, interaction: Interaction) -> None:
        """Show a private card."""
        async with in_time(interaction, private=True):
            card = await self.make_card(await place_of(interaction))
        await respond(interaction, card, private=True)


class ReadOn(_ParagraphButton, template=f"read:{WHERE}"):
    """Turns the page of a card that shows a paragraph in context."""

    NAME = "read"
    LABEL = N_("Read on")

    async def press(self, interaction: Interaction) -> None:
        """Show another place on the same card."""
        await replace(interaction, await self.make_card(await place_of(interaction)))


def context_card(article: Article, number: int, piece: int = 0, question: str = "") -> Card:
    """Lay out paragraph `number`, from 1, between the beginnings of its neighbours, in small print.

    A paragraph too long for a card is shown in pieces; `piece` counts from 0. The words of a
    question are in bold.
    """
    text = article.paragraphs[number - 1].text
    spans = pieces(text, ROOM_FOR_PARAGRAPH) or [(0, 0)]
    piece = min(piece, len(spans) - 1)
    shown = block_quote(_with_words_in_bold(text, spans[piece], question)) if text else "> "
    of_pieces = gettext("part {} of {}").format(piece + 1, len(spans)) if len(spans) > 1 else ""
    return Card(
        text_part(dateline(article)),
        *_neighbour(article, number - 1),
        text_part(f"**{paragraph_mark(number)}**{of_pieces and DOT}{of_pieces}\n{shown}"),
        *_neighbour(article, number + 1),
        *row_below(_buttons(article, number, piece, len(spans))),
        private=True,
    )


def _with_words_in_bold(text: str, piece: Span, question: str) -> str:
    start, end = piece
    asked = terms_in(Document.of_paragraph(text), set(question_terms(question))) if question else ()
    shown = marked(text, asked, start, end)
    return shown if cost(shown) <= ROOM_IN_BOLD else harmless(text[start:end])


def _neighbour(article: Article, number: int) -> Iterator[Part]:
    if 1 <= number <= len(article.paragraphs):
        text = " ".join(article.paragraphs[number - 1].text.split())
        shown = fitted(text, ROOM_FOR_NEIGHBOUR)
        yield text_part(f"-# {paragraph_mark(number)}{DOT}{shown}")


def _buttons(article: Article, number: int, piece: int, of: int) -> Iterator[Part]:
    if piece > 0:
        yield ReadOn(article.id, number, piece - 1, gettext("Part before"))
    if piece + 1 < of:
        yield ReadOn(article.id, number, piece + 1)
    if number > 1:
        yield ReadOn(article.id, number - 1, label=f"← ¶ {number - 1}")
    if number < len(article.paragraphs):
        yield ReadOn(article.id, number + 1, label=f"¶ {number + 1} →")
