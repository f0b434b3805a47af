"""Who may do what where: Discord's documentation, "Permissions"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from discord import Permissions

ALL = Permissions.all().value

USUAL = Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
    embed_links=True,
    attach_files=True,
    add_reactions=True,
    use_application_commands=True,
).value
"""What @everyone may do on a new server."""

NEEDS_SENDING = Permissions(
    embed_links=True, attach_files=True, mention_everyone=True, send_tts_messages=True
).value
"""Who may not send messages may not do these either."""

Overwrites = Mapping[int, tuple[int, int]]
"""What a channel denies and allows, by the id of a role or a user: (denied, allowed)."""


def bits(names: Iterable[str]) -> int:
    """Return the permissions of these names, as discord.py spells them."""
    return Permissions(**dict.fromkeys(names, True)).value


def may(permissions: int, name: str) -> bool:
    """Return whether `permissions` contain the one called `name`."""
    return bool(permissions & bits([name]))


def in_channel(
    base: int, overwrites: Overwrites, *, guild_id: int, role_ids: Iterable[int], user_id: int
) -> int:
    """Return what a member with the `base` permissions may do in a channel.

    First the overwrites of @everyone apply (its id is the guild's), then those of the roles
    together, then the member's own.
    """
    if may(base, "administrator"):
        return ALL
    permissions = base
    roles = [overwrites[role_id] for role_id in role_ids if role_id in overwrites]
    denied = allowed = 0
    for deny, allow in roles:
        denied |= deny
        allowed |= allow
    for deny, allow in (
        overwrites.get(guild_id, (0, 0)),
        (denied, allowed),
        overwrites.get(user_id, (0, 0)),
    ):
        permissions = permissions & ~deny | allow
    if not may(permissions, "view_channel"):
        return 0
    if not may(permissions, "send_messages"):
        permissions &= ~NEEDS_SENDING
    return permissions
