"""`/library remove`: take an article out, once that is confirmed; *Undo* brings it back for a day."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.discord.errors import DeclinedError
from bot.discord.kit.button import CardButton
from bot.discord.kit.card import Notice, row
from bot.discord.kit.choices import Choices, chosen_article, suggest_articles
from bot.discord.kit.confirming import confirmation
from bot.discord.kit.fitting import ROOM_FOR_TITLE, fitted_line
from bot.discord.kit.keys import find_name, key_of
from bot.discord.kit.moderators import library_commands, note
from bot.discord.kit.notices import ARTICLE_GONE
from bot.discord.kit.sending import replace, respond
from bot.discord.service import Interaction, server_of, service_of
from bot.discord.service.removing import bring_back_article, remove_article
from bot.language import N_, gettext

SURE = N_("Remove **{}**? Its passages will no longer be found.")
REMOVED = N_("**{}** is removed.")
FOR_A_DAY = N_("For a day it can be brought back.")
BROUGHT_BACK = N_("**{}** is back, as it was.")
NOT_KEPT = N_("It cannot be brought back any more: load it anew with `/library add`.")
SEARCHES_ALL = N_("{} searched only this article, and searches all articles now.")
CHANNELS_NAMED = 20


@library_commands.command(name="remove", description="Take an article out of the library")
@app_commands.describe(article="The article to remove")
async def remove(interaction: Interaction, article: str) -> None:
    """Ask whether an article is to be removed."""
    library, server = service_of(interaction).library, server_of(interaction)
    chosen = await chosen_article(library, server, article)
    question = gettext(SURE).format(fitted_line(chosen.title, ROOM_FOR_TITLE))
    await respond(interaction, confirmation(question, Remove(chosen.id), gettext("Keep it")))


@remove.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)


class Remove(CardButton, template=r"remove:(?P<article>(?s:.+))"):
    """Removes an article, by its key."""

    moderators_only = True

    def __init__(self, article: str) -> None:
        key = key_of(article)
        super().__init__(f"remove:{key}", gettext("Remove"), style=discord.ButtonStyle.danger)
        self.article = key

    async def press(self, interaction: Interaction) -> None:
        """Remove the article, and say so in place of the question."""
        service, server = service_of(interaction), server_of(interaction)
        entries = await service.library.articles(server)
        article_id = find_name(self.article, (entry.id for entry in entries))
        if article_id is None:
            await replace(interaction, Notice(gettext(ARTICLE_GONE)))
            return
        removed = await remove_article(service, server, article_id)
        await note(interaction, N_("removed"), removed.title)
        lines = [gettext(REMOVED).format(fitted_line(removed.title, ROOM_FOR_TITLE))]
        if removed.channels:
            channels = ", ".join(f"<#{channel}>" for channel in removed.channels[:CHANNELS_NAMED])
            lines.append(f"-# {gettext(SEARCHES_ALL).format(channels)}")
        undo = [row(BringBack(article_id))] if removed.is_kept else []
        if undo:
            lines.append(f"-# {gettext(FOR_A_DAY)}")
        await replace(interaction, Notice("\n".join(lines), *undo))


class BringBack(CardButton, template=r"bring-back:(?P<article>(?s:.+))"):
    """Brings a removed article back, by its key. All that takes is in the database."""

    moderators_only = True

    def __init__(self, article: str) -> None:
        key = key_of(article)
        super().__init__(f"bring-back:{key}", gettext("Undo"))
        self.article = key

    async def press(self, interaction: Interaction) -> None:
        """Bring the article back, and say so in place of the line that it is removed."""
        service, server = service_of(interaction), server_of(interaction)
        kept = await service.store.removed(server)
        article_id = find_name(self.article, (entry.id for entry in kept))
        if article_id is None:
            raise DeclinedError(gettext(NOT_KEPT))
        title = await bring_back_article(service, server, article_id)
        await note(interaction, N_("brought back"), title)
        await replace(
            interaction, Notice(gettext(BROUGHT_BACK).format(fitted_line(title, ROOM_FOR_TITLE)))
        )
