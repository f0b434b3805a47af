"""*Delete this answer*: for who asked and for moderators, and for nobody else."""

from __future__ import annotations

from bot.discord.asking.withdrawing import DELETED, NO_ANSWER_OF_MINE, NOT_YOURS
from bot.discord.client import SourcesSay
from tests.bot.discord.conftest import configure, load
from tests.bot.discord.newsroom import FERRY
from tests.discord_server import Guild

MENU = "Delete this answer"
QUESTION = "How many passengers take the ferry to Sandholm?"


async def test_who_asked_may_delete_the_answer_and_others_may_not(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel = guild.add_channel("news")
    ann, bob = guild.add_member("Ann"), guild.add_member("Bob")
    by_command = (await ann.slash(channel, "ask", question=QUESTION)).message
    said = await ann.say(channel, f"@bot {QUESTION}")
    by_mention = await channel.message_after(said)
    for answer in (by_command, by_mention):
        refused = await bob.context_menu(answer, MENU)
        assert (refused.text, refused.ephemeral) == (NOT_YOURS, True)
        deleted = await ann.context_menu(answer, MENU)
        assert (deleted.text, deleted.ephemeral) == (DELETED, True)
    assert by_command.deleted
    assert by_mention.deleted
    assert not said.deleted


async def test_a_moderator_may_delete_any_answer_and_nobody_else_s_message(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel = guild.add_channel("news")
    ann, mo = guild.add_member("Ann"), guild.add_member("Mo", manage_messages=True)
    answer = (await ann.slash(channel, "ask", question=QUESTION)).message
    assert (await mo.context_menu(answer, MENU)).text == DELETED
    said = await ann.say(channel, "hello")
    assert (await mo.context_menu(said, MENU)).text == NO_ANSWER_OF_MINE
