"""*Check with sources*: what the articles say about somebody's message."""

from __future__ import annotations

from bot.discord.asking.commands import NOTHING_TO_CHECK
from bot.discord.client import SourcesSay
from tests.bot.discord.conftest import configure, load
from tests.bot.discord.discord_markdown import read, with_plain_commands
from tests.bot.discord.newsroom import FERRY, MARKET, PREVIEW
from tests.discord_server import File, Guild

MENU = "Check with sources"


async def test_a_message_is_checked_privately_statement_by_statement(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY, MARKET)
    channel = guild.add_channel("news")
    said = await guild.add_member("Bob").say(
        channel,
        "I heard 340 passengers take the ferry to Sandholm! And the *night market* moves to the "
        "tram depot. My cat is fine. @everyone",
    )
    reply = await guild.add_member("Ann").context_menu(said, MENU)
    assert reply.ephemeral
    seen = read(reply.text).words
    assert "about “I heard 340 passengers" in seen
    assert "Jon Aas" in seen
    assert "The night market moves to the old tram depot in May" in seen
    assert MARKET.title in seen
    assert reply.message.pings == frozenset()
    context = await guild.add_member("Cy", guild.everyone).context_menu(said, MENU)
    assert context.ephemeral


async def test_in_context_works_on_a_checked_message(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    said = await ann.say(channel, "340 passengers take the ferry to Sandholm")
    reply = await ann.context_menu(said, MENU)
    context = await ann.press(reply.button("In context"))
    assert context.message is not reply.message
    assert "**¶\u00a02**" in context.text


async def test_what_no_article_speaks_of_is_said_in_a_line(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    said = await guild.add_member("Bob").say(channel, "The moon is painted on Tuesdays.")
    reply = await guild.add_member("Ann").context_menu(said, MENU)
    assert reply.ephemeral
    assert with_plain_commands(reply.text).splitlines() == [
        "**Nothing in the articles speaks of that.**",
        "-# Loaded here:",
        FERRY.title,
        "-# All: `/articles`",
    ]


async def test_the_mention_of_the_bot_is_no_part_of_what_is_checked(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    said = await ann.say(channel, "@bot 340 passengers take the ferry to Sandholm, @bot")
    await channel.message_after(said)
    for message in (said, await ann.forward(said, channel)):
        reply = await ann.context_menu(message, MENU)
        assert "about “340 passengers take the ferry to Sandholm,”" in reply.text
        assert "Jon Aas" in reply.text
    bare = await ann.say(channel, "@bot")
    assert (await ann.context_menu(bare, MENU)).text == NOTHING_TO_CHECK


async def test_a_message_without_words_is_not_checked(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel = guild.add_channel("news")
    said = await guild.add_member("Bob").say(channel, files=[File("cat.png", b"meow")])
    reply = await guild.add_member("Ann").context_menu(said, MENU)
    assert (reply.text, reply.ephemeral) == (NOTHING_TO_CHECK, True)


async def test_a_forwarded_message_is_checked_by_what_it_forwards(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    said = await ann.say(guild.add_channel("tips"), "340 passengers take the ferry to Sandholm")
    forwarded = await guild.add_member("Bob").forward(said, channel)
    reply = await ann.context_menu(forwarded, MENU)
    assert "about “340 passengers take the ferry to Sandholm”" in reply.text
    assert "Jon Aas" in reply.text
    assert reply.ephemeral


async def test_a_message_that_is_but_a_preview_is_checked_by_its_title_and_description(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    linked = await ann.say(channel, "👀 <https://feed.example/ferry>", embeds=[PREVIEW])
    posted = await ann.say(channel, embeds=[PREVIEW])
    for message in (linked, posted, await ann.forward(posted, channel)):
        reply = await ann.context_menu(message, MENU)
        assert "about “Ferry to Sandholm 340 passengers" in reply.text
        assert "Jon Aas" in reply.text
    said = await ann.say(channel, "The night market moves https://x.example", embeds=[PREVIEW])
    assert "ferry" not in (await ann.context_menu(said, MENU)).text.partition("\n-#")[2][:40]
    bare = await ann.say(channel, "https://feed.example/ferry")
    assert (await ann.context_menu(bare, MENU)).text == NOTHING_TO_CHECK
