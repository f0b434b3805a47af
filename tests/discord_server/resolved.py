"""What Discord sends along with an interaction about the people, roles and files it names."""

from __future__ import annotations

from typing import Any

from tests.discord_server.attachments import Attachment
from tests.discord_server.channels import Channel
from tests.discord_server.messages import Message
from tests.discord_server.payload import Json
from tests.discord_server.people import Member
from tests.discord_server.roles import Role


class Resolved:
    """Collect "resolved data", and return the id under which each thing is found in it."""

    def __init__(self, channel: Channel) -> None:
        self.payload: Json = {}
        self.channel = channel

    def add(self, thing: Any) -> str:
        """Add a member, channel, role, message or attachment."""
        if isinstance(thing, Member):
            return self._add_member(thing)
        if isinstance(thing, Channel):
            permissions = str(self.channel.permissions_of(self.channel.server.bot))
            return self._put("channels", thing.id, {**thing.payload(), "permissions": permissions})
        if isinstance(thing, Role):
            return self._put("roles", thing.id, thing.payload())
        if isinstance(thing, Message):
            return self._put("messages", thing.id, thing.payload())
        if isinstance(thing, Attachment):
            return self._put("attachments", thing.id, thing.payload())
        raise TypeError(f"Discord has no {type(thing).__name__}")

    def _add_member(self, member: Member) -> str:
        payload = {**member.payload(), "permissions": str(self.channel.permissions_of(member.user))}
        # Discord leaves out of partial members what is elsewhere or of no use here.
        for name in ("user", "deaf", "mute"):
            del payload[name]
        if self.channel.guild:
            self._put("members", member.user.id, payload)
        return self._put("users", member.user.id, member.user.payload())

    def _put(self, kind: str, number: int, payload: Json) -> str:
        self.payload.setdefault(kind, {})[str(number)] = payload
        return str(number)
