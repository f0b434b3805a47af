"""`/library show` and `/library rename`."""

from __future__ import annotations

from typing import Any

from bot.discord.client import SourcesSay
from corpus.library.store import audit
from tests.bot.discord.conftest import load
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.newspaper import outcome
from tests.bot.discord.newsroom import DIKE, FERRY, HOSTILE, MARKET
from tests.discord_server import Channel, File, Guild, Member


async def test_an_article_is_renamed(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY)
    title = "  No   ferry *until* spring "
    reply = await moderator.slash(channel, "library rename", article=FERRY.id, title=title)
    assert read(reply.text).words.endswith("is now called No ferry *until* spring.")
    (entry,) = await bot.service.library.articles(guild.id)
    assert entry.title == "No ferry *until* spring"
    refused = await moderator.slash(
        channel, "library rename", article=FERRY.id, title="\u200b\u2800"
    )
    assert "Give a title that can be seen." in refused.text


async def test_an_article_that_is_not_there_is_one_sentence(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY)
    titled: dict[str, Any] = {"title": "x"}
    for command, more in (("update", {}), ("rename", titled), ("remove", {}), ("show", {})):
        reply = await moderator.slash(channel, f"library {command}", article="nonsense", **more)
        assert (reply.ephemeral, "There is no such article here" in reply.text) == (True, True)


async def test_an_article_is_shown_with_where_it_came_from(
    channel: Channel, moderator: Member
) -> None:
    file = File("dike.md", b"# Dike holds\n\n" + "\n\n".join(DIKE).encode())
    await outcome(await moderator.slash(channel, "library add", file=file))
    reply = await moderator.slash(channel, "library show", article="Dike holds")
    words = read((await outcome(reply)).text).words
    assert words.startswith("Dike holds\n")
    assert "English" in words
    assert "3 paragraphs" in words
    assert f"by {moderator.mention}" in words
    assert "From dike.md · 1 KB" in words
    read_it = await moderator.press(reply.button("Read it"))
    assert "9,000 bags" in read_it.text


async def test_hostile_articles_are_shown_and_nothing_else(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, HOSTILE)
    reply = await moderator.slash(channel, "library show", article=HOSTILE.id)
    seen = read(reply.text)
    assert seen.links == ["https://news.example/zebra%281%29"]
    assert set(seen.acts) <= {"heading", "link", "quote", "small", "time"}
    assert not reply.message.pings
    reply = await moderator.slash(channel, "library remove", article=HOSTILE.id)
    assert set(read(reply.text).acts) <= {"bold"}


async def test_the_library_as_a_whole_shows_who_changed_it(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY, MARKET)
    empty = await moderator.slash(channel, "library show")
    assert "2 articles" in empty.text
    assert "Nobody has changed it yet" in empty.text
    await moderator.slash(channel, "library rename", article=FERRY.id, title="@everyone *")
    reply = await moderator.slash(channel, "library show")
    assert f"{moderator.mention} renamed Ferry to Sandholm" in read(reply.text).words
    assert "→ @everyone *" in read(reply.text).words
    assert not reply.message.pings
    assert [line.who for line in await audit.newest(bot.service.store, guild.id)] == [
        moderator.user.id
    ]
