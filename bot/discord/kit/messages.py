"""What a message says: in its own words, in those it forwards, or in its preview of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import discord

Person = discord.User | discord.Member

Part = discord.Message | discord.MessageSnapshot
"""A message, or one that it forwards."""

_BY_ID = re.compile(r"<(?:(?P<kind>@&|@!?|#)(?P<id>\d{1,20})|a?:(?P<emoji>\w{1,32}):\d{1,20})>")

WEB_ADDRESS = re.compile(r"https?://[^\s<>]{4,4000}", re.IGNORECASE)


def web_address(typed: str) -> str:
    """Read an address as people give it; angle brackets are Discord's way to hide a preview.

    They leave the https:// out; what was meant otherwise is refused when it is fetched.
    """
    address = typed.strip().removeprefix("<").removesuffix(">")
    return address if "://" in address else f"https://{address}"


def parts_of(message: discord.Message) -> list[Part]:
    """Return a message and those that it forwards."""
    return [message, *message.message_snapshots]


def without_mentions_of(bot_id: int, text: str) -> str:
    """Take the mentions of the bot out of a text: they are no words to look up."""
    return mention_of(bot_id).sub(" ", text).strip()


def mention_of(bot_id: int) -> re.Pattern[str]:
    """Return the pattern of a mention of the bot, as Discord sends it."""
    return re.compile(rf"<@!?{bot_id}>")


def named(text: str, guild: discord.Guild | None, people: Iterable[Person]) -> str:
    """Write people, roles, channels and emoji in a text by their names, as readers see them.

    `people` are those whom Discord named along with the text. Whom nobody names is "someone"; a
    role or a channel that is not known stays as it was sent.
    """
    names = {person.id: person.display_name for person in people}
    return _BY_ID.sub(lambda found: _name(found, guild, names), text)


def _name(found: re.Match[str], guild: discord.Guild | None, people: Mapping[int, str]) -> str:
    if found["emoji"]:
        return f":{found['emoji']}:"
    id_ = int(found["id"])
    if found["kind"] == "#":
        channel = guild and guild.get_channel_or_thread(id_)
        return f"#{channel.name}" if channel else found[0]
    if found["kind"] == "@&":
        role = guild and guild.get_role(id_)
        return f"@{role.name}" if role else found[0]
    return people.get(id_, "someone")


def text_of(message: discord.Message, bot_id: int) -> str:
    """Return what a message says; empty where it says nothing, or Discord withholds it.

    What was written counts, also where it is forwarded, without mentions of the bot. Where nothing
    was written but addresses, embeds count: previews of pages, and the posts of feeds.
    """
    written = "\n".join(part.content for part in parts_of(message))
    written = without_mentions_of(bot_id, written)
    if any(letter.isalnum() for letter in WEB_ADDRESS.sub("", written)):
        return written
    return "\n".join(embed_texts(message))


def embed_texts(message: discord.Message) -> Iterator[str]:
    """List the titles and descriptions of a message's embeds."""
    for part in parts_of(message):
        for embed in part.embeds:
            yield from filter(None, [embed.title, embed.description])
