"""Questions in plain messages: mentions, replies, direct messages."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.discord.asking.asking_back import WHAT_IS_MEANT
from bot.discord.asking.mention import GLAD_TO_HELP, PRIVATE_HERE
from bot.discord.asking.withheld import NO_WORDS, PASTE, WITHHELD
from bot.discord.client import SourcesSay
from bot.discord.kit.failures import OUR_FAULT
from bot.discord.kit.place import NOT_IN_MESSAGES
from bot.wording import NOTHING_FOUND
from corpus.library.store import questions
from tests.bot.discord.conftest import Running, configure, load
from tests.bot.discord.discord_markdown import with_plain_commands
from tests.bot.discord.newspaper import until_kept
from tests.bot.discord.newsroom import FERRY, PREVIEW
from tests.discord_server import DiscordServer, Guild
from tests.discord_server.intents import MESSAGE_CONTENT

QUESTION = "How many passengers take the ferry to Sandholm?"


async def test_a_mention_is_answered_in_its_channel(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild, keep_questions=True)
    channel = guild.add_channel("news")
    asked = await guild.add_member("Ann").say(channel, f"@bot {QUESTION}")
    answer = await channel.message_after(asked)
    assert answer.reference is asked
    assert answer.text.startswith(f"### {QUESTION}\n")
    assert "Jon Aas" in answer.text
    assert answer.pings == frozenset()
    await until_kept(bot, guild, 1)
    (kept,) = await questions.kept(bot.service.store, guild.id)
    assert (kept.question.text, kept.question.id) == (QUESTION, answer.id)
    more = await guild.add_member("Bob").press(answer.button("Who says what"))
    assert "Northline" in more.text


async def test_of_a_long_message_the_question_at_its_end_is_asked(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    told = "We were on the old quay all morning and it would not stop raining on us. " * 6
    asked = await guild.add_member("Ann").say(channel, f"@bot {told}{QUESTION}")
    answer = await channel.message_after(asked)
    assert answer.text.startswith(f"### {QUESTION}\n")
    assert "Jon Aas" in answer.text


async def test_a_mention_that_finds_nothing_gets_one_line(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    asked = await guild.add_member("Ann").say(channel, "Who paints the moon, @bot?")
    answer = await channel.message_after(asked)
    assert answer.text.startswith(f"**{NOTHING_FOUND}**")


@pytest.mark.parametrize("text", ["@bot", "@bot is that true?", "Who says so, @bot?", "@bot help!"])
async def test_a_mention_that_names_nothing_is_helped(
    bot: SourcesSay, guild: Guild, text: str
) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    asked = await guild.add_member("Ann").say(channel, text)
    answer = await channel.message_after(asked)
    assert with_plain_commands(answer.text) == WHAT_IS_MEANT


@pytest.mark.parametrize("text", ["@bot thanks!", "good morning everyone, @bot", "@bot Thank you"])
async def test_thanks_and_greetings_get_a_line_and_are_no_question(
    bot: SourcesSay, guild: Guild, text: str
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild, cooldown=60, keep_questions=True)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    said = await ann.say(channel, text)
    assert (await channel.message_after(said)).text == GLAD_TO_HELP
    asked = await ann.say(channel, f"@bot {QUESTION}")
    assert "Jon Aas" in (await channel.message_after(asked)).text
    await until_kept(bot, guild, 1)
    assert len(await questions.kept(bot.service.store, guild.id)) == 1


@pytest.mark.parametrize("text", ["is that true?", "source?", "Who says so?", "really?", "👀"])
async def test_a_reply_that_only_points_checks_the_message_without_the_bots_own_mention(
    bot: SourcesSay, guild: Guild, text: str
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild, keep_questions=True)
    channel = guild.add_channel("news")
    said = await guild.add_member("Bob").say(channel, "@bot 340 passengers take the ferry daily")
    await channel.message_after(said)
    asked = await guild.add_member("Ann").say(channel, f"@bot {text}", reply_to=said)
    answer = await channel.message_after(asked)
    assert answer.reference is asked
    assert "about “340 passengers take the ferry daily”" in answer.text
    assert "Jon Aas" in answer.text


async def test_a_reply_to_a_message_that_but_mentions_the_bot_is_helped(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    said = await guild.add_member("Bob").say(channel, "@bot")
    await channel.message_after(said)
    asked = await guild.add_member("Ann").say(channel, "@bot is that true?", reply_to=said)
    answer = await channel.message_after(asked)
    assert with_plain_commands(answer.text) == WHAT_IS_MEANT


async def test_a_reply_to_a_message_that_discord_withholds_points_to_the_menu(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    said = await guild.add_member("Bob").say(channel, "340 passengers take the ferry to Sandholm")
    asked = await guild.add_member("Ann").say(channel, "@bot", reply_to=said)
    assert (await channel.message_after(asked)).text == f"{WITHHELD}\n{PASTE}"


async def test_the_words_that_discord_withholds_can_be_pasted_even_after_a_restart(
    running: Running, discord: DiscordServer
) -> None:
    guild = discord.add_guild("Newsroom")
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    async with running() as bot:
        await load(bot, guild, FERRY)
        await configure(bot, guild)
        said = await guild.add_member("Bob").say(channel, "340 people take the ferry to Sandholm")
        answer = await channel.message_after(await ann.say(channel, "@bot", reply_to=said))
    async with running():
        form = await ann.press(answer.button(PASTE))
        checked = await ann.submit(form.modal, {"What the message says": said.text})
        assert (checked.ephemeral, "Northline" in checked.text) == (True, True)
        form = await ann.press(answer.button(PASTE))
        empty = await ann.submit(form.modal, {"What the message says": "\u200b \n"})
        assert empty.text.startswith(NO_WORDS)


async def test_what_a_message_forwards_is_withheld_as_well(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    said = await ann.say(channel, "340 passengers take the ferry to Sandholm", embeds=[PREVIEW])
    asked = await ann.say(channel, "@bot", reply_to=await ann.forward(said, channel))
    assert (await channel.message_after(asked)).text == f"{WITHHELD}\n{PASTE}"


async def test_a_reply_with_a_question_asks_the_question(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    said = await guild.add_member("Bob").say(channel, "Look at that")
    asked = await guild.add_member("Ann").say(channel, f"@bot {QUESTION}", reply_to=said)
    assert "Jon Aas" in (await channel.message_after(asked)).text


class TestWithTheMessageContentIntent:
    @pytest.fixture
    async def bot(self, discord: DiscordServer, running: Running) -> AsyncIterator[SourcesSay]:
        discord.granted_intents = MESSAGE_CONTENT
        async with running(message_content_intent=True) as client:
            yield client

    async def test_a_mere_mention_as_a_reply_checks_that_message(
        self, bot: SourcesSay, guild: Guild
    ) -> None:
        await load(bot, guild, FERRY)
        channel = guild.add_channel("news")
        said = await guild.add_member("Bob").say(channel, "340 passengers take the ferry daily")
        asked = await guild.add_member("Ann").say(channel, "@bot", reply_to=said)
        answer = await channel.message_after(asked)
        assert "What the articles say" in answer.text
        assert "Jon Aas" in answer.text

    async def test_so_it_does_with_what_a_message_forwards_or_previews(
        self, bot: SourcesSay, guild: Guild
    ) -> None:
        await load(bot, guild, FERRY)
        await configure(bot, guild)
        channel, ann = guild.add_channel("news"), guild.add_member("Ann")
        said = await ann.say(channel, "340 passengers take the ferry daily")
        preview = await ann.say(channel, "https://feed.example/ferry", embeds=[PREVIEW])
        for message in (await ann.forward(said, channel), preview):
            asked = await ann.say(channel, "@bot", reply_to=message)
            answer = await channel.message_after(asked)
            assert "What the articles say" in answer.text
            assert "Jon Aas" in answer.text

    async def test_a_ping_of_the_bots_role_is_a_question(
        self, bot: SourcesSay, guild: Guild
    ) -> None:
        await load(bot, guild, FERRY)
        channel = guild.add_channel("news")
        role = guild.bot_role.mention
        asked = await guild.add_member("Ann").say(channel, f"{role} {QUESTION}")
        answer = await channel.message_after(asked)
        assert answer.text.startswith(f"### {QUESTION}\n")
        assert "Jon Aas" in answer.text

    async def test_messages_that_do_not_mention_the_bot_are_let_be(
        self, bot: SourcesSay, guild: Guild
    ) -> None:
        await load(bot, guild, FERRY)
        channel = guild.add_channel("news")
        ann = guild.add_member("Ann")
        await ann.say(channel, QUESTION)
        await guild.server.settled()
        assert [message.author for message in channel.messages] == [ann.user]


async def test_a_reply_to_a_card_is_no_question(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    card = await ann.slash(channel, "ask", question=QUESTION)
    await ann.say(channel, "thank you!", reply_to=card.message)
    await guild.server.settled()
    assert len(channel.messages) == 2


async def test_answers_that_are_private_here_are_not_given_in_public(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild, private=True)
    channel = guild.add_channel("news")
    asked = await guild.add_member("Ann").say(channel, f"@bot {QUESTION}")
    answer = await channel.message_after(asked)
    assert with_plain_commands(answer.text) == PRIVATE_HERE


async def test_where_the_bot_may_not_write_it_stays_silent(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel = guild.add_channel("news")
    channel.set_permissions(guild.bot, send_messages=False)
    ann = guild.add_member("Ann")
    await ann.say(channel, f"@bot {QUESTION}")
    await guild.server.settled()
    assert len(channel.messages) == 1
    assert "Jon Aas" in (await ann.slash(channel, "ask", question=QUESTION)).text


async def test_where_the_bot_may_not_read_history_it_answers_without_a_reference(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    channel.set_permissions(guild.bot, read_message_history=False)
    asked = await guild.add_member("Ann").say(channel, f"@bot {QUESTION}")
    answer = await channel.message_after(asked)
    assert answer.reference is None
    assert "Jon Aas" in answer.text


@pytest.mark.parametrize("text", ["@bot", "@bot do you know?"])
async def test_the_title_of_a_forums_post_is_part_of_its_question(
    bot: SourcesSay, guild: Guild, text: str
) -> None:
    await load(bot, guild, FERRY)
    forum = guild.add_forum("questions")
    asked = await guild.add_member("Ann").post(forum, QUESTION, text)
    answer = await asked.channel.message_after(asked)
    assert answer.text.startswith(f"### {QUESTION}")
    assert "Jon Aas" in answer.text


async def test_a_later_message_in_a_post_is_asked_by_itself(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    ann = guild.add_member("Ann")
    post = await ann.post(guild.add_forum("questions"), "Ferries", "All about the ferries.")
    asked = await ann.say(post.channel, f"@bot {QUESTION}")
    answer = await post.channel.message_after(asked)
    assert answer.text.startswith(f"### {QUESTION}\n")


@pytest.mark.parametrize(
    "text",
    [
        "Write `@bot question` to ask it.",
        f"```\n@bot {QUESTION}\n```",
        f"Like so: ``@bot {QUESTION}`` and wait",
    ],
)
async def test_a_mention_in_code_is_no_question(bot: SourcesSay, guild: Guild, text: str) -> None:
    await load(bot, guild, FERRY)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    await ann.say(channel, text)
    await guild.server.settled()
    assert [message.author for message in channel.messages] == [ann.user]


async def test_a_mention_beside_code_is_a_question(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    asked = await guild.add_member("Ann").say(channel, f"`@bot` @bot {QUESTION}")
    assert "Jon Aas" in (await channel.message_after(asked)).text


async def test_a_mention_added_by_an_edit_is_answered_once(bot: SourcesSay, guild: Guild) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    asked = await ann.say(channel, QUESTION)
    ann.edit(asked, f"@bot {QUESTION}")
    answer = await channel.message_after(asked)
    assert answer.reference is asked
    assert "Jon Aas" in answer.text
    ann.edit(asked, f"@bot {QUESTION} Please!")
    await guild.server.settled()
    assert len(channel.messages) == 2


async def test_an_edit_of_what_was_answered_before_a_restart_is_let_be(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    async with running() as bot:
        await load(bot, guild, FERRY)
        asked = await ann.say(channel, f"@bot {QUESTION}")
        await channel.message_after(asked)
    async with running():
        ann.edit(asked, f"@bot {QUESTION} Please!")
        await discord.settled()
    assert len(channel.messages) == 2


async def test_whoever_pings_the_bots_role_is_told_how_to_ask_where_the_text_is_withheld(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    channel = guild.add_channel("news")
    asked = await guild.add_member("Ann").say(channel, f"{guild.bot_role.mention} {QUESTION}")
    assert (await channel.message_after(asked)).text == f"{WITHHELD}\n{PASTE}"


async def test_refusals_within_the_pause_do_not_fill_the_channel(
    bot: SourcesSay, guild: Guild
) -> None:
    await load(bot, guild, FERRY)
    await configure(bot, guild, cooldown=60)
    channel, ann = guild.add_channel("news"), guild.add_member("Ann")
    first = await ann.say(channel, f"@bot {QUESTION}")
    await channel.message_after(first)
    second = await ann.say(channel, f"@bot {QUESTION}")
    assert "you can ask again in" in (await channel.message_after(second)).text
    for _ in range(3):
        await ann.say(channel, f"@bot {QUESTION}")
    await guild.server.settled()
    assert len([message for message in channel.messages if message.author.bot]) == 2
    privately = await ann.slash(channel, "ask", question=QUESTION)
    assert (privately.ephemeral, "ask again in" in privately.text) == (True, True)


async def test_direct_messages_are_explained_politely_and_once(
    bot: SourcesSay, guild: Guild
) -> None:
    assert bot.is_ready()
    ann = guild.add_member("Ann")
    first = await ann.say(ann.dm, "Hello?")
    answer = await ann.dm.message_after(first)
    assert with_plain_commands(answer.text) == NOT_IN_MESSAGES


async def test_a_fault_of_ours_is_one_line_without_a_trace(
    bot: SourcesSay, guild: Guild, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(bot.service.library, "ask", broken)
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    asked = await ann.say(channel, f"@bot {QUESTION}")
    assert (await channel.message_after(asked)).text == OUR_FAULT
    reply = await guild.add_member("Bob").slash(channel, "ask", question=QUESTION)
    assert (reply.text, reply.ephemeral) == (OUR_FAULT, True)
