"""`/library forget`: everything at once, and only of that server."""

from __future__ import annotations

from dataclasses import asdict

from bot.discord.client import SourcesSay
from bot.discord.service.server_settings import load_settings
from corpus.library.store import audit, questions
from tests.bot.discord.conftest import configure, load
from tests.bot.discord.newsroom import FERRY, MARKET
from tests.discord_server import Channel, DiscordServer, Guild, Member


async def test_everything_is_forgotten_at_once(
    bot: SourcesSay, discord: DiscordServer, guild: Guild, channel: Channel, moderator: Member
) -> None:
    other = discord.add_guild("Elsewhere")
    log = guild.add_channel("log")
    await configure(bot, guild, audit_channel=log.id, keep_questions=True)
    await load(bot, guild, FERRY, MARKET)
    await load(bot, other, FERRY)
    ann = guild.add_member("Ann")
    await ann.slash(channel, "ask", question="How many passengers take the ferry to Sandholm?")
    reply = await moderator.slash(channel, "library forget")
    assert "2 articles" in reply.text
    await moderator.press(reply.button("Delete everything"))
    assert reply.text == "Everything about this server is deleted."
    assert await bot.service.library.articles(guild.id) == []
    assert await questions.kept(bot.service.store, guild.id) == []
    assert await audit.newest(bot.service.store, guild.id) == []
    assert await bot.service.store.settings(guild.id) == {}
    assert len(await bot.service.library.articles(other.id)) == 1
    await discord.settled()
    assert log.messages[-1].text == f"{moderator.mention} deleted **everything**"
    assert asdict(await load_settings(bot.service.store, guild.id))["audit_channel"] is None
