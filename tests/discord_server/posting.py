"""Posting, editing and deleting messages, once they were found to be in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.discord_server.attachments import File
from tests.discord_server.channels import POST
from tests.discord_server.interactions import COMMAND, COMPONENT, Interaction
from tests.discord_server.messages import (
    CONTEXT_MENU_REPLY,
    REPLY,
    SLASH_REPLY,
    Message,
    pings_in,
)
from tests.discord_server.payload import Json
from tests.discord_server.users import User
from tests.discord_server.validation.commands import SLASH
from tests.discord_server.validation.messages import EPHEMERAL, HAS_SNAPSHOT, Content

if TYPE_CHECKING:
    from tests.discord_server.channels import Channel
    from tests.discord_server.server import DiscordServer


class Posts:
    """Put messages into channels and tell the bot of them."""

    def __init__(self, server: DiscordServer) -> None:
        self._server = server

    def by_person(
        self,
        user: User,
        channel: Channel,
        text: str,
        *,
        reply_to: Message | None,
        files: Sequence[File],
        embeds: Sequence[Json],
    ) -> Message:
        """Let a person write a message."""
        text = self._as_sent(text)
        uploads = [self._server.files.upload(file, channel.id) for file in files]
        mentioned = self._mentioned(text)
        if reply_to and reply_to.author not in mentioned:
            mentioned.append(reply_to.author)
        message = Message(
            id=self._server.snowflakes.next(),
            channel=channel,
            author=user,
            content=Content(text=text, attachments=uploads, embeds=embeds),
            created=self._server.clock.stamp(),
            reference=reply_to,
            mentions=mentioned,
            kind=REPLY if reply_to else 0,
        )
        return self._post(message)

    def in_forum(self, user: User, forum: Channel, title: str, text: str) -> Message:
        """Let a person open a post in a forum, with its first message."""
        post = replace(
            forum,
            id=self._server.snowflakes.next(),
            name=title,
            kind=POST,
            parent=forum,
            messages=[],
        )
        if forum.guild:
            forum.guild.channels[post.id] = post
        self._server.gateway.tell(forum.guild, "THREAD_CREATE", post.payload())
        sent = self._as_sent(text)
        message = Message(
            id=post.id,
            channel=post,
            author=user,
            content=Content(text=sent),
            created=self._server.clock.stamp(),
            mentions=self._mentioned(sent),
        )
        return self._post(message)

    def by_person_again(self, message: Message, text: str) -> None:
        """Let a person write their message anew."""
        sent = self._as_sent(text)
        message.mentions = self._mentioned(sent)
        self.change(message, replace(message.content, text=sent))

    def forward(self, user: User, message: Message, channel: Channel) -> Message:
        """Let a person forward a message."""
        forwarded = Message(
            id=self._server.snowflakes.next(),
            channel=channel,
            author=user,
            content=Content(flags=HAS_SNAPSHOT),
            created=self._server.clock.stamp(),
            reference=message,
            snapshot=message.as_snapshot(),
        )
        return self._post(forwarded)

    def by_bot(
        self,
        channel: Channel,
        content: Content,
        *,
        reference: Message | None = None,
        kind: int = 0,
        nonce: str | None = None,
        interaction: Interaction | None = None,
    ) -> Message:
        """Post a message of the bot that was found to be in order."""
        private = bool(content.flags & EPHEMERAL) and interaction is not None
        message = Message(
            id=self._server.snowflakes.next(),
            channel=channel,
            author=self._server.bot,
            content=content,
            created=self._server.clock.stamp(),
            reference=reference,
            pings=self._pings(channel, content),
            seen_by=interaction.member.user if interaction and private else None,
            interaction_metadata=interaction.metadata() if interaction else None,
            kind=kind,
            nonce=nonce,
        )
        return self._post(message)

    def answer(self, interaction: Interaction, content: Content) -> Message:
        """Post a message of the bot that answers an interaction."""
        kind = _kind_of_answer(interaction)
        reference = interaction.message if interaction.kind == COMPONENT else None
        return self.by_bot(
            interaction.channel, content, reference=reference, kind=kind, interaction=interaction
        )

    def change(self, message: Message, content: Content) -> None:
        """Edit a message."""
        message.change(content, self._server.clock.stamp(), self._pings(message.channel, content))
        if message.seen_by is None:
            self._server.gateway.tell_message("MESSAGE_UPDATE", message)

    def delete(self, message: Message) -> None:
        """Delete a message."""
        message.deleted = True
        guild = message.channel.guild
        data: Json = {"id": str(message.id), "channel_id": str(message.channel.id)}
        if guild:
            data["guild_id"] = str(guild.id)
        if message.seen_by is None:
            self._server.gateway.tell(guild, "MESSAGE_DELETE", data)

    def _as_sent(self, text: str) -> str:
        return text.replace("@bot", self._server.bot.mention)

    def _mentioned(self, text: str) -> list[User]:
        return [user for user in self._server.users.values() if user.mention in text]

    def _post(self, message: Message) -> Message:
        message.channel.messages.append(message)
        if message.seen_by is None:
            self._server.gateway.tell_message("MESSAGE_CREATE", message)
        self._server.pulse.beat()
        return message

    def _pings(self, channel: Channel, content: Content) -> frozenset[str]:
        everyone = channel.may(self._server.bot, "mention_everyone") and channel.guild is not None
        return pings_in(content, may_ping_everyone=everyone)


def _kind_of_answer(interaction: Interaction) -> int:
    """Return the type of the first answer; what follows up on it is a reply to it."""
    if interaction.original is not None or interaction.kind == COMPONENT:
        return REPLY
    menu = interaction.kind == COMMAND and interaction.data["type"] != SLASH
    return CONTEXT_MENU_REPLY if menu else SLASH_REPLY
