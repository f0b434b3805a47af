"""Guilds (Discord's name for servers): their members, roles and channels, and the bot in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.discord_server import permissions
from tests.discord_server.channels import FORUM, Channel
from tests.discord_server.command_permissions import CommandPermissions, Kind
from tests.discord_server.controls import NotPossibleError
from tests.discord_server.payload import Json
from tests.discord_server.people import Member
from tests.discord_server.roles import Role
from tests.discord_server.users import User

if TYPE_CHECKING:
    from tests.discord_server.server import DiscordServer


class Guild:
    """A guild that the bot is in, until `remove_bot`."""

    def __init__(
        self, server: DiscordServer, guild_id: int, name: str, bot_permissions: int, locale: str
    ) -> None:
        self.server = server
        self.id = guild_id
        self.name = name
        self.locale = locale
        self.everyone = Role(self.id, "@everyone", permissions.USUAL, 0)
        self.bot_role = Role(
            server.snowflakes.next(),
            server.bot.name,
            bot_permissions,
            1,
            managed=True,
            bot=server.bot.id,
        )
        self.roles = {role.id: role for role in (self.everyone, self.bot_role)}
        self.channels: dict[int, Channel] = {}
        self.members: dict[int, Member] = {}
        self.command_permissions = CommandPermissions(self.id)
        self.has_bot = True
        self.bot = self._join(server.bot, [self.bot_role])
        self.owner = self._join(User(server.snowflakes.next(), "Owner"), [])

    def add_channel(self, name: str) -> Channel:
        channel = Channel(self.server.snowflakes.next(), name, self.server, self)
        self.channels[channel.id] = channel
        self.server.gateway.tell(self, "CHANNEL_CREATE", channel.payload())
        return channel

    def add_forum(self, name: str) -> Channel:
        """Add a forum, in which people `post`."""
        forum = Channel(self.server.snowflakes.next(), name, self.server, self, kind=FORUM)
        self.channels[forum.id] = forum
        self.server.gateway.tell(self, "CHANNEL_CREATE", forum.payload())
        return forum

    def add_role(self, name: str, **names: bool) -> Role:
        """Add a role with permissions named as in discord.py."""
        value = permissions.bits(n for n, yes in names.items() if yes)
        role = Role(self.server.snowflakes.next(), name, value, len(self.roles))
        self.roles[role.id] = role
        self._tell_role("GUILD_ROLE_CREATE", role)
        return role

    def add_member(
        self, name: str | User = "Reader", *roles: Role, locale: str = "en-US", **names: bool
    ) -> Member:
        """Let a person join, with roles, and a role of their own for permissions named here.

        A `User` joins as who they are, so that one person can be in two guilds.
        """
        user = name if isinstance(name, User) else self.server.add_user(name, locale=locale)
        own = [self.add_role(f"{user.name}'s role", **names)] if names else []
        member = self._join(user, [*roles, *own])
        payload = {**member.payload(), "guild_id": str(self.id)}
        self.server.gateway.tell(self, "GUILD_MEMBER_ADD", payload)
        return member

    def set_role(self, role: Role, **names: bool) -> None:
        """Return (True) or take (False) permissions of a role."""
        role.permissions |= permissions.bits(name for name, yes in names.items() if yes)
        role.permissions &= ~permissions.bits(name for name, yes in names.items() if not yes)
        self._tell_role("GUILD_ROLE_UPDATE", role)

    def set_command(
        self, name: str | None, of: Role | Member | Channel | None, *, allowed: bool | None
    ) -> None:
        """Decide in the guild's Integrations who may use a command, and where.

        `name` is a top-level command's, or None for all the app's; `of` None is all channels.
        `allowed` None takes a decision back. The bot is told.
        """
        server = self.server
        target = server.application_id if name is None else server.commands.number_of(name)
        kind, number = self._about(of)
        self.command_permissions.decide(target, kind, number, allowed=allowed)
        event = self.command_permissions.event(target, server.application_id)
        server.gateway.tell(self, "APPLICATION_COMMAND_PERMISSIONS_UPDATE", event)

    def remove_bot(self) -> None:
        """Throw the bot out."""
        self._check_has_bot()
        self.server.gateway.tell(self, "GUILD_DELETE", {"id": str(self.id)})
        self.has_bot = False

    def go_down(self) -> None:
        """Be unavailable for a while, as in an outage; the bot stays a member."""
        self.server.gateway.tell(self, "GUILD_DELETE", {"id": str(self.id), "unavailable": True})

    def come_back(self) -> None:
        """Be available again after `go_down`."""
        self.server.gateway.tell(self, "GUILD_CREATE", {**self.payload(), "unavailable": False})

    def add_bot(self) -> None:
        """Invite the bot again after `remove_bot`."""
        self.has_bot = True
        self.server.gateway.tell(self, "GUILD_CREATE", self.payload())

    def payload(self, *, all_members: bool = False) -> Json:
        """Return the guild as the gateway sends it, with all members or the bot alone."""
        members = self.members.values() if all_members else [self.bot]
        return {
            "id": str(self.id),
            "name": self.name,
            "owner_id": str(self.owner.user.id),
            "preferred_locale": self.locale,
            "member_count": len(self.members),
            "large": False,
            "joined_at": self.bot.joined,
            "features": [],
            "premium_tier": 0,
            "verification_level": 0,
            "default_message_notifications": 1,
            "explicit_content_filter": 0,
            "mfa_level": 0,
            "nsfw_level": 0,
            "afk_timeout": 300,
            "system_channel_flags": 0,
            "roles": [role.payload() for role in self.roles.values()],
            "channels": [c.payload() for c in self.channels.values() if not c.parent],
            "threads": [c.payload() for c in self.channels.values() if c.parent],
            "members": [member.payload() for member in members],
            **dict.fromkeys(
                ("icon", "banner", "description", "system_channel_id", "vanity_url_code")
            ),
            **{name: [] for name in _EMPTY_LISTS},
        }

    def _join(self, user: User, roles: list[Role]) -> Member:
        member = Member(user, self, roles, self.server.clock.stamp())
        self.members[user.id] = member
        return member

    def _about(self, of: Role | Member | Channel | None) -> tuple[Kind, int]:
        if isinstance(of, Member):
            return Kind.USER, of.user.id
        if isinstance(of, Role):
            return Kind.ROLE, of.id
        return Kind.CHANNEL, of.id if of else self.id - 1

    def _tell_role(self, event: str, role: Role) -> None:
        self.server.gateway.tell(self, event, {"guild_id": str(self.id), "role": role.payload()})

    def _check_has_bot(self) -> None:
        if not self.has_bot:
            raise NotPossibleError(f"the bot is not in {self.name}")


_EMPTY_LISTS = (
    "emojis", "stickers", "presences", "voice_states", "stage_instances",
    "guild_scheduled_events", "soundboard_sounds",
)  # fmt: skip
