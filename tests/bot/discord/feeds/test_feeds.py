"""`/library feed`: moderators follow a site's feed, and what is new in it loads by itself."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.discord.client import SourcesSay
from bot.discord.feeds.checking import check_due_feeds
from corpus.library.following import utc_now
from corpus.library.store import audit, departures, feeds
from tests.bot.discord.conftest import Running, configure
from tests.bot.discord.discord_markdown import read
from tests.bot.discord.newspaper import outcome
from tests.discord_server import Channel, DiscordServer, Guild, Member, Message
from tests.news_site import NewsSite, news_site, story


@pytest.fixture
async def site() -> AsyncIterator[NewsSite]:
    async with news_site() as running:
        running.post("Ferry stops for the winter")
        yield running


class Later:
    """Lets the bot check what is due, each time half an hour and a minute later."""

    def __init__(self, bot: SourcesSay) -> None:
        self.bot = bot
        self.ahead = timedelta()

    async def check(self, by: timedelta = timedelta(minutes=31)) -> None:
        self.ahead += by
        await check_due_feeds(
            self.bot.service, self.bot.get_guild, asyncio.Event(), lambda: utc_now() + self.ahead
        )


async def follow(
    moderator: Member, here: Channel, site: NewsSite, path: str = "/feed", **options: Any
) -> Message:
    url = f"{site.url}{path}"
    return await outcome(await moderator.slash(here, "library feed add", url=url, **options))


def texts(channel: Channel) -> list[str]:
    """Return what everybody in a channel sees there."""
    return [read(message.text).words for message in channel.messages if not message.ephemeral]


async def test_a_feed_is_followed_and_new_articles_are_announced_where_moderators_chose(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, site: NewsSite
) -> None:
    await configure(bot, guild)
    hall = guild.add_channel("hall")
    said = await follow(moderator, channel, site, channel=hall)
    assert said.ephemeral
    assert "Following [Port Alder Post]" in said.text
    assert "Ferry stops for the winter" in said.text
    assert f"announced in {hall.mention}" in said.text
    later = Later(bot)
    await later.check()
    site.post("Bridge opens")
    site.post("Storm ends")
    await later.check()
    new = "New from Port Alder Post\nStorm ends\nBridge opens"
    assert texts(hall) == ["New from Port Alder Post\nFerry stops for the winter", new]
    assert texts(channel) == []
    answer = await guild.add_member("Ann").slash(channel, "ask", question="Is the storm over?")
    assert "Port Alder" in answer.text


async def test_without_a_channel_articles_load_quietly_but_the_audit_says_so(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, site: NewsSite
) -> None:
    log = guild.add_channel("log")
    await configure(bot, guild, audit_channel=log.id)
    said = await follow(moderator, channel, site, words="winter, dam")
    assert "load quietly" in said.text
    assert "only with: winter, dam" in said.text
    site.post("The dams hold")
    site.post("Nothing about it")
    await Later(bot).check()
    await guild.server.settled()
    lines = await audit.newest(bot.service.store, guild.id)
    assert [(line.who == bot.service.bot_id, line.act, line.article) for line in lines] == [
        (True, "added from a feed:", "1 article of Port Alder Post"),
        (True, "added from a feed:", "1 article of Port Alder Post"),
        (False, "followed the feed", "Port Alder Post"),
    ]
    assert len(texts(log)) == 3
    assert texts(channel) == []
    titles = [entry.title for entry in await bot.service.library.articles(guild.id)]
    assert titles == ["Ferry stops for the winter", "The dams hold"]


async def test_feeds_are_listed_with_how_they_go_and_removed_by_name(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, site: NewsSite
) -> None:
    nothing = await moderator.slash(channel, "library feed list")
    assert "No feeds are followed here." in nothing.text
    for number in range(7):
        site.feeds[f"/feed-{number}"] = site.feeds["/feed"]
        await follow(moderator, channel, site, f"/feed-{number}")
    listed = await moderator.slash(channel, "library feed list")
    assert listed.ephemeral
    assert "7 feeds · page 1 of 2" in listed.text
    assert listed.text.count("Port Alder Post") == 5
    assert "1 article" in listed.text
    await moderator.press(listed.button("More →"))
    assert listed.text.count("Port Alder Post") == 2
    choices = await moderator.autocomplete(channel, "library feed remove", feed="feed-3")
    assert [choice.name for choice in choices] == [f"Port Alder Post · {site.url}/feed-3"]
    removed = await moderator.slash(channel, "library feed remove", feed=choices[0].value)
    assert "Port Alder Post** is followed no longer" in removed.text
    again = await moderator.slash(channel, "library feed remove", feed=choices[0].value)
    assert "no such feed" in again.text
    addresses = [f.wishes.address for f in await feeds.listed(bot.service.store, guild.id)]
    assert f"{site.url}/feed-3" not in addresses
    assert len(addresses) == 6
    assert len(await bot.service.library.articles(guild.id)) == 1


async def test_a_failing_feed_is_told_once_where_it_was_added(
    bot: SourcesSay, channel: Channel, moderator: Member, site: NewsSite
) -> None:
    await follow(moderator, channel, site)
    site.answers["/feed"] = web.Response(status=500)
    later = Later(bot)
    for _ in range(6):
        await later.check(timedelta(days=2))
    (told,) = texts(channel)
    assert told.startswith("The feed Port Alder Post cannot be read. The site has a fault")
    listed = await moderator.slash(channel, "library feed list")
    assert "Tried 6 times, again <t:" in listed.text


async def test_a_feed_that_is_gone_is_told_in_the_audit_channel(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, site: NewsSite
) -> None:
    log = guild.add_channel("log")
    await configure(bot, guild, audit_channel=log.id)
    await follow(moderator, channel, site)
    site.answers["/feed"] = web.Response(status=410)
    later = Later(bot)
    for _ in range(3):
        await later.check(timedelta(days=2))
    assert sum("taken down by its site" in text for text in texts(log)) == 1
    assert texts(channel) == []
    listed = await moderator.slash(channel, "library feed list")
    assert "checked no more" in listed.text


async def test_pages_that_cannot_be_read_are_told_once(
    bot: SourcesSay, channel: Channel, moderator: Member, site: NewsSite
) -> None:
    await follow(moderator, channel, site)
    for number in range(2):
        site.post(f"For *subscribers* {number}", link=f"{site.url}/paid-{number}")
        site.answers[f"/paid-{number}"] = web.Response(status=403)
    later = Later(bot)
    for _ in range(4):
        await later.check()
    (told,) = texts(channel)
    assert "leads to pages that I cannot read. For *subscribers* 1: The site does not let" in told
    listed = await moderator.slash(channel, "library feed list")
    assert "2 pages could not be read" in listed.text


async def test_where_announcements_are_closed_to_the_bot_articles_load_quietly_from_then_on(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, site: NewsSite
) -> None:
    hall = guild.add_channel("hall")
    await follow(moderator, channel, site, channel=hall)
    hall.set_permissions(guild.everyone, view_channel=False)
    await guild.server.settled()
    later = Later(bot)
    for title in ("Bridge opens", "Storm ends"):
        site.post(title)
        await later.check()
    (told,) = texts(channel)
    assert "may no longer write" in told
    guild.server.refusals.clear()
    assert len(await bot.service.library.articles(guild.id)) == 3


async def test_a_channel_that_the_bot_may_not_write_in_is_refused(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, site: NewsSite
) -> None:
    hall = guild.add_channel("hall")
    hall.set_permissions(guild.everyone, send_messages=False)
    await guild.server.settled()
    said = await follow(moderator, channel, site, channel=hall)
    assert "I may not write in" in said.text
    assert await feeds.listed(bot.service.store, guild.id) == []


async def test_what_is_no_feed_is_refused_in_a_sentence(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, site: NewsSite
) -> None:
    page = site.post("A page")
    reply = await moderator.slash(channel, "library feed add", url=page)
    assert (await outcome(reply)).text == "There is no RSS or Atom feed at that address."
    assert await feeds.listed(bot.service.store, guild.id) == []


async def test_a_restart_loads_nothing_twice_and_goes_on(
    discord: DiscordServer, running: Running, site: NewsSite
) -> None:
    guild = discord.add_guild("Newsroom")
    channel, moderator = guild.add_channel("news"), guild.add_member("Mo", manage_messages=True)
    async with running():
        await follow(moderator, channel, site, channel=channel)
    site.post("Storm ends")
    async with running() as bot:
        await discord.settled()
        later = Later(bot)
        await later.check()
        await later.check()
        assert len(await bot.service.library.articles(guild.id)) == 2
    assert [text.partition("\n")[2] for text in texts(channel)] == [
        "Ferry stops for the winter",
        "Storm ends",
    ]


async def test_the_bot_checks_by_itself_what_is_due(
    discord: DiscordServer, running: Running, site: NewsSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.discord.client.MINUTE", 0.01)
    guild = discord.add_guild("Newsroom")
    channel, moderator = guild.add_channel("news"), guild.add_member("Mo", manage_messages=True)
    async with running() as bot:
        await follow(moderator, channel, site, channel=channel)
        site.post("Storm ends")
        store = bot.service.store
        taken = await feeds.take(store, guild.id, 1, "a test", utc_now(), only_due=False)
        assert taken
        await feeds.let_go(store, replace(taken, due_at=utc_now()))
        announced = await channel.message_after(channel.messages[-1])
        assert "Storm ends" in announced.text


async def test_servers_that_the_bot_left_and_those_of_others_are_not_checked(
    bot: SourcesSay, guild: Guild, channel: Channel, moderator: Member, site: NewsSite
) -> None:
    await follow(moderator, channel, site)
    guild.remove_bot()
    await guild.server.settled()
    site.paths_asked()
    await Later(bot).check()
    assert site.paths_asked() == []
    await bot.service.library.remove(guild.id, (await bot.service.library.articles(guild.id))[0].id)
    await departures.take_back(bot.service.store, [guild.id])
    assert await departures.known(bot.service.store) == [guild.id]


async def test_forgetting_a_server_ends_its_feeds(
    bot: SourcesSay, channel: Channel, moderator: Member, site: NewsSite
) -> None:
    await follow(moderator, channel, site)
    reply = await moderator.slash(channel, "library forget")
    assert "feeds" in reply.text
    await moderator.press(reply.button("Delete everything"))
    site.paths_asked()
    await Later(bot).check()
    assert site.paths_asked() == []


async def test_one_broken_check_does_not_keep_the_others_from_theirs(
    bot: SourcesSay,
    channel: Channel,
    moderator: Member,
    site: NewsSite,
    caplog: pytest.LogCaptureFixture,
) -> None:
    site.post("The other feed", *story("another"), feed="/other")
    await follow(moderator, channel, site)
    await follow(moderator, channel, site, "/other")
    fetch = bot.service.fetch_feed

    async def broken(address: str, known: object) -> object:
        if address.endswith("/feed"):
            raise ZeroDivisionError
        return await fetch(address, known)  # type: ignore[arg-type] # handed on as it came

    bot.service.fetch_feed = broken  # type: ignore[assignment] # likewise
    site.post("New in the other", feed="/other")
    await Later(bot).check()
    assert "a check of a feed failed" in caplog.messages
    entries = await bot.service.library.articles(channel.guild.id if channel.guild else 0)
    assert entries[-1].title == "New in the other"


async def test_hostile_titles_do_nothing(
    bot: SourcesSay, channel: Channel, moderator: Member, site: NewsSite
) -> None:
    assert bot.is_ready()
    site.post("@everyone [free](https://evil.example) **nitro** <@1>", *story("nitro"))
    await follow(moderator, channel, site, channel=channel)
    (message,) = [message for message in channel.messages if not message.ephemeral]
    seen = read(message.text)
    assert "@everyone [free](https://evil.example) **nitro** <@1>" in seen.words
    assert not {"mention", "bold"} & set(seen.acts)
    assert all(link.startswith(site.url) for link in seen.links)
