"""`/help`: what the bot can do."""

from __future__ import annotations

from discord import app_commands

from bot.discord.client import SourcesSay
from tests.bot.discord.conftest import Running
from tests.bot.discord.discord_markdown import with_plain_commands
from tests.discord_server import DiscordServer, Guild


async def test_help_is_for_everyone_everywhere_and_longer_for_moderators(
    bot: SourcesSay, guild: Guild
) -> None:
    assert bot.is_ready()
    channel = guild.add_channel("news")
    ann, moderator = guild.add_member("Ann"), guild.add_member("Mod", manage_messages=True)
    for reply in (await ann.slash(channel, "help"), await ann.slash(ann.dm, "help")):
        assert "`/ask`" in with_plain_commands(reply.text)
        assert "library" not in reply.text
        assert reply.ephemeral
    reply = await moderator.slash(channel, "help")
    assert "`/" not in reply.text, "every command can be clicked"
    explained = with_plain_commands(reply.text)
    for command in bot.tree.walk_commands():
        if isinstance(command, app_commands.Command) and command.name != "help":
            assert f"`/{command.qualified_name}`" in explained


async def test_commands_can_be_clicked_also_after_a_restart(
    discord: DiscordServer, running: Running
) -> None:
    guild = discord.add_guild("Newsroom")
    channel, ann = guild.add_channel("news"), guild.add_member("Ann", locale="de")
    for _ in range(2):
        async with running():
            reply = await ann.slash(channel, "help")
            assert f"</ask:{discord.commands.number_of('ask')}>" in reply.text
    assert discord.commands.overwrites == 1
