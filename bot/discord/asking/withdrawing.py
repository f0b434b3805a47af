"""*Delete this answer* in a message's menu: who asked takes a wrong answer back from everybody."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.discord.errors import DeclinedError
from bot.discord.kit.card import Notice
from bot.discord.kit.moderators import moderates
from bot.discord.kit.sending import respond
from bot.discord.service import Interaction, service_of
from bot.language import N_, gettext

NO_ANSWER_OF_MINE = N_("That is no answer of mine; I delete only those.")
NOT_YOURS = N_("Only who asked, or a moderator, can delete an answer.")
DELETED = N_("The answer is deleted.")


@app_commands.context_menu(name="Delete this answer")
@app_commands.guild_only()
async def delete_answer(interaction: Interaction, message: discord.Message) -> None:
    """Delete an answer of the bot for the person who asked, or for a moderator."""
    if message.author.id != service_of(interaction).bot_id:
        raise DeclinedError(gettext(NO_ANSWER_OF_MINE))
    if await _asker_of(message) != interaction.user.id and not await moderates(interaction):
        raise DeclinedError(gettext(NOT_YOURS))
    await message.delete()
    await respond(interaction, Notice(gettext(DELETED)))


async def _asker_of(message: discord.Message) -> int | None:
    """Find who asked for an answer: by a command, or in the message it replies to; None where unknown."""
    if message.interaction_metadata:
        return message.interaction_metadata.user.id
    reference = message.reference
    if reference is None or reference.message_id is None:
        return None
    if isinstance(reference.resolved, discord.Message):
        return reference.resolved.author.id
    try:
        return (await message.channel.fetch_message(reference.message_id)).author.id
    except discord.HTTPException:
        return None
