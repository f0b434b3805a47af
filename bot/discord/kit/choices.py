"""What is suggested while somebody types, and what they chose: articles by their titles."""

from __future__ import annotations

from collections.abc import Iterable

from discord import app_commands

from bot.discord.errors import DeclinedError
from bot.discord.kit.keys import find_name, key_of
from bot.discord.kit.limits import MOST_CHOICES
from bot.discord.kit.notices import UNTITLED
from bot.discord.kit.sending import as_choices
from bot.discord.service import Interaction, service_of
from bot.language import N_, gettext
from corpus.article import Article
from corpus.library import Library

NO_SUCH_ARTICLE = N_(
    "There is no such article here. Choose one from the list that opens as you type."
)

Choices = list[app_commands.Choice[str]]


async def suggest_articles(interaction: Interaction, typed: str) -> Choices:
    """Suggest the articles whose titles have what was typed, newest first; their keys are chosen."""
    if interaction.guild_id is None:
        return []
    entries = await service_of(interaction).library.articles(interaction.guild_id)
    titles = ((entry.title, key_of(entry.id)) for entry in reversed(entries))
    return as_choices(matching(titles, typed))


async def chosen_article_id(library: Library, server: int, chosen: str) -> str:
    """Find the id of the article chosen by its key, or by its title where that was typed out.

    Raises DeclinedError where there is none.
    """
    entries = await library.articles(server)
    article_id = find_name(chosen, (entry.id for entry in entries))
    if article_id is None:
        typed = chosen.strip().casefold()
        article_id = next((e.id for e in reversed(entries) if e.title.casefold() == typed), None)
    if article_id is None:
        raise DeclinedError(gettext(NO_SUCH_ARTICLE))
    return article_id


async def chosen_article(library: Library, server: int, chosen: str) -> Article:
    """Read the article chosen; raises DeclinedError where there is none."""
    return await library.article(server, await chosen_article_id(library, server, chosen))


def matching(choices: Iterable[tuple[str, str]], typed: str) -> list[tuple[str, str]]:
    """Pick the choices, of names and values, that have every word typed.

    Those that begin with what was typed come first, and no more than Discord takes are picked.
    """
    words = typed.casefold().split()
    picked = [
        (" ".join(name.split()) or gettext(UNTITLED), value)
        for name, value in choices
        if all(word in name.casefold() for word in words)
    ]
    start = typed.strip().casefold()
    picked.sort(key=lambda choice: not choice[0].casefold().startswith(start))
    return picked[:MOST_CHOICES]
