"""Messages as they stand in a channel."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tests.discord_server.attachments import Attachment
from tests.discord_server.controls import Button, Select, find_button, find_select
from tests.discord_server.payload import Json
from tests.discord_server.users import User
from tests.discord_server.validation.components import FILE
from tests.discord_server.validation.messages import EPHEMERAL, LOADING, Content
from tests.discord_server.visible import component_words, embed_words, give_ids, walk

if TYPE_CHECKING:
    from tests.discord_server.channels import Channel

REPLY, SLASH_REPLY, CONTEXT_MENU_REPLY = 19, 20, 23
"""Message types: an answer to a message, and those to commands."""

REPLIED_TO, FORWARDED = 0, 1
"""What a reference to another message means."""

IN_SNAPSHOT = (
    "type", "content", "embeds", "attachments", "timestamp", "edited_timestamp", "flags",
    "mentions", "mention_roles", "components",
)  # fmt: skip

ROLE_MENTION = re.compile(r"<@&(\d+)>")

PING = re.compile(r"@everyone|@here|<@[!&]?\d+>")


@dataclass(eq=False)
class Message:
    """A message, as it is now.

    `snapshot` is what it forwards, and `reference` then the message it was. `seen_by` is the one
    person who sees it, where it is ephemeral. `pings` are the mentions that notify somebody, as
    written. `edits` counts how often it was changed.
    """

    id: int
    channel: Channel
    author: User
    content: Content
    created: str
    reference: Message | None = None
    mentions: Sequence[User] = ()
    pings: frozenset[str] = frozenset()
    seen_by: User | None = None
    interaction_metadata: Json | None = None
    snapshot: Json | None = None
    kind: int = 0
    edited: str | None = None
    edits: int = 0
    deleted: bool = False
    nonce: str | None = None
    _components: list[Json] = field(init=False)

    def __post_init__(self) -> None:
        self._settle()

    def change(self, content: Content, edited: str, pings: frozenset[str]) -> None:
        """Show `content` from now on."""
        self.content = replace(content, flags=content.flags & ~LOADING)
        self.edited = edited
        self.pings |= pings
        self.edits += 1
        self._settle()

    @property
    def text(self) -> str:
        """Everything that a person reads, from top to bottom, Markdown as it was sent."""
        return "\n".join(self._words())

    @property
    def ephemeral(self) -> bool:
        return bool(self.content.flags & EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether it says only that the bot is thinking."""
        return bool(self.content.flags & LOADING)

    @property
    def files(self) -> Sequence[Attachment]:
        return self.content.attachments

    @property
    def components(self) -> Sequence[Json]:
        """Its components as the bot sent them, with ids, and attachments at their addresses."""
        return self._components

    @property
    def embeds(self) -> Sequence[Json]:
        return self.content.embeds

    @property
    def buttons(self) -> list[Button]:
        return [Button(self, part) for part in walk(self.components) if part["type"] == Button.TYPE]

    @property
    def selects(self) -> list[Select]:
        return [
            Select(self, part) for part in walk(self.components) if part["type"] in Select.TYPES
        ]

    @property
    def custom_ids(self) -> set[str]:
        """The custom ids of everything a person can use on it."""
        return {part["custom_id"] for part in walk(self.components) if "custom_id" in part}

    def button(self, name: str) -> Button:
        """Return the button with this label, emoji or custom id."""
        return find_button(self.buttons, name)

    def select(self, name: str = "") -> Select:
        """Return the menu with this placeholder or custom id, or the only one."""
        return find_select(self.selects, name)

    def payload(self, *, hidden: bool = False, nested: bool = True) -> Json:
        """Return the message as Discord sends it; `hidden` leaves out what it says.

        `nested` includes the message it answers.
        """
        payload: Json = {
            "id": str(self.id),
            "channel_id": str(self.channel.id),
            "author": self.author.payload(),
            "content": "" if hidden else self.content.text,
            "timestamp": self.created,
            "edited_timestamp": self.edited,
            "tts": False,
            "mention_everyone": bool(self.pings & {"@everyone", "@here"}),
            "mentions": [user.payload() for user in self.mentions],
            "mention_roles": ROLE_MENTION.findall(self.content.text),
            "attachments": [] if hidden else [file.payload() for file in self.files],
            "embeds": [] if hidden else copy.deepcopy(list(self.embeds)),
            "components": [] if hidden else copy.deepcopy(list(self.components)),
            "pinned": False,
            "type": self.kind,
            "flags": self.content.flags,
        }
        if self.nonce is not None:
            payload["nonce"] = self.nonce
        if self.interaction_metadata:
            payload["interaction_metadata"] = self.interaction_metadata
        if self.reference:
            kind = FORWARDED if self.snapshot else REPLIED_TO
            payload["message_reference"] = {**self.reference.as_reference(), "type": kind}
            if nested and not self.snapshot:
                payload["referenced_message"] = (
                    None if self.reference.deleted else self.reference.payload(nested=False)
                )
        if self.snapshot:
            # Discord does not say that it withholds these too. Here it does.
            nothing: Json = {"content": "", "attachments": [], "embeds": [], "components": []}
            snapshot = {**self.snapshot, **(nothing if hidden else {})}
            payload["message_snapshots"] = [{"message": snapshot}]
        if self.channel.guild:
            payload["guild_id"] = str(self.channel.guild.id)
        return payload

    def as_snapshot(self) -> Json:
        """Return what Discord copies of a message that is forwarded; who wrote it is left out."""
        payload = self.payload(nested=False)
        return {name: payload[name] for name in IN_SNAPSHOT}

    def as_reference(self) -> Json:
        reference = {"message_id": str(self.id), "channel_id": str(self.channel.id)}
        if self.channel.guild:
            reference["guild_id"] = str(self.channel.guild.id)
        return reference

    def _words(self) -> Iterator[str]:
        yield from filter(None, [self.content.text])
        for embed in self.embeds:
            yield from embed_words(embed)
        yield from component_words(self.components)
        yield from (file.name for file in self.files)

    def _settle(self) -> None:
        """Number the components and put addresses in place of `attachment://` names."""
        self._components = copy.deepcopy(list(self.content.components))
        give_ids(self._components)
        files = {f"attachment://{file.name}": file for file in self.files}
        for part in walk(self._components):
            pictures = [part, *part.get("items", ())]
            for media in (p.get(name) for p in pictures for name in ("media", "file")):
                if media and media["url"] in files:
                    file = files[media["url"]]
                    media |= {"url": file.url, "proxy_url": file.url, "attachment_id": str(file.id)}
                    if part["type"] == FILE:
                        part |= {"name": file.name, "size": len(file.content)}


def pings_in(content: Content, *, may_ping_everyone: bool) -> frozenset[str]:
    """Return the mentions in a message that notify somebody.

    Without `allowed_mentions` all do; @everyone only where the author may.
    """
    texts = [content.text, *(p["content"] for p in walk(content.components) if "content" in p)]
    found = {ping for text in texts for ping in PING.findall(text)}
    allowed = content.allowed_mentions
    if allowed is None:
        allowed = {"parse": ["users", "roles", "everyone"]}
    parse = allowed.get("parse", ())

    def notifies(ping: str) -> bool:
        if ping in {"@everyone", "@here"}:
            return may_ping_everyone and "everyone" in parse
        kind = "roles" if ping.startswith("<@&") else "users"
        return kind in parse or ping.strip("<@!&>") in map(str, allowed.get(kind, ()))

    return frozenset(filter(notifies, found))
