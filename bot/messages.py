"""What a message says: in its own words, in those it forwards, or in its preview of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import discord

Part = discord.Message | discord.MessageSnapshot
"""A message, or one that it forwards."""

WEB_ADDRESS = re.compile(r"https?://[^\s<>]{4,4000}", re.IGNORECASE)


def parts_of(message: discord.Message) -> list[Part]:
    """Give a message and those that it forwards."""
    return [message, *message.message_snapshots]


def without_mentions_of(me: discord.ClientUser, text: str) -> str:
    """Give a text without its mentions of the bot, of which nothing is to be looked up."""
    return mention_of(me).sub(" ", text).strip()


def mention_of(me: discord.ClientUser) -> re.Pattern[str]:
    """Give the pattern of what mentions the bot, as Discord sends it."""
    return re.compile(rf"<@!?{me.id}>")


def text_of(message: discord.Message, me: discord.ClientUser | None) -> str:
    """Give what a message says; empty where it says nothing, or Discord withholds it.

    What was written counts, also where it is forwarded, without the mentions of `me`. Embeds count where no word was written
    beside addresses: previews of pages, and the posts of feeds.
    """
    written = "\n".join(part.content for part in parts_of(message)).strip()
    if me:
        written = without_mentions_of(me, written)
    if any(letter.isalnum() for letter in WEB_ADDRESS.sub("", written)):
        return written
    return "\n".join(embed_texts(message))


def embed_texts(message: discord.Message) -> Iterator[str]:
    """Give the titles and descriptions of a message's embeds."""
    for part in parts_of(message):
        for embed in part.embeds:
            yield from filter(None, [embed.title, embed.description])
