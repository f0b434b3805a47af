"""What people say about a topic: asked in a mention or with `/ask`, and who said otherwise before."""

from __future__ import annotations

from datetime import date

import pytest

from bot.discord.client import SourcesSay
from corpus.article import Article
from tests.bot.discord.conftest import Running, configure, load
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.newsroom import FERRY, MARKET
from tests.discord_server import Channel, DiscordServer, Guild, Member

PLANS = Article.from_paragraphs(
    "Council has no plans for the quarry",
    [
        "Mayor Edda Falk said the council has no plans to reopen the quarry.",
        "Neighbours of the quarry fear dust, Nils Roth told Radio Coast.",
    ],
    url="https://news.example/plans",
    published=date(2024, 5, 3),
)
OPENS = Article.from_paragraphs(
    "Quarry opens again",
    [
        "Mayor Edda Falk confirmed that the council will reopen the quarry.",
        "Nils Roth said the neighbours of the quarry would go to court.",
    ],
    url="https://news.example/opens",
    published=date(2024, 5, 9),
)
MANY = Article.from_paragraphs(
    "A long council meeting",
    [f"Councillor Ida Berg said that quarry number {n} is closed." for n in range(1, 13)],
    published=date(2024, 1, 2),
)


def seen(text: str) -> str:
    return read(text).words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    "question",
    ["What do people say about the quarry?", "who says what about the quarries"],
)
async def test_a_mention_that_asks_what_people_say_lists_it_newest_first(
    bot: SourcesSay, guild: Guild, channel: Channel, ann: Member, question: str
) -> None:
    await load(bot, guild, OPENS, PLANS, MARKET)
    asked = await ann.say(channel, f"@bot {question}")
    answer = await channel.message_after(asked)
    shown = seen(answer.text)
    assert shown.startswith("Who says what about “the quarr")
    assert "4 claims" in shown
    assert shown.index("will reopen the quarry") < shown.index("would go to court")
    assert shown.index("would go to court") < shown.index("fear dust")
    assert "Okoye" not in shown


async def test_who_said_something_else_before_is_told_with_both_days(
    bot: SourcesSay, guild: Guild, channel: Channel, ann: Member
) -> None:
    await load(bot, guild, PLANS, OPENS)
    reply = await ann.slash(channel, "claims", about="quarry", source="Edda Falk")
    newer, _, older = reply.text.partition("↔ before, on")
    assert "the council will reopen the quarry" in newer
    assert "<t:1714737600:D>" in older.splitlines()[0]
    assert "the council has no plans to reopen the quarry" in older.splitlines()[0]
    assert "<t:1715256000:D>" in reply.text
    assert reply.text.count("↔") == 1


async def test_what_one_source_says_is_listed_where_it_says_several_things(
    bot: SourcesSay, guild: Guild, channel: Channel, ann: Member
) -> None:
    await load(bot, guild, PLANS, OPENS, MARKET)
    await configure(bot, guild)
    listed = await ann.slash(channel, "ask", question="What does Edda Falk say about the quarry?")
    assert not listed.ephemeral
    assert "2 claims" in listed.text
    assert "Roth" not in listed.text
    one = await ann.slash(channel, "ask", question="What does Okoye say about the night market?")
    assert "Ruth Okoye" in one.text
    assert "claim" not in one.text.splitlines()[1]


async def test_pages_of_a_public_list_open_for_the_person_alone_even_after_a_restart(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel, ann, bob = (
        guild.add_channel("news"),
        guild.add_member("Ann"),
        guild.add_member("Bob"),
    )
    async with running() as bot:
        await load(bot, guild, MANY)
        asked = await ann.say(channel, "@bot what do people say about the quarries?")
        answer = await channel.message_after(asked)
        before = answer.text
    async with running():
        page = await bob.press(answer.button("More →"))
        assert page.ephemeral
        assert answer.text == before
        assert "quarry number 6 is closed" in page.text
        turned = await bob.press(page.button("More →"))
        assert turned.updates
    assert "quarry number 11 is closed" in page.text


async def test_a_channel_lists_only_what_it_searches(
    bot: SourcesSay, guild: Guild, channel: Channel, ann: Member
) -> None:
    await load(bot, guild, PLANS, OPENS)
    await configure(bot, guild, channels={channel.id: (PLANS.id,)})
    asked = await ann.say(channel, "@bot what do people say about the quarry?")
    shown = (await channel.message_after(asked)).text
    assert "fear dust" in shown
    assert "court" not in shown


async def test_where_nobody_says_anything_it_is_a_question_like_any_other(
    bot: SourcesSay, guild: Guild, channel: Channel, ann: Member
) -> None:
    await load(bot, guild, FERRY)
    reply = await ann.slash(channel, "ask", question="What do people say about the moon?")
    assert reply.ephemeral
    assert "Nothing in the articles answers that" in reply.text
