"""`/library export` and `/library import`."""

from __future__ import annotations

import gzip
from os import urandom

import pytest

from bot.discord.client import SourcesSay
from bot.discord.service.server_settings import load_settings
from corpus.reading import Original
from tests.bot.discord.conftest import configure, load
from tests.bot.discord.newspaper import outcome
from tests.bot.discord.newsroom import FERRY, HOSTILE, MARKET
from tests.discord_server import Channel, DiscordServer, File, Guild, Member
from tests.discord_server.attachments import LARGEST_FILE


async def test_a_library_goes_from_one_server_to_another(
    bot: SourcesSay, discord: DiscordServer, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await configure(bot, guild, audit_channel=channel.id, asked_by=guild.everyone.id, private=True)
    await load(bot, guild, FERRY, MARKET, HOSTILE)
    exported = await moderator.slash(channel, "library export")
    assert exported.ephemeral
    assert "3 articles" in exported.text
    (file,) = exported.files
    assert file.name.endswith(".jsonl.gz")

    await discord.settled()
    told = len(channel.messages)
    other = discord.add_guild("Elsewhere")
    hall = other.add_channel("hall")
    mia = other.add_member("Mia", manage_messages=True)
    upload = File(file.name, file.content)
    said = await outcome(await mia.slash(hall, "library import", file=upload))
    assert "**3 articles** read: 3 added." in said.text
    again = await outcome(await mia.slash(hall, "library import", file=upload))
    assert "3 unchanged" in again.text
    answer = await other.add_member("Ann").slash(
        hall, "ask", question="How many passengers take the ferry to Sandholm?"
    )
    assert "Jon Aas" in answer.text
    assert not answer.ephemeral, "settings of another server would lock people out"
    assert (await load_settings(bot.service.store, other.id)).asked_by is None
    await discord.settled()
    assert len(channel.messages) == told, "the other server's audit is its own"


async def test_an_empty_library_is_not_exported(
    bot: SourcesSay, channel: Channel, moderator: Member
) -> None:
    assert bot.is_ready()
    reply = await moderator.slash(channel, "library export")
    assert (reply.ephemeral, "nothing to export" in reply.text) == (True, True)


async def test_a_library_too_large_for_discord_is_explained(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    film = Original("film.pdf", "application/pdf", urandom(LARGEST_FILE + 1))
    await bot.service.library.add(guild.id, FERRY, original=film)
    reply = await moderator.slash(channel, "library export")
    assert reply.ephemeral
    assert f"sources-say export FILE --server {guild.id}" in reply.text
    assert not reply.files


@pytest.mark.parametrize(
    "content",
    [b"", b"plain words", gzip.compress(b'{"format": "other"}\n', mtime=0), b"\x1f\x8b\x08cut off"],
)
async def test_what_is_no_library_is_refused_and_nothing_is_changed(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, content: bytes
) -> None:
    reply = await moderator.slash(channel, "library import", file=File("x.jsonl.gz", content))
    said = await outcome(reply)
    assert (said.ephemeral, "not an exported library" in said.text) == (True, True)
    assert await bot.service.library.articles(guild.id) == []
