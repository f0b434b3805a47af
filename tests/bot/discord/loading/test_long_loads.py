"""Loads that take longer than Discord takes answers, which is 15 minutes."""

from __future__ import annotations

import asyncio

import pytest

from bot.discord.client import SourcesSay
from bot.discord.kit.progress import GOES_ON
from tests.bot.discord.conftest import load
from tests.bot.discord.newspaper import Newspaper
from tests.bot.discord.newsroom import FERRY, HOSTILE, MARKET
from tests.discord_server import Channel, DiscordServer, File, Guild, Member, Reply

INVALID_WEBHOOK_TOKEN, CANNOT_MESSAGE_USER = 50027, 50007
FLOOD = (
    "The river Aal rose by two metres overnight, the water board said on Tuesday morning.",
    "At least 60 houses in Lower Aalby stand under water, mayor Tove Lind told Radio Coast.",
    "Schools stay closed until Thursday, and the army has sent four boats to the town.",
)


class SlowLoad:
    """A load of an article from a site that does not answer until `finish`."""

    def __init__(
        self, discord: DiscordServer, channel: Channel, moderator: Member, newspaper: Newspaper
    ) -> None:
        self.discord, self.channel, self.moderator = discord, channel, moderator
        self._newspaper = newspaper
        self.url = newspaper.publish("/flood", "Flood in Lower Aalby", *FLOOD)
        newspaper.opened.clear()

    async def start(self, url: str) -> Reply:
        """Begin, and wait until the moderator was told that it goes on."""
        reply = await self.moderator.slash(self.channel, "library add", url=url, unfinished=True)
        await reply.until(lambda r: GOES_ON in r.text)
        return reply

    async def outlast(self, url: str) -> Reply:
        """Begin, and let Discord's time for the answer run out."""
        reply = await self.start(url)
        self.discord.expire(reply)
        return reply

    def finish(self) -> None:
        self._newspaper.opened.set()


@pytest.fixture
def slow(
    bot: SourcesSay,
    discord: DiscordServer,
    channel: Channel,
    moderator: Member,
    newspaper: Newspaper,
) -> SlowLoad:
    bot.service.token_life = 0
    return SlowLoad(discord, channel, moderator, newspaper)


async def test_what_came_of_a_load_is_written_into_the_channel_when_its_time_is_over(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, slow: SlowLoad
) -> None:
    reply = await slow.outlast(slow.url)
    assert reply.text.startswith("Reading **")
    slow.finish()
    told = await channel.message_after(reply.message)
    slow.discord.refusals.expect(INVALID_WEBHOOK_TOKEN)
    assert "**Added** · 3 paragraphs" in told.text
    assert f"For {moderator.mention}" in told.text
    assert not told.pings
    ann = guild.add_member("Ann")
    assert "You may not do that" in (await ann.press(told.button("Undo"))).text
    await (await moderator.press(told.button("Undo"))).until(lambda r: "removed again" in r.text)
    assert await bot.service.library.articles(guild.id) == []


async def test_it_goes_to_the_moderator_where_the_bot_may_not_write_in_the_channel(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, slow: SlowLoad
) -> None:
    channel.set_permissions(guild.bot, send_messages=False)
    await slow.outlast(slow.url)
    slow.finish()
    await slow.discord.pulse.until(lambda: bool(moderator.dm.messages), "nothing was said")
    slow.discord.refusals.expect(INVALID_WEBHOOK_TOKEN)
    (told,) = moderator.dm.messages
    assert "**Added** · 3 paragraphs" in told.text
    assert "From **Newsroom**" in told.text
    assert not told.buttons, "they would not work there"
    assert len(await bot.service.library.articles(guild.id)) == 1


async def test_where_neither_is_allowed_the_audit_has_it(
    guild: Guild, channel: Channel, moderator: Member, slow: SlowLoad
) -> None:
    refusals = slow.discord.refusals
    channel.set_permissions(guild.bot, send_messages=False)
    moderator.user.closed_dms = True
    await slow.outlast(slow.url)
    slow.finish()
    await slow.discord.pulse.until(lambda: len(refusals) == 2, "nothing was tried")
    assert [refusal.code for refusal in refusals] == [INVALID_WEBHOOK_TOKEN, CANNOT_MESSAGE_USER]
    refusals.clear()
    shown = await moderator.slash(channel, "library show")
    assert f"{moderator.mention} added **Flood in Lower Aalby**" in shown.text


async def test_a_load_that_fails_after_its_time_says_so_too(
    channel: Channel, moderator: Member, slow: SlowLoad
) -> None:
    reply = await slow.outlast(slow.url.replace("/flood", "/missing"))
    slow.finish()
    told = await channel.message_after(reply.message)
    slow.discord.refusals.expect(INVALID_WEBHOOK_TOKEN)
    assert "404" in told.text
    assert f"For {moderator.mention}" in told.text


async def test_a_text_that_cannot_be_loaded_comes_back_to_who_wrote_it_alone(
    channel: Channel, moderator: Member, slow: SlowLoad
) -> None:
    await slow.start(slow.url)
    form = await moderator.slash(channel, "library add")
    text = "<p></p>" * 500
    reply = await moderator.submit(form.modal, {"Text": text}, unfinished=True)
    await reply.until(lambda r: GOES_ON in r.text)
    slow.discord.expire(reply)
    slow.finish()
    await slow.discord.pulse.until(lambda: bool(moderator.dm.messages), "the text is lost")
    slow.discord.refusals.expect(INVALID_WEBHOOK_TOKEN)
    assert [file.content.decode() for file in moderator.dm.messages[0].files] == [text]
    assert not any(message.files for message in channel.messages)


async def test_an_import_shows_how_far_it_is_and_outlasts_its_time(
    bot: SourcesSay,
    discord: DiscordServer,
    channel: Channel,
    moderator: Member,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await load(bot, moderator.guild, FERRY, MARKET, HOSTILE)
    (file,) = (await moderator.slash(channel, "library export")).files
    other = discord.add_guild("Elsewhere")
    hall, mia = other.add_channel("hall"), other.add_member("Mia", manage_messages=True)
    may_go_on, add = asyncio.Event(), bot.service.library.add
    added: list[object] = []

    async def add_slowly(*arguments: object, **named: object) -> object:
        if len(added) == 2:
            await may_go_on.wait()
        added.append(await add(*arguments, **named))  # type: ignore[arg-type] # handed on as they came
        return added[-1]

    monkeypatch.setattr(bot.service.library, "add", add_slowly)
    upload = File(file.name, file.content)
    reply = await mia.slash(hall, "library import", file=upload, unfinished=True)
    await reply.until(lambda r: r.text == "Loading 2 of 3 …")
    bot.service.token_life = 0
    await reply.until(lambda r: r.text == f"Loading 2 of 3 …\n{GOES_ON}")
    discord.expire(reply)
    may_go_on.set()
    told = await hall.message_after(reply.message)
    discord.refusals.expect(INVALID_WEBHOOK_TOKEN)
    assert "**3 articles** read: 3 added." in told.text


async def test_what_is_done_just_in_time_takes_the_place_of_its_progress(
    channel: Channel, slow: SlowLoad
) -> None:
    reply = await slow.start(slow.url)
    slow.finish()
    await reply.until(lambda r: "**Added**" in r.text)
    assert channel.messages == [reply.message]
