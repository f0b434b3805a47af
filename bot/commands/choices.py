"""What is suggested while somebody types: articles by title, sources by name."""

from __future__ import annotations

from collections.abc import Iterable

from discord import app_commands

from bot.article_keys import digest_of, key_of, named
from bot.errors import DeclinedError
from bot.interaction import Interaction
from bot.limits import LONGEST_CHOICE, MOST_CHOICES
from bot.sending import as_choices
from corpus.library import Library

UNTITLED = "(untitled)"
NO_SUCH_ARTICLE = "There is no such article here. Choose one from the list that opens as you type."
NO_SUCH_SOURCE = "Nobody of that name is quoted here. Choose a name from the list as you type."

Choices = list[app_commands.Choice[str]]


async def suggest_articles(interaction: Interaction, typed: str) -> Choices:
    """Suggest the articles whose titles have what was typed, newest first; their keys are chosen."""
    if interaction.guild_id is None:
        return []
    entries = await interaction.client.library.articles(interaction.guild_id)
    titles = ((entry.title, key_of(entry.id)) for entry in reversed(entries))
    return as_choices(_matching(titles, typed))


async def suggest_sources(interaction: Interaction, typed: str) -> Choices:
    """Suggest who is quoted, in the article chosen already if there is one, most quoted first.

    Where that is no article, whoever uses the command is told so then; here it is let be.
    """
    server = interaction.guild_id
    if server is None:
        return []
    client = interaction.client
    chosen = getattr(interaction.namespace, "article", None)
    try:
        within = [await article_chosen(client.library, server, chosen)] if chosen else None
    except DeclinedError:
        within = None
    names = await client.sources.names(server, within)
    pairs = ((name, name if len(name) <= LONGEST_CHOICE else digest_of(name)) for name in names)
    return as_choices(_matching(pairs, typed))


async def article_chosen(library: Library, server: int, chosen: str) -> str:
    """Give the id of the article chosen by its key, or by its title where that was typed out.

    Raises DeclinedError where there is none.
    """
    entries = await library.articles(server)
    found = named(chosen, (entry.id for entry in entries))
    if found is None:
        typed = chosen.strip().casefold()
        found = next((e.id for e in reversed(entries) if e.title.casefold() == typed), None)
    if found is None:
        raise DeclinedError(NO_SUCH_ARTICLE)
    return found


def source_chosen(names: Iterable[str], chosen: str) -> str:
    """Give the name chosen, whatever its case; raises DeclinedError where nobody has it."""
    known = list(names)
    typed = chosen.strip().casefold()
    found = next((name for name in known if name.casefold() == typed), None) or named(chosen, known)
    if found is None:
        raise DeclinedError(NO_SUCH_SOURCE)
    return found


def _matching(choices: Iterable[tuple[str, str]], typed: str) -> list[tuple[str, str]]:
    """Choose those that have every word typed, those that begin with it first."""
    wanted = typed.casefold().split()
    found = [
        (" ".join(name.split()) or UNTITLED, value)
        for name, value in choices
        if all(word in name.casefold() for word in wanted)
    ]
    start = typed.strip().casefold()
    found.sort(key=lambda choice: not choice[0].casefold().startswith(start))
    return found[:MOST_CHOICES]
