"""Gateway intents: what the bot wants to hear, and the message text that needs its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import Intents

from tests.discord_server.users import User

if TYPE_CHECKING:
    from tests.discord_server.guilds import Guild
    from tests.discord_server.messages import Message

KNOWN_INTENTS = Intents.all().value
GUILDS = Intents(guilds=True).value
GUILD_MEMBERS = Intents(members=True).value
GUILD_MESSAGES = Intents(guild_messages=True).value
DIRECT_MESSAGES = Intents(dm_messages=True).value
MESSAGE_CONTENT = Intents(message_content=True).value
PRIVILEGED = Intents(members=True, presences=True, message_content=True).value
"""Those that a bot has only where they are switched on in Discord's developer portal."""

NO_INTENT = 0
NEEDED = {
    **dict.fromkeys(
        ("GUILD_CREATE", "GUILD_DELETE", "CHANNEL_CREATE", "CHANNEL_UPDATE", "THREAD_CREATE"),
        GUILDS,
    ),
    **dict.fromkeys(("GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE"), GUILDS),
    **dict.fromkeys(("GUILD_MEMBER_ADD", "GUILD_MEMBER_REMOVE"), GUILD_MEMBERS),
}
"""The intent that an event needs; events that are not here need none."""


def message_intent(guild: Guild | None) -> int:
    """Return the intent needed to hear of messages in a guild, or of direct ones."""
    return GUILD_MESSAGES if guild else DIRECT_MESSAGES


def is_hidden(message: Message, granted: int, bot: User) -> bool:
    """Return whether Discord withholds what a message says from a bot with the `granted` intents.

    Not its own messages, not direct ones, not those that mention it ("Message Content Intent").
    """
    if granted & MESSAGE_CONTENT or message.channel.guild is None:
        return False
    return message.author is not bot and bot not in message.mentions
