"""`/library settings`: what is chosen decides what members may do; and the audit channel."""

from __future__ import annotations

from typing import Any

from bot.discord.client import SourcesSay
from bot.discord.service.server_settings import ServerSettings, load_settings, save_settings
from corpus.library.store import audit
from tests.bot.discord.conftest import Running, configure, load
from tests.bot.discord.newspaper import outcome, told, until_kept
from tests.bot.discord.newsroom import FERRY
from tests.discord_server import Channel, DiscordServer, File, Guild, Member

QUESTION: dict[str, Any] = {"question": "How many passengers take the ferry to Sandholm?"}
COOLDOWN, PRIVATE = "setting:cooldown", "setting:private"
PASSAGES, KEEP = "setting:passages", "setting:keep_questions"
ROLE, AUDIT = "setting:asked_by", "setting:audit_channel"
BRIDGE = File("bridge.md", b"# Old bridge @everyone\n\nIt reopens on Friday, the council said.\n")


async def test_a_role_alone_may_ask_and_then_everyone_again(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await configure(bot, guild)
    await load(bot, guild, FERRY)
    readers = guild.add_role("Readers")
    ann, ben = guild.add_member("Ann"), guild.add_member("Ben", readers)
    reply = await moderator.slash(channel, "library settings")
    await moderator.choose(reply.select(ROLE), readers)
    assert f"only <@&{readers.id}> and moderators" in reply.text
    assert "can ask me" in (await ann.slash(channel, "ask", **QUESTION)).text
    assert "340" in (await ben.slash(channel, "ask", **QUESTION)).text
    await moderator.choose(reply.select(ROLE), guild.everyone)
    assert "**Who may ask** · everyone" in reply.text
    assert "340" in (await ann.slash(channel, "ask", **QUESTION)).text
    await moderator.choose(reply.select(ROLE), readers)
    await moderator.choose(reply.select(ROLE))
    assert (await load_settings(bot.service.store, guild.id)).asked_by is None


async def test_answers_become_private_short_and_rare_even_on_a_card_from_before_a_restart(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel = guild.add_channel("news")
    moderator, ann = guild.add_member("Mo", manage_messages=True), guild.add_member("Ann")
    async with running() as bot:
        await configure(bot, guild)
        await load(bot, guild, FERRY)
        reply = await moderator.slash(channel, "library settings")
    async with running() as bot:
        before = await ann.slash(channel, "ask", **QUESTION)
        await moderator.choose(reply.select(PRIVATE), "1")
        await moderator.choose(reply.select(PASSAGES), "Answers of 1 passage")
        await moderator.choose(reply.select(KEEP), "1")
        answer = await ann.slash(channel, "ask", **QUESTION)
        assert (before.ephemeral, answer.ephemeral) == (False, True)
        contexts = [button for button in answer.buttons if button.label == "In context"]
        assert len(contexts) == 1
        await until_kept(bot, guild, 1)
        await moderator.choose(reply.select(COOLDOWN), "3600")
        await ann.slash(channel, "ask", **QUESTION)
        assert "you can ask again in" in (await ann.slash(channel, "ask", **QUESTION)).text
        settings = await load_settings(bot.service.store, guild.id)
        lines = [line.article for line in await audit.newest(bot.service.store, guild.id)]
    assert settings == ServerSettings(cooldown=3600, private=True, passages=1, keep_questions=True)
    assert lines[0] == "An hour between questions of one person"
    assert len(lines) == 4


async def test_the_menus_show_what_holds(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await save_settings(bot.service.store, guild.id, ServerSettings(cooldown=7, passages=5))
    reply = await moderator.slash(channel, "library settings")
    chosen = [
        option["label"]
        for name in (COOLDOWN, PRIVATE, PASSAGES, KEEP)
        for option in reply.select(name).options
        if option.get("default")
    ]
    assert chosen == [
        "7 seconds between questions of one person",
        "Everyone sees answers, unless asked privately",
        "Answers of up to 5 passages",
        "Questions are kept only if somebody votes",
    ]


async def test_the_audit_channel_hears_who_did_what_and_notifies_nobody(
    discord: DiscordServer, bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    log = guild.add_channel("log")
    reply = await moderator.slash(channel, "library settings")
    await moderator.choose(reply.select(AUDIT), log)
    assert log.mention in reply.text
    await outcome(await moderator.slash(channel, "library add", file=BRIDGE))
    await discord.settled()
    said = [message.text for message in log.messages]
    assert said == [
        f"{moderator.mention} changed the settings: **Audit lines in a channel**",
        f"{moderator.mention} added **Old bridge \\@everyone**",
    ]
    assert not any(message.pings for message in log.messages)
    await moderator.choose(reply.select(AUDIT))
    await discord.settled()
    assert (await load_settings(bot.service.store, guild.id)).audit_channel is None
    assert len(log.messages) == 2
    assert bot.is_ready()


async def test_a_channel_where_the_bot_may_not_write_is_not_taken_and_later_does_no_harm(
    bot: SourcesSay, discord: DiscordServer, guild: Guild, channel: Channel, moderator: Member
) -> None:
    log = guild.add_channel("log")
    reply = await moderator.slash(channel, "library settings")
    log.set_permissions(guild.bot, send_messages=False)
    await discord.settled()
    refused = await told(await moderator.choose(reply.select(AUDIT), log))
    assert (refused.ephemeral, "I may not write in" in refused.text) == (True, True)
    assert (await load_settings(bot.service.store, guild.id)).audit_channel is None
    await configure(bot, guild, audit_channel=log.id)
    said = await outcome(await moderator.slash(channel, "library add", file=BRIDGE))
    assert "Added" in said.text
    await discord.settled()
    discord.refusals.expect(50013)
    await configure(bot, guild, audit_channel=1)
    reply = await moderator.slash(channel, "library remove", article="Old bridge @everyone")
    await moderator.press(reply.button("Remove"))
    assert "is removed" in reply.text


async def test_who_may_no_longer_moderate_changes_nothing(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    reply = await moderator.slash(channel, "library settings")
    guild.set_role(moderator.roles[0], manage_messages=False)
    refused = await moderator.choose(reply.select(PRIVATE), "1")
    assert (refused.ephemeral, refused.text) == (True, "You may not do that on this server.")
    assert (await load_settings(bot.service.store, guild.id)) == ServerSettings()
