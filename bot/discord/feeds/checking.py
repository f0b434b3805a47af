"""Checking the feeds that are due: what is new loads, and who should know of it is told."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from datetime import datetime

import discord

from bot.discord.feeds.card import (
    announcement,
    failure_notice,
    feed_name,
    quiet_notice,
    refusal_notice,
)
from bot.discord.feeds.following import follower_of
from bot.discord.kit.card import Card, Notice
from bot.discord.kit.moderators import audit_line
from bot.discord.kit.sending import post_in
from bot.discord.service import Service
from bot.discord.service.server_settings import load_settings
from bot.discord.translations import speak_on
from bot.language import N_, gettext, to_everybody
from bot.wording import counted
from corpus.errors import CorpusError
from corpus.library.following import Check, Follower, utc_now
from corpus.library.store import audit, feeds
from corpus.library.store.feed_records import FollowedFeed

log = logging.getLogger(__name__)

MOST_AT_ONCE = 4
"""Feeds checked at once: most of a check is waiting for sites."""

ADDED = N_("added from a feed:")


async def check_due_feeds(
    service: Service,
    guild_of: Callable[[int], discord.Guild | None],
    closing: asyncio.Event,
    now: Callable[[], datetime] = utc_now,
) -> None:
    """Check every feed that is due, of the servers that the bot is on, until it is closing.

    `guild_of` finds a server, or None for one that is another process's, or was left.
    """
    try:
        due = await feeds.due(service.store, now())
    except CorpusError as error:
        log.warning("feeds could not be checked: %s", error)
        return
    mine = iter([(guild, number) for server, number in due if (guild := guild_of(server))])
    follower = follower_of(service, closing, now)
    await asyncio.gather(*(_check_all(service, follower, mine) for _ in range(MOST_AT_ONCE)))


async def _check_all(
    service: Service, follower: Follower, waiting: Iterator[tuple[discord.Guild, int]]
) -> None:
    for guild, number in waiting:
        if follower.is_closing():
            return
        if guild.unavailable:  # Discord does not tell yet which channels it has
            continue
        speak_on(guild)
        try:
            if check := await follower.check(guild.id, number):
                await tell(service, guild, check)
        except CorpusError as error:
            log.warning("a feed could not be checked: %s", error)
        except Exception:
            log.exception("a check of a feed failed")


async def tell(service: Service, guild: discord.Guild, check: Check) -> None:
    """Announce what a check loaded, and tell moderators of what they are to know, once."""
    with to_everybody():
        await _tell(service, guild, check)


async def _tell(service: Service, guild: discord.Guild, check: Check) -> None:
    feed = check.feed
    if check.loaded:
        await _audit(service, guild, check)
        if feed.wishes.channel and not await post_in(
            service, guild, feed.wishes.channel, announcement(check)
        ):
            await feeds.go_quiet(service.store, feed.server, feed.number)
            await _tell_moderators(service, guild, feed, quiet_notice(feed))
    if check.is_failure_to_tell:
        await _tell_moderators(service, guild, feed, failure_notice(feed))
    if check.is_refusal_to_tell:
        await _tell_moderators(service, guild, feed, refusal_notice(check))


async def _audit(service: Service, guild: discord.Guild, check: Check) -> None:
    """Note, as for what moderators load, that the bot itself loaded something."""
    articles = counted(len(check.loaded), "article")
    about = gettext("{} of {}").format(articles, feed_name(check.feed))
    await audit.record(service.store, guild.id, service.bot_id, ADDED, about)
    settings = await load_settings(service.store, guild.id)
    line = audit_line(service.bot_id, ADDED, about)
    await post_in(service, guild, settings.audit_channel, Notice(line, private=False))


async def _tell_moderators(
    service: Service, guild: discord.Guild, feed: FollowedFeed, card: Card
) -> None:
    """Write into the audit channel, or else where the feed was added."""
    settings = await load_settings(service.store, guild.id)
    for channel in (settings.audit_channel, feed.wishes.added_in):
        if await post_in(service, guild, channel, card):
            return
    log.info("nobody could be told of trouble with feed %d of server %d", feed.number, guild.id)
