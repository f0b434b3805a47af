"""Who may moderate, as a server's Integrations say: wider than Manage Messages, or narrower."""

from __future__ import annotations

import asyncio

import pytest

from bot.discord.client import SourcesSay
from bot.discord.kit.failures import NOT_ALLOWED
from bot.discord.service import command_permissions
from bot.discord.service.command_permissions import UNKNOWN
from bot.discord.service.server_settings import load_settings
from tests.bot.discord.conftest import load
from tests.bot.discord.newspaper import outcome
from tests.bot.discord.newsroom import FERRY
from tests.discord_server import Channel, DiscordServer, File, Guild, Member, NotPossibleError

BRIDGE = File("bridge.md", b"# Old bridge reopens\n\nIt reopens on Friday, the council said.\n")


async def titles(bot: SourcesSay, guild: Guild) -> list[str]:
    return [entry.title for entry in await bot.service.library.articles(guild.id)]


async def test_a_role_that_is_granted_the_command_may_add_and_undo_without_manage_messages(
    bot: SourcesSay, guild: Guild, channel: Channel
) -> None:
    editors = guild.add_role("Editors")
    eve = guild.add_member("Eve", editors)
    guild.set_command("library", editors, allowed=True)
    reply = await outcome(await eve.slash(channel, "library add", file=BRIDGE))
    assert "Added" in reply.text
    await (await eve.press(reply.button("Undo"))).until(lambda r: "removed again" in r.text)
    assert await titles(bot, guild) == []
    form = await eve.slash(channel, "library add")
    assert "Added" in (await outcome(await eve.submit(form.modal, files=[BRIDGE]))).text
    settings = await eve.slash(channel, "library settings")
    await eve.choose(settings.select("setting:private"), "1")
    assert "Settings" in settings.text
    assert "For moderators" in (await eve.slash(channel, "help")).text


async def test_a_person_everyone_or_a_channel_may_be_granted_it(
    bot: SourcesSay, guild: Guild, channel: Channel
) -> None:
    await load(bot, guild, FERRY)
    ann, ben = guild.add_member("Ann"), guild.add_member("Ben")
    guild.set_command("library", ann, allowed=True)
    assert "1 article" in (await ann.slash(channel, "library show")).text
    with pytest.raises(NotPossibleError):
        await ben.slash(channel, "library show")
    guild.set_command("library", guild.everyone, allowed=True)
    kept = await ben.slash(channel, "library remove", article=FERRY.id)
    guild.set_command("library", channel, allowed=False)
    refused = await ben.press(kept.button("Remove"))
    assert (refused.ephemeral, refused.text) == (True, NOT_ALLOWED)
    assert await titles(bot, guild) == [FERRY.title]


async def test_a_role_that_is_denied_it_may_not_although_it_has_manage_messages(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member
) -> None:
    reply = await outcome(await moderator.slash(channel, "library add", file=BRIDGE))
    form = await moderator.slash(channel, "library add")
    guild.set_command("library", moderator.roles[0], allowed=False)
    with pytest.raises(NotPossibleError):
        await moderator.slash(channel, "library show")
    refused = await moderator.press(reply.button("Undo"))
    assert (refused.ephemeral, refused.text) == (True, NOT_ALLOWED)
    written = await moderator.submit(form.modal, {"Text": "The gate is shut, the warden said."})
    assert written.text.startswith(NOT_ALLOWED)
    assert written.files[0].content == b"The gate is shut, the warden said."
    assert "For moderators" not in (await moderator.slash(channel, "help")).text
    assert await titles(bot, guild) == ["Old bridge reopens"]


async def test_a_grant_that_is_taken_away_between_card_and_button_no_longer_counts(
    bot: SourcesSay, guild: Guild, channel: Channel
) -> None:
    editors = guild.add_role("Editors")
    eve = guild.add_member("Eve", editors)
    guild.set_command("library", editors, allowed=True)
    reply = await outcome(await eve.slash(channel, "library add", file=BRIDGE))
    guild.set_command("library", editors, allowed=None)
    refused = await eve.press(reply.button("Undo"))
    assert (refused.ephemeral, refused.text) == (True, NOT_ALLOWED)
    assert await titles(bot, guild) == ["Old bridge reopens"]


async def test_a_grant_of_all_commands_opens_none_that_needs_more(
    guild: Guild, bot: SourcesSay, channel: Channel
) -> None:
    editors = guild.add_role("Editors")
    eve = guild.add_member("Eve", editors)
    guild.set_command("library", editors, allowed=True)
    reply = await outcome(await eve.slash(channel, "library add", file=BRIDGE))
    guild.set_command("library", editors, allowed=None)
    guild.set_command(None, editors, allowed=True)
    assert (await eve.press(reply.button("Undo"))).text == NOT_ALLOWED
    assert await titles(bot, guild) == ["Old bridge reopens"]


async def test_the_entry_in_the_menu_of_messages_has_permissions_of_its_own(
    bot: SourcesSay, guild: Guild, channel: Channel
) -> None:
    eve = guild.add_member("Eve")
    message = await eve.say(channel, files=[BRIDGE])
    guild.set_command("Add to library", eve, allowed=True)
    reply = await outcome(await eve.context_menu(message, "Add to library"))
    assert "Added" in reply.text
    assert "For moderators" not in (await eve.slash(channel, "help")).text
    await (await eve.press(reply.button("Undo"))).until(lambda r: "removed again" in r.text)
    again = await outcome(await eve.context_menu(message, "Add to library"))
    guild.set_command("Add to library", eve, allowed=None)
    assert (await eve.press(again.button("Undo"))).text == NOT_ALLOWED
    assert await titles(bot, guild) == ["Old bridge reopens"]


async def test_administrators_and_the_owner_may_whatever_is_said(
    bot: SourcesSay, guild: Guild, channel: Channel
) -> None:
    guild.set_command("library", guild.everyone, allowed=False)
    guild.set_command(None, None, allowed=False)
    admin = guild.add_member("Ada", administrator=True)
    for person in (admin, guild.owner):
        reply = await outcome(await person.slash(channel, "library add", file=BRIDGE))
        await (await person.press(reply.button("Undo"))).until(lambda r: "removed" in r.text)
    assert await titles(bot, guild) == []


async def test_nobody_may_where_discord_does_not_tell_and_they_are_told_so(
    bot: SourcesSay,
    guild: Guild,
    channel: Channel,
    moderator: Member,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reply = await outcome(await moderator.slash(channel, "library add", file=BRIDGE))
    monkeypatch.setattr(command_permissions, "PATIENCE", 0.01)
    silent = asyncio.Event()

    async def ask(*_: object) -> None:
        await silent.wait()

    monkeypatch.setattr(bot.http, "get_guild_application_command_permissions", ask)
    bot.service.command_permissions.forget(guild.id)
    refused = await moderator.press(reply.button("Undo"))
    assert (refused.ephemeral, refused.text) == (True, UNKNOWN)
    eve = guild.add_member("Eve")
    guild.set_command("library", eve, allowed=True)
    assert (await eve.slash(channel, "library show")).text == UNKNOWN
    # Before it passes a command on, Discord itself has heeded who may use it.
    assert "1 article" in (await moderator.slash(channel, "library show")).text
    assert "For moderators" in (await moderator.slash(channel, "help")).text
    assert await titles(bot, guild) == ["Old bridge reopens"]
    # Administrators may in any case.
    own = await guild.owner.slash(channel, "library settings")
    chosen = await guild.owner.choose(own.select("setting:private"), "1")
    assert chosen.text != UNKNOWN
    assert (await load_settings(bot.service.store, guild.id)).private


async def test_discord_is_asked_once_for_many_presses(
    bot: SourcesSay, discord: DiscordServer, guild: Guild, channel: Channel, moderator: Member
) -> None:
    await load(bot, guild, FERRY)
    path = f"/applications/{discord.application_id}/guilds/{guild.id}/commands/permissions"
    reply = await moderator.slash(channel, "library settings")
    assert discord.requests[f"GET {path}"] == 0
    for choice in ("1", "0", "1"):
        await moderator.choose(reply.select("setting:private"), choice)
    assert discord.requests[f"GET {path}"] == 1
    guild.set_command("library", moderator, allowed=True)
    await moderator.choose(reply.select("setting:private"), "0")
    assert discord.requests[f"GET {path}"] == 2
