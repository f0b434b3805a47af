"""👍 and 👎 below an answer."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from re import Match
from typing import Self

import discord
from discord import ui

from bot.discord.asking.asked import asked_on_card
from bot.discord.kit.button import CardButton
from bot.discord.kit.card import Card, Notice
from bot.discord.kit.place import place_of
from bot.discord.kit.sending import respond
from bot.discord.service import Interaction
from bot.language import N_, gettext
from corpus.library.store import questions
from corpus.library.store.questions import KeptQuestion

THANKS = N_("Thank you. The question and your vote are kept for this server’s moderators.")
TAKEN_BACK = N_("Your vote is taken back.")


class Vote(CardButton, template=r"vote:(?P<verdict>helpful|unhelpful)"):
    """👍 or 👎; pressed a second time by the same person the vote is taken back.

    Votes are kept so that moderators see which answers do not help.
    """

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
            text=asked_on_card(interaction).text,
            answered=True,
        )
        store, person = place.service.store, interaction.user.id
        before = await questions.vote_of(store, place.server, question.id, person)
        vote = None if before is self.helpful else self.helpful
        keeping = place.settings.keep_questions
        await questions.vote(
            store, place.server, question, person, helpful=vote, keep_unvoted=keeping
        )
        await respond(interaction, Notice(gettext(TAKEN_BACK if vote is None else THANKS)))
        counts = await questions.votes_for(store, place.server, question.id)
        if message and not message.flags.ephemeral:
            with suppress(discord.HTTPException):  # the answer may be deleted by now
                await message.edit(view=with_votes(message, counts))


def with_votes(message: discord.Message, counts: tuple[int, int]) -> Card:
    """Lay out a card anew with its helpful and unhelpful votes counted on its buttons."""
    card = Card.of_message(message)
    of_vote = dict(zip(("vote:helpful", "vote:unhelpful"), counts, strict=True))
    for part in card.walk_children():
        if isinstance(part, ui.Button) and part.custom_id in of_vote:
            part.label = str(of_vote[part.custom_id]) if of_vote[part.custom_id] else None
    return card
