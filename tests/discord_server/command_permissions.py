"""Who may use which command, as a guild's Integrations say.

Rules are from Discord's documentation, "Application Command Permissions", and its change log of
17 November 2022, which says how what is set for one command and for the whole app go together.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from tests.discord_server.payload import Json

Key = tuple["Kind", int]


class Kind(IntEnum):
    """Whom or what a permission is about."""

    ROLE = 1
    USER = 2
    CHANNEL = 3


class CommandPermissions:
    """What one guild has decided, under the id of a command, or of the application for all."""

    def __init__(self, guild_id: int) -> None:
        self._guild_id = guild_id
        self._decided: dict[int, dict[Key, bool]] = {}

    def decide(self, target: int, kind: Kind, of: int, *, allowed: bool | None) -> None:
        """Allow, deny, or (None) leave to the rule above it."""
        decided = self._decided.setdefault(target, {})
        decided.pop((kind, of), None)
        if allowed is not None:
            decided[kind, of] = allowed
        if not decided:
            del self._decided[target]

    def in_channel(self, command: int, application: int, channel: int) -> bool:
        """Return whether a command may be used in a channel by anybody at all."""
        # "All channels" has the guild's id less one.
        for target in (command, application):
            for number in (channel, self._guild_id - 1):
                said = self._decided.get(target, {}).get((Kind.CHANNEL, number))
                if said is not None:
                    return said
        return True

    def said_of(self, target: int, user: int, roles: Iterable[int]) -> bool | None:
        """Return what is said of a person: of themselves first, then their roles, then everyone."""
        decided = self._decided.get(target, {})
        if (Kind.USER, user) in decided:
            return decided[Kind.USER, user]
        of_roles = [decided[Kind.ROLE, role] for role in roles if (Kind.ROLE, role) in decided]
        if of_roles:
            return any(of_roles)
        return decided.get((Kind.ROLE, self._guild_id))

    def payload(self, target: int, application: int) -> Json | None:
        """Return what is decided under an id as Discord sends it, None where nothing is."""
        if target not in self._decided:
            return None
        return self.event(target, application)

    def payloads(self, application: int) -> list[Json]:
        """Return everything that is decided."""
        return [self.event(target, application) for target in self._decided]

    def event(self, target: int, application: int) -> Json:
        """Return what is decided under an id, perhaps nothing, as the gateway sends a change."""
        return {
            "id": str(target),
            "application_id": str(application),
            "guild_id": str(self._guild_id),
            "permissions": [
                {"id": str(number), "type": int(kind), "permission": allowed}
                for (kind, number), allowed in self._decided.get(target, {}).items()
            ],
        }
