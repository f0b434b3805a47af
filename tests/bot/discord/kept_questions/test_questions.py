"""`/library questions`: what goes unanswered or is answered badly comes first."""

from __future__ import annotations

from bot.discord.client import SourcesSay
from corpus.library.store import questions
from tests.bot.discord.conftest import configure, load
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.newspaper import until_kept
from tests.bot.discord.newsroom import FERRY
from tests.discord_server import Channel, Guild, Member


async def test_a_question_is_kept_with_its_votes_when_somebody_votes(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await configure(bot, guild)
    await load(bot, guild, FERRY)
    none = await moderator.slash(channel, "library questions")
    assert "No questions are kept here" in none.text
    ann, ben = guild.add_member("Ann"), guild.add_member("Ben")
    asked = await ann.slash(channel, "ask", question="How many *passengers* take the ferry?")
    await ben.press(asked.button("👎"))
    await ann.press(asked.button("👎"))
    reply = await moderator.slash(channel, "library questions")
    assert reply.ephemeral
    words = read(reply.text).words
    assert words.startswith("1 question\nHow many *passengers* take the ferry?\n👎 2 · <#")


async def test_a_question_goes_with_its_last_vote_unless_questions_are_kept_here(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await configure(bot, guild)
    await load(bot, guild, FERRY)
    ann, ben = guild.add_member("Ann"), guild.add_member("Ben")
    asked = await ann.slash(channel, "ask", question="How many passengers take the ferry?")
    for button in "👍👎":
        await ann.press(asked.button(button))
    await ben.press(asked.button("👍"))
    await ann.press(asked.button("👎"))
    assert "👍 1 · <#" in (await moderator.slash(channel, "library questions")).text
    await ben.press(asked.button("👍"))
    assert "No questions are kept" in (await moderator.slash(channel, "library questions")).text
    await configure(bot, guild, keep_questions=True)
    for _ in range(2):
        await ann.press(asked.button("👎"))
    assert "1 question" in (await moderator.slash(channel, "library questions")).text


async def test_the_unanswered_come_first_then_the_down_voted(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await configure(bot, guild, keep_questions=True)
    await load(bot, guild, FERRY)
    ann = guild.add_member("Ann")
    down = await ann.slash(channel, "ask", question="Who runs the ferry to Sandholm?")
    await ann.press(down.button("👎"))
    await ann.slash(channel, "ask", question="Who ate the moon cheese?")
    up = await ann.slash(channel, "ask", question="How many passengers take the ferry?")
    await ann.press(up.button("👍"))
    await until_kept(bot, guild, 3)
    reply = await moderator.slash(channel, "library questions")
    lines = read(reply.text).words.splitlines()
    assert lines[0] == "3 questions"
    assert lines[1] == "Who ate the moon cheese?"
    assert lines[2].startswith("❓ no answer · <#")
    assert lines[3] == "Who runs the ferry to Sandholm?"
    assert lines[4].startswith("👎 1 · <#")
    assert lines[6].startswith("👍 1 · <#")


async def test_many_long_questions_have_pages_and_are_deleted_once_confirmed(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await configure(bot, guild, keep_questions=True)
    await load(bot, guild, FERRY)
    ann = guild.add_member("Ann")
    for number in range(9):
        long = f"{number} ferry **passengers** @everyone <#1> " * 8
        await ann.slash(channel, "ask", question=long[:300])
    await until_kept(bot, guild, 9)
    reply = await moderator.slash(channel, "library questions")
    assert "9 questions · page 1 of 2" in reply.text
    await moderator.press(reply.button("More →"))
    assert "page 2 of 2" in reply.text
    await moderator.press(reply.button("Delete all …"))
    await moderator.press(reply.button("Keep them"))
    assert len(await questions.kept(bot.service.store, guild.id)) == 9
    reply = await moderator.slash(channel, "library questions")
    await moderator.press(reply.button("Delete all …"))
    await moderator.press(reply.button("Delete them"))
    assert reply.text == "All kept questions are deleted."
    assert await questions.kept(bot.service.store, guild.id) == []
