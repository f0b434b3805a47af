"""Forms: what somebody wrote is never lost."""

from __future__ import annotations

from typing import Any

import pytest
from discord import app_commands, ui

from bot.discord.client import SourcesSay
from bot.discord.errors import DeclinedError
from bot.discord.kit.card import Notice
from bot.discord.kit.failures import OUR_FAULT
from bot.discord.kit.forms import RESTARTED, RETURNED, STALE, SafeForm
from bot.discord.kit.sending import respond, show_modal
from bot.discord.service import Interaction
from tests.bot.discord.conftest import Running
from tests.discord_server import DiscordServer, Guild, Reply

PASTED = "A long article.\nWith *two* lines."


class PasteForm(SafeForm):
    text: ui.Label[Any] = ui.Label(text="Text", component=ui.TextInput())

    def __init__(self, outcome: Exception | None) -> None:
        super().__init__("Paste")
        self.outcome = outcome

    async def submit(self, interaction: Interaction) -> None:
        if self.outcome:
            raise self.outcome
        await respond(interaction, Notice("Thank you."))


async def open_form(bot: SourcesSay, guild: Guild, outcome: Exception | None) -> Reply:
    @app_commands.command(name="paste", description="Paste")
    async def paste(interaction: Interaction) -> None:
        await show_modal(interaction, PasteForm(outcome))

    bot.tree.add_command(paste)
    await bot.tree.sync()
    return await guild.add_member("Ann").slash(guild.add_channel("news"), "paste")


async def test_a_form_is_taken(bot: SourcesSay, guild: Guild) -> None:
    form = await open_form(bot, guild, None)
    sent = await form.interaction.member.submit(form.modal, {"Text": PASTED})
    await guild.server.settled()
    assert (sent.text, sent.ephemeral, sent.follow_ups) == ("Thank you.", True, [])


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (DeclinedError("That is no article."), "That is no article."),
        (RuntimeError("secret"), OUR_FAULT),
    ],
)
async def test_what_was_written_comes_back_where_it_cannot_be_taken(
    bot: SourcesSay, guild: Guild, outcome: Exception, sentence: str
) -> None:
    form = await open_form(bot, guild, outcome)
    sent = await form.interaction.member.submit(form.modal, {"Text": PASTED})
    assert sent.ephemeral
    assert sent.text.startswith(f"{sentence} {RETURNED}")
    assert [file.content.decode() for file in sent.files] == [PASTED]


async def test_what_was_written_before_a_restart_comes_back(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    async with running() as bot:
        form = await open_form(bot, guild, None)
    async with running():
        sent = await form.interaction.member.submit(form.modal, {"Text": PASTED})
        assert sent.text.startswith(f"{RESTARTED} {RETURNED}")
        assert [file.content.decode() for file in sent.files] == [PASTED]


async def test_a_form_that_was_open_too_long_comes_back(bot: SourcesSay, guild: Guild) -> None:
    form = await open_form(bot, guild, None)
    for opened in list(bot.service.open_forms.values()):
        opened.stop()  # as when the hour is over for which forms are remembered
    bot.service.open_forms.clear()
    sent = await form.interaction.member.submit(form.modal, {"Text": PASTED})
    assert sent.text.startswith(f"{STALE} {RETURNED}")
    assert [file.content.decode() for file in sent.files] == [PASTED]
