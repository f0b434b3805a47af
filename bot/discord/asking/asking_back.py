"""Asking back: "is that true?" where nothing tells what "that" is, with what was likely meant."""

from __future__ import annotations

from collections.abc import Sequence
from re import Match
from typing import Self

from bot.conversation import Asked
from bot.discord.asking.asked import asked_on_card
from bot.discord.asking.buttons import first_card
from bot.discord.asking.searching import answer_asked, passages_to_find
from bot.discord.kit.button import CardButton
from bot.discord.kit.card import Card, Notice, header, row
from bot.discord.kit.limits import LONGEST_CUSTOM_ID
from bot.discord.kit.place import Place, place_of
from bot.discord.kit.quoting import in_one_line
from bot.discord.kit.sending import cut_to_choice, respond_in_time
from bot.discord.service import Interaction
from bot.language import N_, gettext

WHAT_IS_MEANT = N_(
    "I would gladly look that up, but I cannot tell what is meant: write the whole question, or "
    "reply to the answer that you mean. To check a message, open its menu → **Apps** → "
    "**Check with sources**."
)
ONE_OF_THESE = N_("Is it about one of these?")

LONGEST_IN_ID = LONGEST_CUSTOM_ID - len("about:")


def ask_back(text: str, topics: Sequence[str]) -> Card:
    """Ask what a question that only points is about; `topics` are the likeliest, each a button."""
    buttons = [About(topic) for topic in topics if len(topic) <= LONGEST_IN_ID]
    if not buttons or not text:
        return Notice(gettext(WHAT_IS_MEANT))
    return Notice(
        f"{gettext(WHAT_IS_MEANT)}\n-# {gettext(ONE_OF_THESE)}",
        *(row(button) for button in buttons),
        above=[header(in_one_line(text))],
    )


class About(CardButton, template=r"about:(?P<topic>(?s:.+))"):
    """Answers the question on the card as one about an earlier question."""

    def __init__(self, topic: str) -> None:
        super().__init__(f"about:{topic}", cut_to_choice(topic))
        self.topic = topic

    @classmethod
    def read(cls, match: Match[str]) -> Self:
        """Make the button again from its id."""
        return cls(match["topic"])

    async def press(self, interaction: Interaction) -> None:
        """Answer to the person alone."""
        asked = Asked(asked_on_card(interaction).text, self.topic)
        making = self._make_card(await place_of(interaction), asked)
        await respond_in_time(interaction, making, private=True)

    async def _make_card(self, place: Place, asked: Asked) -> Card:
        most = passages_to_find(place.settings.passages)
        talked = await answer_asked(place, asked, most, None)
        return await first_card(place, asked, talked, private=True)
