"""A message whose text Discord does not show the bot: people paste it into a form instead."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from bot.discord.asking.commands import LONGEST_MESSAGE, check_text
from bot.discord.errors import DeclinedError
from bot.discord.kit.button import CardButton
from bot.discord.kit.card import Card, Notice, row
from bot.discord.kit.forms import SafeForm
from bot.discord.kit.place import let_ask, place_of
from bot.discord.kit.sending import in_time, respond, show_modal
from bot.discord.service import Interaction
from bot.language import N_, gettext
from corpus.reading.visible import one_line

WITHHELD = N_(
    "Discord does not show me that message. Open its menu → **Apps** → **Check with sources** "
    "instead, or paste its words here."
)
PASTE = N_("Paste the words")
NO_WORDS = N_("There are no words in what you pasted.")


class WithheldError(DeclinedError):
    """Discord does not show the bot a message that it was asked about."""

    def __init__(self) -> None:
        super().__init__(gettext(WITHHELD))


def withheld() -> Card:
    """Say so, with a button that works all the same."""
    return Notice(gettext(WITHHELD), row(Paste()))


class Paste(CardButton, template="paste"):
    """Opens the form for the words of a message."""

    def __init__(self) -> None:
        super().__init__("paste", gettext(PASTE))

    async def press(self, interaction: Interaction) -> None:
        """Show the form."""
        await show_modal(interaction, PasteForm())


class PasteForm(SafeForm):
    """Takes the words of a message, and checks them as *Check with sources* does."""

    def __init__(self) -> None:
        super().__init__(gettext("Check with sources"))
        self.words: ui.TextInput[Any] = ui.TextInput(
            max_length=LONGEST_MESSAGE, style=discord.TextStyle.paragraph
        )
        self.add_item(ui.Label(text=gettext("What the message says"), component=self.words))

    async def submit(self, interaction: Interaction) -> None:
        """Show what the articles say about the words, to the person alone."""
        async with in_time(interaction, private=True):
            place = await place_of(interaction)
            let_ask(place, interaction.user)
            if not one_line(self.words.value):
                raise DeclinedError(gettext(NO_WORDS))
            card = await check_text(place, self.words.value)
        await respond(interaction, card, private=True)
