"""👍 and 👎: whether an answer helped, kept so that moderators see what goes unanswered."""

from __future__ import annotations

from datetime import UTC, datetime
from re import Match
from typing import Self

from bot.asking import place_of
from bot.buttons.button import CardButton, question_on_card
from bot.cards.card import Notice
from bot.interaction import Interaction
from bot.sending import respond
from corpus.library.store import questions
from corpus.library.store.questions import KeptQuestion

THANKS = "Thank you. The question and your vote are kept for this server’s moderators."
TAKEN_BACK = "Your vote is taken back."


class Vote(CardButton, template=r"vote:(?P<verdict>helpful|unhelpful)"):
    """A vote; pressed a second time by the same person it is taken back."""

    def __init__(self, *, helpful: bool) -> None:
        custom_id = "vote:helpful" if helpful else "vote:unhelpful"
        super().__init__(custom_id, emoji="👍" if helpful else "👎")
        self.helpful = helpful

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(helpful=match["verdict"] == "helpful")

    async def press(self, interaction: Interaction) -> None:
        """Keep the vote, with the question that the card answers."""
        place = await place_of(interaction)
        message = interaction.message
        asked_at = message.created_at if message else datetime.now(UTC)
        question = KeptQuestion(
            id=message.id if message else interaction.id,
            channel=place.channel,
            asked_at=asked_at,
            text=question_on_card(interaction),
            answered=True,
        )
        store, person = place.client.store, interaction.user.id
        before = await questions.vote_of(store, place.server, question.id, person)
        vote = None if before is self.helpful else self.helpful
        keeping = place.settings.keep_questions
        await questions.vote(
            store, place.server, question, person, helpful=vote, keep_unvoted=keeping
        )
        await respond(interaction, Notice(TAKEN_BACK if vote is None else THANKS))
