"""Channels: of a guild, or between the bot and one person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.discord_server import permissions
from tests.discord_server.payload import Json
from tests.discord_server.people import Member
from tests.discord_server.roles import Role
from tests.discord_server.users import User

if TYPE_CHECKING:
    from tests.discord_server.guilds import Guild
    from tests.discord_server.messages import Message
    from tests.discord_server.server import DiscordServer

TEXT_CHANNEL, DM_CHANNEL, POST, FORUM = 0, 1, 11, 15
"""Types of channels; a post of a forum is a thread."""


@dataclass(eq=False)
class Channel:
    """A text channel of a guild, the direct messages between the bot and one person, or a forum.

    A post of a forum has that as its `parent`; its overwrites are the forum's.
    """

    id: int
    name: str
    server: DiscordServer
    guild: Guild | None = None
    recipient: User | None = None
    overwrites: dict[int, tuple[int, int]] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    typing: int = 0
    kind: int = TEXT_CHANNEL
    parent: Channel | None = None

    @property
    def mention(self) -> str:
        return f"<#{self.id}>"

    def set_permissions(self, of: Role | Member | User, **names: bool) -> None:
        """Allow (True) or deny (False) permissions, named as in discord.py, in this channel."""
        owner = of.user.id if isinstance(of, Member) else of.id
        deny, allow = self.overwrites.get(owner, (0, 0))
        denied = permissions.bits(name for name, yes in names.items() if not yes)
        allowed = permissions.bits(name for name, yes in names.items() if yes)
        self.overwrites[owner] = (deny & ~allowed | denied, allow & ~denied | allowed)
        self.server.gateway.tell(self.guild, "CHANNEL_UPDATE", self.payload())

    def permissions_of(self, user: User) -> int:
        """Return what `user` may do here; nothing where they are no member."""
        if self.guild is None:
            return permissions.ALL
        member = self.guild.members.get(user.id)
        if member is None:
            return 0
        if user is self.guild.owner.user:
            return permissions.ALL
        return permissions.in_channel(
            member.permissions,
            self.overwrites,
            guild_id=self.guild.id,
            role_ids=[role.id for role in member.roles],
            user_id=user.id,
        )

    def may(self, user: User, name: str) -> bool:
        return permissions.may(self.permissions_of(user), name)

    def find(self, message_id: int) -> Message | None:
        """Return a message that stands here."""
        return next((m for m in self.messages if m.id == message_id and not m.deleted), None)

    async def message_after(self, earlier: Message) -> Message:
        """Wait for the bot's first message in this channel after `earlier` and return it."""

        def later() -> list[Message]:
            return [
                m for m in self.messages if m.id > earlier.id and m.author.bot and not m.loading
            ]

        await self.server.pulse.until(lambda: bool(later()), f"no message in #{self.name}")
        return later()[0]

    def payload(self) -> Json:
        if self.guild is None:
            recipients = [self.recipient.payload()] if self.recipient else []
            return {"id": str(self.id), "type": DM_CHANNEL, "recipients": recipients, "flags": 0}
        # A role's overwrite has type 0, a member's type 1.
        return {
            "id": str(self.id),
            "guild_id": str(self.guild.id),
            "type": self.kind,
            "name": self.name,
            "position": 0,
            "topic": None,
            "nsfw": False,
            "flags": 0,
            **(self._of_thread() if self.parent else {"parent_id": None}),
            "last_message_id": str(self.messages[-1].id) if self.messages else None,
            "rate_limit_per_user": 0,
            "permission_overwrites": [
                {
                    "id": str(key),
                    "type": int(key not in self.guild.roles),
                    "deny": str(d),
                    "allow": str(a),
                }
                for key, (d, a) in self.overwrites.items()
            ],
        }

    def _of_thread(self) -> Json:
        """Return what only a thread has."""
        metadata = {"archived": False, "locked": False, "auto_archive_duration": 1440}
        now = self.server.clock.stamp()
        return {
            "parent_id": str(self.parent.id) if self.parent else None,
            "owner_id": str(self.messages[0].author.id) if self.messages else "0",
            "message_count": len(self.messages),
            "member_count": 1,
            "thread_metadata": {**metadata, "archive_timestamp": now, "create_timestamp": now},
        }
