"""`/library remove`: only once that is confirmed; for a day it can be undone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import update

from bot.discord.client import SourcesSay
from bot.discord.service.server_settings import load_settings
from corpus.library.store import audit
from corpus.library.store.tables import removed
from tests.bot.discord.conftest import Running, configure, load
from tests.bot.discord.newsroom import FERRY, MARKET
from tests.discord_server import Channel, DiscordServer, Guild, Member


async def test_an_article_is_removed_once_confirmed_even_after_a_restart(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel = guild.add_channel("news")
    moderator, ann = guild.add_member("Mo", manage_messages=True), guild.add_member("Ann")
    asked: dict[str, Any] = {"question": "How many passengers take the ferry to Sandholm?"}
    async with running() as bot:
        await configure(bot, guild)
        await load(bot, guild, FERRY)
        (choice,) = await moderator.autocomplete(channel, "library remove", article="fer")
        reply = await moderator.slash(channel, "library remove", article=choice.value)
        assert reply.ephemeral
        assert "340" in (await ann.slash(channel, "ask", **asked)).text
    async with running() as bot:
        await moderator.press(reply.button("Remove"))
        assert "Ferry to Sandholm stops for the winter** is removed" in reply.text
        assert "No articles are loaded" in (await ann.slash(channel, "ask", **asked)).text
        (line,) = await audit.newest(bot.service.store, guild.id)
    assert (line.who, line.act, line.article) == (moderator.user.id, "removed", FERRY.title)


async def test_it_is_kept_where_the_moderator_changes_their_mind(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY)
    reply = await moderator.slash(channel, "library remove", article=FERRY.id)
    await moderator.press(reply.button("Keep it"))
    assert reply.text == "Nothing was changed."
    assert len(await bot.service.library.articles(guild.id)) == 1


async def test_what_somebody_else_removed_meanwhile_is_gone(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY)
    reply = await moderator.slash(channel, "library remove", article=FERRY.id)
    await bot.service.library.remove(guild.id, FERRY.id)
    await moderator.press(reply.button("Remove"))
    assert reply.text == "That article is no longer loaded here."


async def test_who_lost_the_permission_before_the_press_removes_nothing(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY)
    remove = await moderator.slash(channel, "library remove", article=FERRY.id)
    forget = await moderator.slash(channel, "library forget")
    guild.set_role(moderator.roles[0], manage_messages=False)
    for button in (remove.button("Remove"), forget.button("Delete everything")):
        refused = await moderator.press(button)
        assert (refused.ephemeral, refused.text) == (True, "You may not do that on this server.")
    assert len(await bot.service.library.articles(guild.id)) == 1


async def test_channels_let_go_of_an_article_that_is_removed(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY, MARKET)
    general = next(iter(guild.channels))
    chosen = {channel.id: (FERRY.id,), general: (FERRY.id, MARKET.id)}
    await configure(bot, guild, channels=chosen)
    reply = await moderator.slash(channel, "library remove", article=FERRY.id)
    await moderator.press(reply.button("Remove"))
    assert f"{channel.mention} searched only this article" in reply.text
    settings = await load_settings(bot.service.store, guild.id)
    assert settings.channels == {general: (MARKET.id,)}


async def test_undo_brings_it_back_even_after_a_restart(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel = guild.add_channel("news")
    moderator, ann = guild.add_member("Mo", manage_messages=True), guild.add_member("Ann")
    asked: dict[str, Any] = {"question": "How many passengers take the ferry to Sandholm?"}
    general = next(iter(guild.channels))
    chosen = {channel.id: (FERRY.id,), general: (FERRY.id, MARKET.id)}
    async with running() as bot:
        await load(bot, guild, FERRY, MARKET)
        await configure(bot, guild, channels=chosen)
        reply = await moderator.slash(channel, "library remove", article=FERRY.id)
        await moderator.press(reply.button("Remove"))
        assert "For a day it can be brought back." in reply.text
    async with running() as bot:
        await moderator.press(reply.button("Undo"))
        assert reply.text == f"**{FERRY.title}** is back, as it was."
        assert not reply.buttons
        assert "340" in (await ann.slash(channel, "ask", **asked)).text
        entries = await bot.service.library.articles(guild.id)
        assert [entry.id for entry in entries] == [FERRY.id, MARKET.id]
        settings = await load_settings(bot.service.store, guild.id)
        assert {key: set(ids) for key, ids in settings.channels.items()} == {
            key: set(ids) for key, ids in chosen.items()
        }
        line, _ = await audit.newest(bot.service.store, guild.id)
    assert (line.who, line.act, line.article) == (moderator.user.id, "brought back", FERRY.title)


async def test_a_channel_that_was_let_search_all_meanwhile_is_left_so(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY, MARKET)
    await configure(bot, guild, channels={channel.id: (FERRY.id, MARKET.id)})
    reply = await moderator.slash(channel, "library remove", article=FERRY.id)
    await moderator.press(reply.button("Remove"))
    await configure(bot, guild, channels={})
    await moderator.press(reply.button("Undo"))
    assert (await load_settings(bot.service.store, guild.id)).channels == {}


async def test_after_a_day_undo_says_what_to_do(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY)
    reply = await moderator.slash(channel, "library remove", article=FERRY.id)
    await moderator.press(reply.button("Remove"))
    async with bot.service.store.writing() as connection:
        long_ago = datetime.now(UTC) - timedelta(days=1, minutes=1)
        await connection.execute(update(removed).values(removed_at=long_ago))
    told = await moderator.press(reply.button("Undo"))
    assert "It cannot be brought back any more" in told.text
    assert await bot.service.library.articles(guild.id) == []


async def test_what_was_loaded_anew_since_is_not_replaced(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY)
    reply = await moderator.slash(channel, "library remove", article=FERRY.id)
    await moderator.press(reply.button("Remove"))
    await load(bot, guild, FERRY)
    told = await moderator.press(reply.button("Undo"))
    assert "has been loaded anew since it was removed" in told.text


async def test_only_moderators_bring_an_article_back(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY)
    reply = await moderator.slash(channel, "library remove", article=FERRY.id)
    await moderator.press(reply.button("Remove"))
    guild.set_role(moderator.roles[0], manage_messages=False)
    refused = await moderator.press(reply.button("Undo"))
    assert refused.text == "You may not do that on this server."
    assert await bot.service.library.articles(guild.id) == []
