"""Where somebody asks: which articles are searched there, and who may ask how often."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime

import discord

from bot.discord.errors import DeclinedError
from bot.discord.kit.quoting import harmless
from bot.discord.service import Interaction, Service, service_of
from bot.discord.service.conversations import Talk
from bot.discord.service.server_settings import ServerSettings, load_settings
from bot.language import N_, gettext
from corpus.answering.answer import Answer
from corpus.answering.explanation import Explanation
from corpus.corpus import FIGURE_UNITS
from corpus.figures import Found
from corpus.library.store import Entry, questions
from corpus.library.store.questions import KeptQuestion
from corpus.topics import PlacedClaim

NOT_IN_MESSAGES = N_(
    "I answer questions on servers, from the articles that their moderators have loaded. "
    "Use `/ask` there."
)
TOPICS_NAMED = 3
"""Questions named where it is not clear which one is meant."""

NOT_YOUR_ROLE = N_("On this server only people with the role “{}” can ask me.")


@dataclass(frozen=True, slots=True)
class Place:
    """A channel of a server, and what is searched there: all articles where `within` is None.

    `thread` is the id of the thread within the channel where something happens, if it is one.
    """

    service: Service
    server: int
    channel: int
    settings: ServerSettings
    within: Collection[str] | None
    thread: int | None = None

    async def ask(self, question: str, limit: int, article: str | None = None) -> Answer:
        """Answer a question with `limit` passages at most; an article's id restricts it to that one.

        Raises DeclinedError where too many questions are asked at once.
        """
        within = self.within if article is None else [article]
        with self.service.pace.turn(self.server):
            return await self.service.library.ask(self.server, question, limit, within=within)

    async def figures(
        self, about: str, article: str | None = None, *, most: int = FIGURE_UNITS
    ) -> Found:
        """Find the figures about something here, in `most` pieces of articles that match best.

        An article's id restricts it to that one. Raises DeclinedError where too many questions are
        asked at once.
        """
        within = self.within if article is None else [article]
        with self.service.pace.turn(self.server):
            return await self.service.library.figures(self.server, about, within=within, most=most)

    async def explain(self, question: str, limit: int, article: str | None = None) -> Explanation:
        """Explain what `ask` answers to a question here, for the `limit` best paragraphs.

        Raises DeclinedError where too many questions are asked at once.
        """
        within = self.within if article is None else [article]
        passages = self.settings.passages
        with self.service.pace.turn(self.server):
            return await self.service.library.explain(
                self.server, question, limit, passages=passages, within=within
            )

    async def claims_about(self, words: str, within: Collection[str] | None) -> list[PlacedClaim]:
        """Find who says what about some words, the newest first; all claims for no words.

        Raises DeclinedError where too many questions are asked at once.
        """
        with self.service.pace.turn(self.server):
            return await self.service.library.claims_about(self.server, words, within=within)

    def talk_of(self, person: int) -> Talk:
        """Return the talk that a person's question here is part of."""
        return Talk(self.channel, person) if self.thread is None else Talk(self.thread, None)

    def topic_of(self, talk: Talk) -> str | None:
        """Return what a talk here was about last, if that is not long ago."""
        return self.service.conversations.topic(talk)

    def topics_here(self) -> list[str]:
        """List what was asked here last, by anybody, the newest first."""
        return self.service.conversations.latest_in(self.thread or self.channel, TOPICS_NAMED)

    async def entries(self) -> list[Entry]:
        """List the server's articles, in the order they were loaded."""
        return await self.service.library.articles(self.server)

    async def searched(self) -> list[Entry]:
        """List the articles that are searched here, in the order they were loaded."""
        entries = await self.entries()
        return entries if self.within is None else [e for e in entries if e.id in self.within]

    async def keep(self, question: str, message_id: int | None, *, answered: bool) -> None:
        """Keep a question for the moderators, where they want that."""
        if self.settings.keep_questions and message_id:
            asked = KeptQuestion(message_id, self.channel, datetime.now(UTC), question, answered)
            await questions.keep(self.service.store, self.server, asked)


async def place_of(interaction: Interaction) -> Place:
    """Find the place where an interaction happens; raises DeclinedError in direct messages."""
    return await find_place(service_of(interaction), interaction.guild_id, interaction.channel)


async def find_place(service: Service, server: int | None, channel: object) -> Place:
    """Find the place for a server and one of its channels; a thread counts as its channel.

    Raises DeclinedError where there is no server: the message is a direct one.
    """
    if server is None:
        raise DeclinedError(gettext(NOT_IN_MESSAGES))
    channel_id = channel_of(channel)
    settings = await load_settings(service.store, server)
    thread = channel.id if isinstance(channel, discord.Thread) else None
    within = settings.channels.get(channel_id)
    return Place(service, server, channel_id, settings, within, thread)


def channel_of(channel: object) -> int:
    """Return the id of a channel; of a thread, that of its channel; 0 where there is none."""
    if isinstance(channel, discord.Thread):
        return channel.parent_id
    return channel.id if isinstance(channel, discord.abc.Snowflake) else 0


def let_ask(place: Place, person: discord.User | discord.Member) -> None:
    """Count a question of a person; raises DeclinedError where they may not ask, or not yet."""
    role = place.settings.asked_by
    if role is not None and isinstance(person, discord.Member) and not _may(person, role):
        named = person.guild.get_role(role)
        name = harmless(named.name) if named else role
        raise DeclinedError(gettext(NOT_YOUR_ROLE).format(name))
    place.service.pace.check(place.server, person.id, place.settings.cooldown)


def _may(person: discord.Member, role: int) -> bool:
    permissions = person.resolved_permissions or person.guild_permissions
    return permissions.manage_messages or any(each.id == role for each in person.roles)
