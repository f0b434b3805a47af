"""`/library forget`: delete all that is known of a server, at once and for good."""

from __future__ import annotations

import discord

from bot.discord.kit.button import CardButton
from bot.discord.kit.card import Notice
from bot.discord.kit.confirming import confirmation
from bot.discord.kit.moderators import announce, library_commands
from bot.discord.kit.sending import replace, respond
from bot.discord.service import Interaction, server_of, service_of
from bot.discord.service.server_settings import load_settings
from bot.language import N_, gettext, to_everybody
from bot.wording import counted

SURE = N_(
    "Delete everything about this server? **{}** with their files, feeds, kept questions, votes, "
    "settings and the audit go at once, and nobody can bring them back. `/library export` gives you a copy "
    "of the articles first."
)
FORGOTTEN = N_("Everything about this server is deleted.")


@library_commands.command(
    name="forget", description="Delete everything about this server, for good"
)
async def forget(interaction: Interaction) -> None:
    """Ask whether everything is to be deleted."""
    entries = await service_of(interaction).library.articles(server_of(interaction))
    question = gettext(SURE).format(counted(len(entries), "article"))
    await respond(interaction, confirmation(question, Forget(), gettext("Keep everything")))


class Forget(CardButton, template=r"forget"):
    """Deletes all that is known of a server."""

    moderators_only = True

    def __init__(self) -> None:
        super().__init__("forget", gettext("Delete everything"), style=discord.ButtonStyle.danger)

    async def press(self, interaction: Interaction) -> None:
        """Delete, and say so in place of the question.

        The audit is deleted too, so what happened is told in its channel only.
        """
        server, store = server_of(interaction), service_of(interaction).store
        settings = await load_settings(store, server)
        await store.forget(server)
        with to_everybody():
            everything = gettext("everything")
        announce(interaction, N_("deleted"), everything, settings.audit_channel)
        await replace(interaction, Notice(gettext(FORGOTTEN)))
