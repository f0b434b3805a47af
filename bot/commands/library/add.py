"""`/library add`: load articles, from a web address, a file, or a form that takes more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands, ui

from bot.cards.library.preview import preview_card, results_card
from bot.errors import DeclinedError
from bot.forms import Form, give_back
from bot.interaction import Interaction
from bot.late import conclude
from bot.library import handed_over
from bot.library.handed_over import HandedOver
from bot.library.loading import Done, Failed, load_one, load_several
from bot.library.moderating import require_moderator
from bot.sending import defer, show_modal
from corpus.reading.limits import MAX_TITLE

LONGEST_ADDRESS = 4_000
LONGEST_TEXT = 4_000
"""Characters that Discord takes in one field."""

NOTHING_GIVEN = "There was nothing in the form: give a web address, files or a text."
MAY_BE_CUT = (
    "A text field was full, so Discord may have cut the end off: check the last paragraph, and "
    "hand over a longer text as a file."
)
TEXT_FAILED = "The pasted text was not loaded."


@app_commands.command(name="add", description="Load articles; without options a form opens")
@app_commands.describe(
    url="The article’s web address",
    file="PDF, Word, web page, Markdown or plain text",
)
async def add(
    interaction: Interaction,
    url: app_commands.Range[str, 1, LONGEST_ADDRESS] | None = None,
    file: discord.Attachment | None = None,
) -> None:
    """Load what was given, or ask for it with a form."""
    several = [
        *([handed_over.page(interaction.client, url)] if url else []),
        *([handed_over.file(file)] if file else []),
    ]
    if several:
        await load(interaction, several)
    else:
        await show_modal(interaction, AddForm())


async def load(interaction: Interaction, several: Sequence[HandedOver]) -> Sequence[Done | Failed]:
    """Load what was handed over, show what came of it, and give it.

    Raises CorpusError where it is one and cannot be loaded.
    """
    await defer(interaction, private=True)
    if len(several) == 1:
        done = await load_one(interaction, several[0])
        await conclude(interaction, preview_card(done))
        return [done]
    results = await load_several(interaction, several)
    await conclude(interaction, results_card(results))
    return results


class AddForm(Form):
    """Takes a web address, up to ten files, and a text that is too long for a command's option."""

    def __init__(self) -> None:
        super().__init__("Load articles")
        self.url = _line(LONGEST_ADDRESS)
        self.files: ui.FileUpload[Any] = ui.FileUpload(
            required=False, min_values=0, max_values=handed_over.MOST_AT_ONCE
        )
        self.text = _paragraphs()
        self.more_text = _paragraphs()
        self.title_of_text = _line(MAX_TITLE)
        for name, about, field in (
            ("Web address", "Of an article to load, or where the text below is from", self.url),
            ("Files", "PDF, Word, web page, Markdown or plain text", self.files),
            (
                "Text",
                "Up to 4,000 characters; a longer one goes on below, or comes as a file",
                self.text,
            ),
            ("Text, continued", "What did not fit above", self.more_text),
            ("Title", "Of the text, where it does not begin with it", self.title_of_text),
        ):
            self.add_item(ui.Label(text=name, description=about, component=field))

    async def submit(self, interaction: Interaction) -> None:
        """Load what was given; a text that cannot be loaded is handed back."""
        await require_moderator(interaction)
        several = [handed_over.file(attachment) for attachment in self.files.values]
        address = self.url.value.strip() or None
        if pasted := self._pasted():
            several.append(pasted)
        elif address:
            several.append(handed_over.page(interaction.client, address))
        if not several:
            raise DeclinedError(NOTHING_GIVEN)
        results = await load(interaction, several)
        if any(isinstance(result, Failed) and result.handed is pasted for result in results):
            await give_back(interaction, TEXT_FAILED)

    def _pasted(self) -> HandedOver | None:
        fields = [self.text.value, self.more_text.value]
        text = "\n\n".join(field for field in fields if field.strip())
        if not text:
            return None
        return handed_over.text(
            text,
            title=self.title_of_text.value.strip() or None,
            address=self.url.value.strip() or None,
            warning=MAY_BE_CUT if LONGEST_TEXT in map(len, fields) else "",
        )


def _line(longest: int) -> ui.TextInput[Any]:
    return ui.TextInput(required=False, max_length=longest)


def _paragraphs() -> ui.TextInput[Any]:
    return ui.TextInput(required=False, max_length=LONGEST_TEXT, style=discord.TextStyle.paragraph)
