"""`/library channel`: which articles a channel's questions search."""

from __future__ import annotations

from typing import Any

from bot.discord.client import SourcesSay
from bot.discord.service.server_settings import load_settings
from bot.wording import NOTHING_FOUND
from corpus.article import Article
from tests.bot.discord.conftest import Running, configure, load
from tests.bot.discord.newsroom import FERRY, HOSTILE, MARKET
from tests.discord_server import Channel, DiscordServer, Guild, Member

FERRY_QUESTION: dict[str, Any] = {"question": "How many passengers take the ferry to Sandholm?"}
MANY = [
    Article.from_paragraphs(f"Report {number} from the coast", [f"Wave {number} was high."])
    for number in range(30)
]


async def test_a_channel_is_restricted_and_set_free_even_after_a_restart(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel, hall = guild.add_channel("news"), guild.add_channel("hall")
    moderator, ann = guild.add_member("Mo", manage_messages=True), guild.add_member("Ann")
    async with running() as bot:
        await configure(bot, guild)
        await load(bot, guild, FERRY, MARKET, HOSTILE)
        reply = await moderator.slash(hall, "library channel", channel=channel)
        assert "All articles." in reply.text
    async with running():
        await moderator.choose(reply.select(), "Night market moves to the tram depot")
        assert "1 article of 3" in reply.text
        assert NOTHING_FOUND in (await ann.slash(channel, "ask", **FERRY_QUESTION)).text
        assert "340" in (await ann.slash(hall, "ask", **FERRY_QUESTION)).text
        await moderator.press(reply.button("Search all articles"))
        assert "All articles." in reply.text
        assert "340" in (await ann.slash(channel, "ask", **FERRY_QUESTION)).text


async def test_without_a_channel_it_is_the_one_where_it_is_asked(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    empty = await moderator.slash(channel, "library channel")
    assert "No articles are loaded here" in empty.text
    await load(bot, guild, FERRY)
    reply = await moderator.slash(channel, "library channel")
    await moderator.choose(reply.select(), FERRY.title)
    assert (await load_settings(bot.service.store, guild.id)).channels == {channel.id: (FERRY.id,)}
    await moderator.choose(reply.select())
    assert (await load_settings(bot.service.store, guild.id)).channels == {}


async def test_choices_on_several_pages_add_up(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, *MANY)
    reply = await moderator.slash(channel, "library channel")
    await moderator.choose(reply.select(), *(f"Report {n} from the coast" for n in range(20, 30)))
    await moderator.press(reply.button("Older →"))
    await moderator.choose(reply.select(), "Report 4 from the coast")
    assert "11 articles of 30" in reply.text
    assert "… and 3 more" in reply.text
    await moderator.press(reply.button("← Newer"))
    await moderator.choose(reply.select(), "Report 28 from the coast")
    assert "2 articles of 30" in reply.text
    chosen = (await load_settings(bot.service.store, guild.id)).channels[channel.id]
    assert sorted(chosen) == sorted([MANY[4].id, MANY[28].id])


async def test_who_may_no_longer_moderate_chooses_nothing(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, *MANY)
    reply = await moderator.slash(channel, "library channel")
    guild.set_role(moderator.roles[0], manage_messages=False)
    refused = await moderator.choose(reply.select(), "Report 29 from the coast")
    assert (refused.ephemeral, refused.text) == (True, "You may not do that on this server.")
    refused = await moderator.press(reply.button("Older →"))
    assert refused.text == "You may not do that on this server."
    assert (await load_settings(bot.service.store, guild.id)).channels == {}
