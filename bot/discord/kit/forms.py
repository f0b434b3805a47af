"""Forms (modals): what somebody wrote into one is never lost, whatever happens to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from discord import ui

from bot.discord.kit.card import Notice, file_part
from bot.discord.kit.expired_interactions import answer
from bot.discord.kit.failures import OUR_FAULT, describe, log, sentence_for
from bot.discord.kit.sending import Upload
from bot.discord.service import Interaction, data_of, service_of
from bot.discord.translations import speak_to_person
from bot.language import N_, gettext

LIFETIME = 60 * 60
"""Seconds that a form is remembered: typing and pasting take minutes."""

TEXT_INPUT = 4
STALE = N_("This form was opened too long ago. Please open it again.")
RESTARTED = N_("I restarted since you opened this form. Please open it again.")
RETURNED = N_("Here is what you wrote:")
FILE_NAME = "what-you-wrote.txt"


class SafeForm(ui.Modal):
    """A form; show it with `kit.sending.show_modal`, and answer in `submit`.

    Where `submit` raises, the person is told why, and gets back what they wrote.
    """

    def __init__(self, title: str) -> None:
        super().__init__(title=title, timeout=LIFETIME)

    async def submit(self, interaction: Interaction) -> None:
        """Take what was written and answer the interaction."""
        raise NotImplementedError

    async def on_submit(self, interaction: Interaction) -> None:
        """Submit, counted as work that a stop waits for."""
        speak_to_person(interaction)
        service_of(interaction).work.take()
        await self.submit(interaction)

    async def on_error(self, interaction: Interaction, error: Exception) -> None:  # type: ignore[override] # a form's has no item
        """Tell the person, and hand back what they wrote."""
        sentence = sentence_for(error)
        if sentence is None:
            log.error("%s failed", describe(interaction), exc_info=error)
        await give_back(interaction, sentence or gettext(OUR_FAULT))


async def give_back_forgotten(interaction: Interaction) -> None:
    """Hand back what was written into a form that this run of the bot does not remember."""
    service = service_of(interaction)
    opened_here = str(data_of(interaction).get("custom_id")).startswith(service.run)
    await give_back(interaction, gettext(STALE if opened_here else RESTARTED))


async def give_back(interaction: Interaction, sentence: str) -> None:
    """Say why a form could not be taken, and hand back what was written into it as a file."""
    written = "\n\n".join(_texts(data_of(interaction)))
    if not written:
        await answer(interaction, Notice(sentence))
        return
    file = Upload(FILE_NAME, written.encode(errors="replace"))
    await answer(
        interaction, Notice(f"{sentence} {gettext(RETURNED)}", file_part(FILE_NAME)), files=[file]
    )


def _texts(part: Mapping[str, Any]) -> Iterator[str]:
    if part.get("type") == TEXT_INPUT and part.get("value"):
        yield part["value"]
    for child in part.get("components", ()):
        yield from _texts(child)
    if "component" in part:
        yield from _texts(part["component"])
