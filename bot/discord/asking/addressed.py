"""Whether a message is meant for the bot, and what is asked in it."""

from __future__ import annotations

import re

import discord

from bot.discord.kit.messages import mention_of

CODE = re.compile(r"(`{1,3})(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
"""What Discord shows as it is written, between one, two or three backticks."""


def is_for_the_bot(bot_id: int, message: discord.Message) -> bool:
    """Tell whether the text itself mentions the bot or its role; replying to a card does not.

    A mention in code is shown as code, and pings nobody. Direct messages are for the bot. Of a
    message that names the role alone, Discord may withhold the text.
    """
    if message.guild is None:
        return True
    own_role = message.guild.self_role
    names_role = own_role is not None and own_role in message.role_mentions
    return names_role or bool(mention_of(bot_id).search(CODE.sub(" ", message.content)))


def words_asked(bot_id: int, message: discord.Message) -> str:
    """Return what a message says without mentions of the bot.

    The title of a forum's post is part of what its first message says.
    """
    written = _mentions(bot_id, message).sub(" ", message.content).strip()
    post = message.channel
    if isinstance(post, discord.Thread) and post.id == message.id and _is_in_forum(post):
        return f"{post.name}\n{written}".strip()
    return written


def _mentions(bot_id: int, message: discord.Message) -> re.Pattern[str]:
    """Return the pattern of a mention of the bot, or of the role that Discord made for it."""
    role = message.guild and message.guild.self_role
    pattern = mention_of(bot_id).pattern
    return re.compile(f"{pattern}|<@&{role.id}>" if role else pattern)


def _is_in_forum(post: discord.Thread) -> bool:
    return isinstance(post.parent, discord.ForumChannel)
