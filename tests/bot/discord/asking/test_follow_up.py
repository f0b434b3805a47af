"""Questions that go on from an answer: by a reply to its card, in a thread, or soon after it."""

from __future__ import annotations

import pytest

from bot.discord.asking.asking_back import WHAT_IS_MEANT
from bot.discord.client import SourcesSay
from bot.discord.service.conversations import MOST_REMEMBERED, Conversations, Talk
from bot.wording import NOT_SETTLED
from tests.bot.discord.conftest import Running, configure, load, more_on
from tests.bot.discord.discord_markdown import read, with_plain_commands
from tests.bot.discord.newsroom import FERRY, MARKET
from tests.discord_server import DiscordServer, Guild

QUESTION = "How many passengers take the ferry to Sandholm?"
ABOUT = f"about: {QUESTION}"
DENIAL = "The operator, Northline, denied that 340 passengers take the ferry to Sandholm every day."


def lines(text: str) -> list[str]:
    return read(text).words.replace("\u00a0", " ").splitlines()


async def test_a_reply_to_a_card_goes_on_from_its_question_even_after_a_restart(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel = guild.add_channel("news")
    ann, bob = guild.add_member("Ann"), guild.add_member("Bob")
    async with running() as bot:
        await load(bot, guild, FERRY, MARKET)
        await configure(bot, guild)
        card = await ann.slash(channel, "ask", question=QUESTION)
    async with running() as bot:
        asked = await bob.say(channel, "@bot and who denies it?", reply_to=card.message)
        answer = await channel.message_after(asked)
        heading, about, *said = lines(answer.text)
        assert (heading, about) == ("and who denies it?", ABOUT)
        assert said[:2] == [DENIAL, "— Northline, operator · denies"]
        owner = await bob.say(channel, "@bot who said that?", reply_to=answer)
        heading, about, *said = lines((await channel.message_after(owner)).text)
        assert (heading, about) == ("who said that?", ABOUT)
        assert said[0] == "340 — Jon Aas, harbour master · asserts"


async def test_the_same_person_goes_on_in_the_same_channel_and_nobody_else(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY, MARKET)
    await configure(bot, guild)
    news, sport = guild.add_channel("news"), guild.add_channel("sport")
    ann, bob = guild.add_member("Ann"), guild.add_member("Bob")
    await ann.slash(news, "ask", question=QUESTION)
    right = await ann.slash(news, "ask", question="which one is right?")
    assert lines(right.text)[:3] == ["which one is right?", ABOUT, NOT_SETTLED]
    assert "Northline denies" in read(right.text).words
    for person, channel in ((bob, news), (ann, sport)):
        reply = await person.slash(channel, "ask", question="which one is right?")
        assert reply.ephemeral
        assert WHAT_IS_MEANT in with_plain_commands(reply.text)


async def test_a_question_of_its_own_is_not_taken_for_a_follow_up(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY, MARKET)
    await configure(bot, guild)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    await ann.slash(channel, "ask", question=QUESTION)
    other = await ann.slash(channel, "ask", question="Where does the night market move?")
    assert "about:" not in other.text
    assert "tram depot" in other.text


async def test_what_points_at_nothing_is_asked_back_with_what_was_asked_here_last(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel = guild.add_channel("news")
    ann, bob = guild.add_member("Ann"), guild.add_member("Bob")
    await ann.slash(channel, "ask", question=QUESTION)
    back = await bob.slash(channel, "ask", question="who said that?")
    assert [button.label for button in back.buttons] == [QUESTION]
    answer = await bob.press(back.button(QUESTION))
    assert answer.ephemeral
    assert lines(answer.text)[:3] == [
        "who said that?",
        ABOUT,
        "340 — Jon Aas, harbour master · asserts",
    ]


async def test_the_buttons_of_a_follow_up_know_what_it_is_about(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    await ann.slash(channel, "ask", question=QUESTION)
    card = await ann.slash(channel, "ask", question="which one is right?")
    more = await ann.press(more_on(card))
    assert lines(more.text)[1] == ABOUT
    who = await ann.press(card.button("Who says what"))
    assert "Jon Aas" in who.text


@pytest.mark.parametrize("text", ["and who denies it?", "who said that", "source pls"])
async def test_a_reply_to_a_card_that_asks_needs_no_mention(
    bot: SourcesSay, guild: Guild, text: str
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    card = await ann.slash(channel, "ask", question=QUESTION)
    asked = await ann.say(channel, text, reply_to=card.message)
    answer = await channel.message_after(asked)
    assert lines(answer.text)[:2] == [text, ABOUT]


async def test_two_questions_in_one_message_are_both_answered(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    await ann.say(channel, f"@bot {QUESTION} And who denies it?")
    await guild.server.settled()
    first, second = (lines(message.text) for message in channel.messages[1:])
    assert first[0] == QUESTION
    assert second[:2] == ["And who denies it?", ABOUT]


def test_a_thread_is_one_talk_of_everybody_in_it() -> None:
    talks = Conversations()
    talks.remember(Talk(1, 10), "the ferry")
    talks.remember(Talk(2, None), "the market")
    assert talks.topic(Talk(1, 10)) == "the ferry"
    assert talks.topic(Talk(1, 11)) is None
    assert talks.topic(Talk(2, None)) == "the market"
    assert talks.latest_in(1, 3) == ["the ferry"]


def test_no_more_talks_are_remembered_than_fit() -> None:
    talks = Conversations()
    for person in range(MOST_REMEMBERED + 1):
        talks.remember(Talk(1, person), str(person))
    assert talks.topic(Talk(1, 0)) is None
    assert talks.latest_in(1, 2) == [str(MOST_REMEMBERED), str(MOST_REMEMBERED - 1)]
