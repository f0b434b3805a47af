"""`/library rename`: give an article another title."""

from __future__ import annotations

from discord import app_commands

from bot.discord.errors import DeclinedError
from bot.discord.kit.card import Notice
from bot.discord.kit.choices import Choices, chosen_article, suggest_articles
from bot.discord.kit.fitting import ROOM_FOR_TITLE, fitted_line
from bot.discord.kit.moderators import library_commands, note
from bot.discord.kit.sending import respond
from bot.discord.service import Interaction, server_of, service_of
from bot.language import N_, gettext
from corpus.reading.limits import MAX_TITLE

NO_WORDS = N_("Give a title that can be seen.")
RENAMED = N_("**{}** is now called **{}**.")


@library_commands.command(name="rename", description="Give an article another title")
@app_commands.describe(article="The article", title="Its new title")
async def rename(
    interaction: Interaction, article: str, title: app_commands.Range[str, 1, MAX_TITLE]
) -> None:
    """Rename an article."""
    library, server = service_of(interaction).library, server_of(interaction)
    old = await chosen_article(library, server, article)
    new = " ".join(title.split())
    if not any(letter.isalnum() for letter in new):
        raise DeclinedError(gettext(NO_WORDS))
    await library.rename(server, old.id, new)
    await note(interaction, N_("renamed"), f"{old.title} → {new}")
    titles = (fitted_line(name, ROOM_FOR_TITLE) for name in (old.title, new))
    await respond(interaction, Notice(gettext(RENAMED).format(*titles)))


@rename.autocomplete("article")
async def _articles(interaction: Interaction, typed: str) -> Choices:
    return await suggest_articles(interaction, typed)
