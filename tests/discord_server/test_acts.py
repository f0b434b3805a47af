"""What people do on Discord, played against a small bot on the real discord.py."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from tests.discord_server import (
    DidNotRespondError,
    DiscordServer,
    File,
    Guild,
    NotPossibleError,
)
from tests.discord_server.little_bot import LittleBot, running


@pytest.fixture
def guild(discord: DiscordServer, bot: LittleBot) -> Guild:
    assert bot.is_ready()
    return discord.add_guild("Newsroom")


async def test_a_slash_command_shows_a_card(guild: Guild) -> None:
    channel = guild.add_channel("news")
    reply = await guild.add_member("Ann").slash(channel, "card", text="Hello")
    assert reply.text.splitlines() == [
        "Hello",
        "More",
        "Pressed 0",
        "Form",
        "Slow",
        "Pick",
        "One",
        "Two",
        "Who",
    ]
    assert not reply.ephemeral
    assert reply.components[0]["accent_color"] == 0x336699
    assert channel.messages == [reply.message]


async def test_a_private_card_is_seen_by_one_person_only(guild: Guild) -> None:
    channel = guild.add_channel("news")
    reply = await guild.add_member("Ann").slash(channel, "card", private=True)
    assert reply.ephemeral
    with pytest.raises(NotPossibleError, match="does not see"):
        await guild.add_member("Bob").press(reply.button("More"))


async def test_a_button_answers_privately_and_leaves_the_card(guild: Guild) -> None:
    channel = guild.add_channel("news")
    reply = await guild.add_member("Ann").slash(channel, "card")
    more = await guild.add_member("Bob").press(reply.button("More"))
    assert (more.text, more.ephemeral, more.updates) == ("More for Bob", True, False)
    assert reply.message.edits == 0


async def test_a_button_changes_its_card(guild: Guild) -> None:
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    reply = await ann.slash(channel, "card")
    pressed = await ann.press(reply.button("Pressed 0"))
    assert pressed.updates
    assert pressed.message is reply.message
    again = await ann.press(reply.button("Pressed 1"))
    assert "Pressed 2" in again.text
    with pytest.raises(NotPossibleError, match="there is no button 'Pressed 0'"):
        reply.button("Pressed 0")


async def test_a_button_works_after_a_restart(discord: DiscordServer) -> None:
    guild = discord.add_guild()
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    async with running(LittleBot(), discord):
        reply = await ann.slash(channel, "card")
    async with running(LittleBot(), discord):
        assert "Pressed 1" in (await ann.press(reply.button("Pressed 0"))).text


async def test_a_slow_button_edits_its_card_and_follows_up(guild: Guild) -> None:
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    reply = await ann.slash(channel, "card")
    slow = await ann.press(reply.button("Slow"))
    assert slow.deferred
    word = await slow.follow_up()
    assert (word.text, word.ephemeral) == ("And a word", True)
    assert "slowly done" in reply.text


async def test_menus_are_chosen_from(guild: Guild) -> None:
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    reply = await ann.slash(channel, "card")
    await ann.choose(reply.select("Pick"), "One")
    assert "chose ['1']" in reply.text
    await ann.choose(reply.select("Who"), ann)
    assert f"chose ['{ann.user.id}']" in reply.text
    with pytest.raises(NotPossibleError, match="no option 'Three'"):
        await ann.choose(reply.select("Pick"), "Three")


async def test_a_deferred_answer_is_waited_for_and_edited(guild: Guild) -> None:
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    reply = await ann.slash(channel, "think")
    assert reply.deferred
    await reply.until(lambda r: r.text == "Better thought")
    assert [m.text for m in reply.follow_ups] == ["Second thought"]
    assert not reply.ephemeral
    unfinished = await ann.slash(channel, "think", unfinished=True, private=True)
    assert unfinished.message.loading
    await unfinished.finished()
    assert unfinished.ephemeral


async def test_a_modal_takes_text_choices_and_files(guild: Guild) -> None:
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    reply = await ann.slash(channel, "card")
    modal = (await ann.press(reply.button("Form"))).modal
    assert modal.text.splitlines() == ["Paste an article", "Title", "Kind", "News", "Sure", "Files"]
    files = [File("a.txt", b"first"), File("b.txt", b"second")]
    values = {"Title": "Kursk", "Kind": "News", "Sure": True}
    sent = await ann.submit(modal, values, files=files)
    assert sent.text == "Kursk ['News'] True [b'first', b'second']"
    for wrong in ({}, {"Title": "x" * 101}, {"Title": "x", "Kind": "Old"}, {"Title": "x", "No": 1}):
        with pytest.raises(NotPossibleError):
            await ann.submit(modal, wrong)


async def test_autocompletion_knows_what_is_typed(guild: Guild) -> None:
    ann = guild.add_member("Ann")
    channel = guild.add_channel("news")
    choices = await ann.autocomplete(channel, "ask", question="How many?", article="kur")
    assert choices == [("kursk (How many?)", "kursk")]


async def test_subcommands_take_files_numbers_and_channels(guild: Guild) -> None:
    channel = guild.add_channel("news")
    moderator = guild.add_member("Mod", manage_messages=True)
    file = File("article.txt", b"text")
    reply = await moderator.slash(channel, "library add", file=file, times=2, to=channel)
    assert reply.text == f"Loaded article.txt to {channel.mention}\ncopy.txt"
    assert (reply.files[0].content, reply.files[0].description) == (b"texttext", "A copy")
    assert (await moderator.slash(channel, "library list newest")).text == "Nothing is new"


async def test_what_discords_app_would_not_send_is_not_possible(guild: Guild) -> None:
    channel = guild.add_channel("news")
    moderator = guild.add_member("Mod", manage_messages=True)
    file = File("article.txt", b"text")
    for command, values in (
        ("nothing", {}),
        ("library", {}),
        ("library nothing", {}),
        ("library add", {}),
        ("library add", {"file": file, "times": 4}),
        ("library add", {"file": file, "nothing": 4}),
        ("card", {"text": 4}),
    ):
        with pytest.raises(NotPossibleError):
            await moderator.slash(channel, command, **values)


async def test_commands_are_offered_by_permission_and_by_the_guilds_settings(guild: Guild) -> None:
    channel = guild.add_channel("news")
    ann, moderator = guild.add_member("Ann"), guild.add_member("Mod", manage_messages=True)
    assert "library" not in ann.commands(channel)
    assert "library" in moderator.commands(channel)
    assert "library" not in moderator.commands(moderator.dm)
    guild.set_command("library", guild.everyone, allowed=True)
    guild.set_command("library", moderator, allowed=False)
    assert "library" in ann.commands(channel)
    assert "library" not in moderator.commands(channel)


async def test_what_is_said_of_one_command_overrides_what_is_said_of_the_app(guild: Guild) -> None:
    channel = guild.add_channel("news")
    helpers = guild.add_role("Helpers")
    ann, moderator = guild.add_member("Ann", helpers), guild.add_member("Mo", manage_messages=True)
    guild.set_command(None, helpers, allowed=True)
    assert "library" not in ann.commands(channel), "the command's own default still holds"
    guild.set_command(None, guild.everyone, allowed=False)
    assert "library" not in moderator.commands(channel)
    assert "card" in ann.commands(channel), "a role counts before everyone"
    guild.set_command("library", helpers, allowed=True)
    assert "library" in ann.commands(channel)
    guild.set_command("library", ann, allowed=False)
    assert "library" not in ann.commands(channel), "a person counts before a role"
    guild.set_command("library", ann, allowed=None)
    guild.set_command("library", None, allowed=False)
    assert "library" not in ann.commands(channel)
    guild.set_command("library", channel, allowed=True)
    assert "library" in ann.commands(channel), "a channel counts before all channels"
    assert "library" in guild.owner.commands(guild.add_channel("other"))


async def test_context_menus_of_messages_and_people(guild: Guild) -> None:
    channel = guild.add_channel("news")
    ann, bob = guild.add_member("Ann"), guild.add_member("Bob")
    message = await bob.say(channel, "There are 1,500 troops.")
    checked = await ann.context_menu(message, "Check with sources")
    assert (checked.text, checked.ephemeral) == ("Checked: There are 1,500 troops.", True)
    assert (await ann.context_menu(bob, "Who is this")).text == "Bob in Newsroom"


async def test_a_mention_is_answered_with_a_reply(guild: Guild, bot: LittleBot) -> None:
    channel = guild.add_channel("news")
    message = await guild.add_member("Ann").say(channel, "@bot how many?")
    answer = await channel.message_after(message)
    assert answer.reference is message
    await guild.server.pulse.until(lambda: answer.edits == 1, "no edit")
    assert answer.text == f"You said: {bot.user.mention if bot.user else ''} how many? (edited)"
    assert channel.typing


async def test_message_text_is_withheld_without_its_intent(guild: Guild, bot: LittleBot) -> None:
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    secret = await ann.say(channel, "for members")
    await ann.say(channel, "@bot", reply_to=secret)
    await ann.say(ann.dm, "for the bot")
    await guild.server.settled()
    assert bot.heard[1:] == ["", guild.server.bot.mention, "for the bot"]


async def test_files_of_people_are_downloaded(guild: Guild) -> None:
    ann = guild.add_member("Ann")
    message = await ann.say(ann.dm, files=[File("note.txt", b"hello")])
    assert (await ann.dm.message_after(message)).text == "hello"


async def test_links_to_files_expire_after_a_day(discord: DiscordServer) -> None:
    ann = discord.add_guild().add_member("Ann")
    message = await ann.say(ann.dm, files=[File("note one.txt", b"hello")])
    async with aiohttp.ClientSession() as web:
        async with web.get(message.files[0].url) as response:
            assert await response.read() == b"hello"
        discord.clock.advance(24 * 60 * 60 + 1)
        async with web.get(message.files[0].url) as response:
            assert response.status == 404


async def test_silence_is_noticed(guild: Guild) -> None:
    ann = guild.add_member("Ann")
    act = asyncio.create_task(ann.slash(guild.add_channel("news"), "silence"))
    await guild.server.settled()
    guild.server.pass_time(3.1)
    with pytest.raises(DidNotRespondError, match="/silence: the application did not respond"):
        await act


async def test_nobody_speaks_where_they_may_not(guild: Guild) -> None:
    channel = guild.add_channel("news")
    ann = guild.add_member("Ann")
    channel.set_permissions(ann, send_messages=False)
    with pytest.raises(NotPossibleError, match="may not send_messages"):
        await ann.say(channel, "hello")


async def test_commands_are_registered_with_translations(guild: Guild, bot: LittleBot) -> None:
    fetched = {command.name: command for command in await bot.tree.fetch_commands()}
    assert set(fetched) == {
        "card", "think", "silence", "ask", "library", "Check with sources", "Who is this",
    }  # fmt: skip
    assert fetched["library"].default_member_permissions is not None
    card = next(c for c in guild.server.commands.of(None) if c["name"] == "card")
    assert card["name_localizations"] == {"de": "karte"}


async def test_commands_keep_their_ids_when_they_are_registered_again(
    guild: Guild, bot: LittleBot
) -> None:
    before = {c["name"]: c["id"] for c in guild.server.commands.of(None)}
    await bot.tree.sync()
    assert {c["name"]: c["id"] for c in guild.server.commands.of(None)} == before
    assert guild.server.commands.overwrites == 2


async def test_the_bot_is_thrown_out_and_invited_again(guild: Guild, bot: LittleBot) -> None:
    guild.remove_bot()
    guild.add_bot()
    await guild.server.settled()
    assert bot.heard == ["joined Newsroom", "removed from Newsroom", "joined Newsroom"]


async def test_commands_work_in_direct_messages(guild: Guild) -> None:
    ann = guild.add_member("Ann")
    reply = await ann.slash(ann.dm, "card", text="between us")
    assert reply.text.startswith("between us")
    assert "Pressed 1" in (await ann.press(reply.button("Pressed 0"))).text
    with pytest.raises(NotPossibleError, match="is offered no 'library list newest'"):
        await ann.slash(ann.dm, "library list newest")


async def test_a_modal_belongs_to_who_was_shown_it(guild: Guild) -> None:
    ann = guild.add_member("Ann")
    reply = await ann.slash(guild.add_channel("news"), "card")
    modal = (await ann.press(reply.button("Form"))).modal
    with pytest.raises(NotPossibleError, match="was not shown"):
        await guild.add_member("Bob").submit(modal, {"Title": "x"})
    with pytest.raises(NotPossibleError, match="no message came of it"):
        assert (await ann.press(reply.button("Form"))).text


async def test_one_person_in_two_guilds_stays_one_person(guild: Guild) -> None:
    discord = guild.server
    other = discord.add_guild("Elsewhere")
    ann = guild.add_member("Ann")
    there = other.add_member(ann.user)
    assert there.dm is ann.dm
    assert (await there.context_menu(there, "Who is this")).text == "Ann in Elsewhere"
