"""Asking a server's articles on someone's behalf: who may, how often, and in which articles."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord

from bot.errors import DeclinedError
from bot.quoting import harmless
from bot.server_settings import ServerSettings, load_settings
from corpus.answering.answer import Answer
from corpus.library.store import questions
from corpus.library.store.questions import KeptQuestion
from corpus.reading.visible import one_line

if TYPE_CHECKING:
    from bot.client import SourcesSay
    from bot.interaction import Interaction

LONGEST_QUESTION = 300
"""Characters of a question; a card shows it whole, and *More* reads it there again."""

NOT_IN_MESSAGES = (
    "I answer questions on servers, from the articles that their moderators have loaded. "
    "Use `/ask` there."
)
NO_QUESTION = "Write a question in your own words, for example: How many troops are in Kursk?"
NOT_YOUR_ROLE = "On this server only people with the role “%s” can ask me."


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody asks, and what is searched there: all articles where `within` is None."""

    client: SourcesSay
    server: int
    channel: int
    settings: ServerSettings
    within: Collection[str] | None

    async def ask(self, question: str, limit: int, article: str | None = None) -> Answer:
        """Answer a question; one article's id restricts the search to it."""
        within = self.within if article is None else [article]
        with self.client.pace.turn(self.server):
            return await self.client.library.ask(self.server, question, limit, within=within)

    async def keep(self, question: str, message_id: int | None, *, answered: bool) -> None:
        """Keep a question for the moderators, where they want that."""
        if self.settings.keep_questions and message_id:
            asked = KeptQuestion(message_id, self.channel, datetime.now(UTC), question, answered)
            await questions.keep(self.client.store, self.server, asked)


async def place_of(interaction: Interaction) -> Place:
    """Give the place where an interaction happens; raises DeclinedError in direct messages."""
    return await find_place(interaction.client, interaction.guild_id, interaction.channel)


async def find_place(client: SourcesSay, server: int | None, channel: object) -> Place:
    """Give the place for a server and one of its channels; a thread counts as its channel."""
    if server is None:
        raise DeclinedError(NOT_IN_MESSAGES)
    channel_id = channel_of(channel)
    settings = await load_settings(client.store, server)
    return Place(client, server, channel_id, settings, settings.channels.get(channel_id))


def channel_of(channel: object) -> int:
    """Give the id of a channel, for a thread that of the channel it is in; 0 where there is none."""
    if isinstance(channel, discord.Thread):
        return channel.parent_id
    return channel.id if isinstance(channel, discord.abc.Snowflake) else 0


def let_ask(place: Place, person: discord.User | discord.Member) -> None:
    """Count a question of a person; raises DeclinedError where they may not ask, or not yet."""
    role = place.settings.asked_by
    if role is not None and isinstance(person, discord.Member) and not _may(person, role):
        named = person.guild.get_role(role)
        raise DeclinedError(NOT_YOUR_ROLE % (harmless(named.name) if named else role))
    place.client.pace.check(place.server, person.id, place.settings.cooldown)


def _may(person: discord.Member, role: int) -> bool:
    permissions = person.resolved_permissions or person.guild_permissions
    return permissions.manage_messages or any(own.id == role for own in person.roles)


def as_question(text: str) -> str:
    """Make a question of a text: one line without what nobody sees, cut at a word where too long.

    Raises DeclinedError where nothing is left.
    """
    line = one_line(text)
    if not line:
        raise DeclinedError(NO_QUESTION)
    if len(line) <= LONGEST_QUESTION:
        return line
    return line[:LONGEST_QUESTION].rpartition(" ")[0] or line[:LONGEST_QUESTION]
