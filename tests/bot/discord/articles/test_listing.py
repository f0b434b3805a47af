"""`/articles`: what is loaded."""

from __future__ import annotations

from typing import Any

import pytest

from bot.discord.client import SourcesSay
from bot.discord.kit.notices import NOTHING_LOADED
from corpus.article import Article
from tests.bot.discord.conftest import Running, load
from tests.bot.discord.discord_markdown import read, with_plain_commands
from tests.bot.discord.newsroom import FERRY, HOSTILE, MARKET
from tests.discord_server import DiscordServer, Guild, Member

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


@pytest.mark.parametrize(
    ("options", "heading", "titles"),
    [
        ({"about": "passengers of ferries"}, "1 article about “passengers of ferries”", [FERRY]),
        ({"about": "the trams"}, "1 article about “the trams”", [MARKET]),
        ({"since": "2024-11"}, "2 articles since 1 November 2024", [MARKET, FERRY]),
        ({"until": "2024"}, "1 article until 31 December 2024", [FERRY]),
        ({"about": "winter", "since": "2024-11-05"},
         "1 article about “winter” since 5 November 2024", [FERRY]),
    ],
)  # fmt: skip
async def test_articles_are_chosen_by_topic_and_day(
    bot: SourcesSay,
    guild: Guild,
    options: dict[str, Any],
    heading: str,
    titles: list[Article],
) -> None:
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    await load(bot, guild, FERRY, MARKET, *MANY[:2])
    reply = await ann.slash(channel, "articles", **options)
    lines = read(reply.text).words.replace("\u00a0", " ").splitlines()
    assert lines[0] == heading
    assert [line for line in lines if line in {each.title for each in (FERRY, MARKET, *MANY)}] == [
        each.title for each in titles
    ]
    assert ("2 articles without a date left out" in reply.text) == ("about" not in options)


async def test_the_pages_of_a_choice_are_turned_even_after_a_restart(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    async with running() as bot:
        await load(bot, guild, *MANY, FERRY)
        reply = await ann.slash(channel, "articles", about="waves: high")
    assert "19 articles about “waves: high” · page 1 of 3" in reply.text
    async with running():
        await ann.press(reply.button("Older →"))
    assert "19 articles about “waves: high” · page 2 of 3" in reply.text
    assert FERRY.title not in reply.text


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"about": "penguins"}, "No article is loaded here about “penguins”."),
        ({"since": "2025-13"}, "“2025-13” is no day: write 2024-05-03"),
        ({"since": "2025", "until": "2024"}, "No day is both since 2025-01-01"),
    ],
)
async def test_a_choice_of_none_says_so(
    bot: SourcesSay, guild: Guild, ann: Member, options: dict[str, Any], sentence: str
) -> None:
    channel = guild.add_channel("news")
    await load(bot, guild, FERRY)
    reply = await ann.slash(channel, "articles", **options)
    assert reply.ephemeral
    assert sentence in reply.text.replace("\u00a0", " ")
