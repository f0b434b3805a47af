"""`/articles`: what is loaded."""

from __future__ import annotations

from bot.discord.client import SourcesSay
from bot.discord.kit.notices import NOTHING_LOADED
from corpus.article import Article
from tests.bot.discord.conftest import Running, load
from tests.bot.discord.discord_markdown import read, with_plain_commands
from tests.bot.discord.newsroom import FERRY, HOSTILE
from tests.discord_server import DiscordServer, Guild

MANY = [
    Article.from_paragraphs(f"Report {number} from the coast", [f"Wave {number} was high."])
    for number in range(1, 20)
]


async def test_articles_are_listed_newest_first_page_by_page_even_after_a_restart(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    async with running() as bot:
        await load(bot, guild, *MANY)
        reply = await ann.slash(channel, "articles")
    assert reply.ephemeral
    lines = read(reply.text).words.replace("\u00a0", " ").splitlines()
    assert lines[:3] == ["19 articles · page 1 of 3", "Report 19 from the coast", "1 paragraph"]
    async with running():
        await ann.press(reply.button("Older →"))
        await ann.press(reply.button("Older →"))
    assert "page 3 of 3" in reply.text
    assert "Report 1 from" in reply.text
    assert "Older" not in reply.text


async def test_nothing_loaded_is_said(bot: SourcesSay, guild: Guild) -> None:
    assert bot.is_ready()
    reply = await guild.add_member("Ann").slash(guild.add_channel("news"), "articles")
    assert (with_plain_commands(reply.text), reply.ephemeral) == (NOTHING_LOADED, True)


async def test_titles_are_shown_and_linked_and_do_nothing_else(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY, HOSTILE)
    reply = await guild.add_member("Ann").slash(guild.add_channel("news"), "articles")
    seen = read(reply.text)
    assert "# [Free nitro](https://evil.example) @everyone ↗" in seen.words
    assert sorted(seen.links) == ["https://news.example/ferry", "https://news.example/zebra%281%29"]
