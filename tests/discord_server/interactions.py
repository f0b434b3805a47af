"""Interactions: one person's act towards the bot, and what the bot may still answer.

Rules are from Discord's documentation, "Receiving and Responding".
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.discord_server.attachments import LARGEST_FILE
from tests.discord_server.clock import Clock
from tests.discord_server.payload import Json
from tests.discord_server.people import Member
from tests.discord_server.refusals import (
    ALREADY_ACKNOWLEDGED,
    INVALID_WEBHOOK_TOKEN,
    UNKNOWN_INTERACTION,
    UNKNOWN_WEBHOOK,
    RefusedError,
)

if TYPE_CHECKING:
    from tests.discord_server.channels import Channel
    from tests.discord_server.messages import Message

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
"""What a person did."""

MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
"""How the bot may answer."""

ANSWERS = {
    COMMAND: (MESSAGE, DEFERRED_MESSAGE, MODAL),
    COMPONENT: (MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, MODAL),
    AUTOCOMPLETE: (CHOICES,),
    MODAL_SUBMIT: (MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE),
}
"""Which answers fit which act. A modal cannot follow a modal."""

TIME_TO_ACKNOWLEDGE_S = 3.0
TOKEN_LIFETIME_S = 15 * 60.0


@dataclass(eq=False)
class Interaction:
    """One act of a person: a command, a press, a modal sent, a letter typed.

    `message` is the one whose component was used; `original` the bot's first answer, which for an
    update is that same message.
    """

    id: int
    kind: int
    about: str
    member: Member
    channel: Channel
    data: Json
    born: float
    message: Message | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    answered_with: int | None = None
    original: Message | None = None
    follow_ups: list[Message] = field(default_factory=list)
    modal: Json | None = None
    choices: list[Json] | None = None
    token_expired: bool = False

    def acknowledge(self, clock: Clock) -> None:
        """Check that the bot may answer now. Raises RefusedError."""
        if self.answered_with is not None:
            raise RefusedError(ALREADY_ACKNOWLEDGED)
        if self.is_too_late(clock):
            raise RefusedError(UNKNOWN_INTERACTION)

    def is_too_late(self, clock: Clock) -> bool:
        """Tell whether the time to answer in is over."""
        return clock.now() - self.born > TIME_TO_ACKNOWLEDGE_S

    def check_token(self, clock: Clock) -> None:
        """Check that the bot may still follow up and edit. Raises RefusedError."""
        if self.token_expired or clock.now() - self.born > TOKEN_LIFETIME_S:
            raise RefusedError(INVALID_WEBHOOK_TOKEN)
        if self.answered_with is None:
            raise RefusedError(UNKNOWN_WEBHOOK)

    @property
    def finished(self) -> bool:
        """Whether the bot has answered and no longer says that it is thinking."""
        thinking = self.original is not None and self.original.loading and not self.original.deleted
        return self.answered_with is not None and not thinking

    def metadata(self) -> Json:
        """Return what a message made by this interaction says of it."""
        metadata: Json = {
            "id": str(self.id),
            "type": self.kind,
            "user": self.member.user.payload(),
            "authorizing_integration_owners": self._owners(),
        }
        if self.kind == COMPONENT and self.message:
            metadata["interacted_message_id"] = str(self.message.id)
        if self.kind == MODAL_SUBMIT:
            metadata["triggering_interaction_metadata"] = {**metadata, "type": COMMAND}
        return metadata

    def payload(self, application_id: int) -> Json:
        """Return the interaction as the gateway sends it."""
        user = self.member.user
        payload: Json = {
            "id": str(self.id),
            "application_id": str(application_id),
            "type": self.kind,
            "token": self.token,
            "version": 1,
            "data": self.data,
            "channel_id": str(self.channel.id),
            "locale": user.locale,
            "attachment_size_limit": LARGEST_FILE,
            "entitlements": [],
            "authorizing_integration_owners": self._owners(),
        }
        permissions = str(self.channel.permissions_of(user))
        guild = self.channel.guild
        if guild is None:
            payload |= {"channel": self.channel.payload(), "user": user.payload(), "context": 1}
            payload["app_permissions"] = permissions
        else:
            payload |= {
                "channel": {**self.channel.payload(), "permissions": permissions},
                "guild_id": str(guild.id),
                "guild_locale": guild.locale,
                "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
                "member": {**self.member.payload(), "permissions": permissions},
                "app_permissions": str(self.channel.permissions_of(guild.bot.user)),
                "context": 0,
            }
        if self.message:
            payload["message"] = self.message.payload()
        return payload

    def _owners(self) -> Json:
        guild = self.channel.guild
        return {"0": str(guild.id) if guild else "0"}
