"""*In context*: the paragraph with its neighbours, for whoever presses it."""

from __future__ import annotations

from re import Match
from typing import Self

from bot.article_keys import key_of, named
from bot.asking import Place, place_of
from bot.buttons.button import CardButton, find_question
from bot.cards.card import Card
from bot.errors import DeclinedError
from bot.interaction import Interaction
from bot.sending import replace, respond_in_time

GONE = "That article is no longer loaded here."
CHANGED = "That article has changed and is shorter now. Please ask anew."

WHERE = r"(?P<paragraph>\d{1,6}):(?P<piece>\d{1,4}):(?P<article>(?s:.+))"


class InContext(CardButton, template=f"context:{WHERE}"):
    """Opens a private card at a paragraph, from 1, of an article; a long one is shown in pieces."""

    NAME = "context"

    def __init__(
        self, article: str, paragraph: int, piece: int = 0, label: str = "In context"
    ) -> None:
        super().__init__(f"{self.NAME}:{paragraph}:{piece}:{key_of(article)}", label)
        self.article = key_of(article)
        self.paragraph = paragraph
        self.piece = piece

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(match["article"], int(match["paragraph"]), int(match["piece"]))

    async def press(self, interaction: Interaction) -> None:
        """Show a private card."""
        making = self._make(await place_of(interaction), find_question(interaction) or "")
        await respond_in_time(interaction, making, private=True)

    async def _make(self, place: Place, question: str = "") -> Card:
        from bot.cards.context import context_card  # noqa: PLC0415 - the card holds this button

        library = place.client.library
        entries = await library.articles(place.server)
        article_id = named(self.article, (entry.id for entry in entries))
        if article_id is None:
            raise DeclinedError(GONE)
        article = await library.article(place.server, article_id)
        if not 1 <= self.paragraph <= len(article.paragraphs):
            raise DeclinedError(CHANGED)
        return context_card(article, self.paragraph, self.piece, question)


class ReadIt(InContext, template=f"article:{WHERE}"):
    """Opens an article at a paragraph, from a card that answers no question."""

    NAME = "article"

    def __init__(self, article: str, paragraph: int = 1, piece: int = 0) -> None:
        super().__init__(article, paragraph, piece, "Read it")

    async def press(self, interaction: Interaction) -> None:
        """Show a private card."""
        await respond_in_time(interaction, self._make(await place_of(interaction)), private=True)


class ReadOn(InContext, template=f"read:{WHERE}"):
    """Turns the page of a card that shows a paragraph in context."""

    NAME = "read"

    async def press(self, interaction: Interaction) -> None:
        """Show another place on the same card."""
        await replace(interaction, await self._make(await place_of(interaction)))
