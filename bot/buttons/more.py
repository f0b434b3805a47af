"""*More*: further passages for the same question, for whoever presses it."""

from __future__ import annotations

from re import Match
from typing import Self

from bot.article_keys import key_of, named
from bot.asking import Place, place_of
from bot.buttons.button import CardButton, question_on_card
from bot.cards.card import Card, Notice
from bot.interaction import Interaction
from bot.sending import replace, respond_in_time

AT_ONCE = 3
"""Passages shown with each press."""

NO_MORE = "The articles say no more about this; they have changed since."


class More(CardButton, template=r"more:(?P<start>\d{1,3}):(?P<article>(?s:.*))"):
    """Shows the passages from number `start`, from 0; of one article if its key is given."""

    def __init__(self, start: int, article: str | None = None) -> None:
        key = key_of(article) if article else ""
        super().__init__(f"more:{start}:{key}", "More")
        self.start = start
        self.article = key

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(int(match["start"]), match["article"] or None)

    async def press(self, interaction: Interaction) -> None:
        """Show a private card; on a private card, the next passages take the place of these."""
        place = await place_of(interaction)
        making = self._make(place, question_on_card(interaction))
        if interaction.message and interaction.message.flags.ephemeral:
            await replace(interaction, await making)
        else:
            await respond_in_time(interaction, making, private=True)

    async def _make(self, place: Place, question: str) -> Card:
        from bot.cards.answer import answer_card  # noqa: PLC0415 - the card holds this button

        article = await find_article(place, self.article)
        answer = await place.ask(question, self.start + AT_ONCE + 1, article)
        if len(answer.passages) <= self.start:
            return Notice(NO_MORE)
        return answer_card(answer, start=self.start, shown=AT_ONCE, article=article, private=True)


async def find_article(place: Place, key: str) -> str | None:
    """Give the id of the article with this key; None for no key. An id that is gone finds nothing."""
    if not key:
        return None
    entries = await place.client.library.articles(place.server)
    return named(key, (entry.id for entry in entries)) or key
