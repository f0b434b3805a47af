"""`/library feed add`, `list` and `remove`."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import app_commands

from bot.discord.errors import DeclinedError
from bot.discord.feeds.card import feed_name, feeds_card, followed_card
from bot.discord.feeds.checking import tell
from bot.discord.feeds.following import follower_of
from bot.discord.kit.card import Notice
from bot.discord.kit.choices import Choices, matching
from bot.discord.kit.expired_interactions import conclude
from bot.discord.kit.fitting import ROOM_FOR_TITLE, fitted_line
from bot.discord.kit.messages import web_address
from bot.discord.kit.moderators import ModeratorsGroup, library_commands, note
from bot.discord.kit.notices import MAY_NOT_WRITE
from bot.discord.kit.progress import Progress
from bot.discord.kit.sending import as_choices, defer, may_write, respond
from bot.discord.service import Interaction, server_of, service_of
from bot.language import N_, gettext
from corpus.library.store import feeds
from corpus.library.store.feed_records import FeedWishes, FollowedFeed

LONGEST_ADDRESS = 4_000
LONGEST_WORDS = 1_000

READING = N_("Reading the feed, and its newest articles …")
NO_SUCH_FEED = N_("There is no such feed here. Choose one from the list that opens as you type.")
REMOVED = N_("**{}** is followed no longer. The articles loaded from it stay.")

feed_commands = ModeratorsGroup(
    name="feed",
    description="Follow RSS and Atom feeds, whose new articles load themselves",
    parent=library_commands,
)


@feed_commands.command(name="add", description="Follow a feed: its new articles load themselves")
@app_commands.describe(
    url="The feed’s web address",
    words="Load only articles with one of these, with commas between: dam, North Korea",
    channel="Where new articles are announced; without one they load quietly",
)
async def add(
    interaction: Interaction,
    url: app_commands.Range[str, 1, LONGEST_ADDRESS],
    words: app_commands.Range[str, 1, LONGEST_WORDS] | None = None,
    channel: discord.TextChannel | None = None,
) -> None:
    """Follow a feed, and load the newest of what is in it."""
    guild = interaction.guild
    if channel and guild and not may_write(channel, guild.me):
        raise DeclinedError(gettext(MAY_NOT_WRITE).format(channel.id))
    await defer(interaction, private=True)
    service, server = service_of(interaction), server_of(interaction)
    wishes = FeedWishes(
        web_address(url),
        tuple(filter(None, map(str.strip, (words or "").split(",")))),
        channel.id if channel else None,
        interaction.channel_id,
        interaction.user.id,
    )
    async with Progress(interaction) as progress:
        progress.line = gettext(READING)
        check = await follower_of(service).follow(server, wishes)
    await note(interaction, N_("followed the feed"), feed_name(check.feed))
    if guild:
        await tell(service, guild, check)
    await conclude(interaction, followed_card(check))


@feed_commands.command(
    name="list", description="See which feeds are followed here, and how they go"
)
async def list_(interaction: Interaction) -> None:
    """Show the first page."""
    await respond(interaction, feeds_card(await _followed(interaction)))


@feed_commands.command(name="remove", description="Follow a feed no longer; its articles stay")
@app_commands.describe(feed="The feed to follow no longer")
async def remove(interaction: Interaction, feed: str) -> None:
    """Follow a feed no longer."""
    service, server = service_of(interaction), server_of(interaction)
    chosen = _chosen(await _followed(interaction), feed)
    await feeds.remove(service.store, server, chosen.number)
    await note(interaction, N_("stopped following the feed"), feed_name(chosen))
    await respond(
        interaction, Notice(gettext(REMOVED).format(fitted_line(feed_name(chosen), ROOM_FOR_TITLE)))
    )


@remove.autocomplete("feed")
async def _feeds(interaction: Interaction, typed: str) -> Choices:
    followed = await _followed(interaction)
    named = ((f"{feed_name(feed)} · {feed.wishes.address}", str(feed.number)) for feed in followed)
    return as_choices(matching(named, typed))


async def _followed(interaction: Interaction) -> list[FollowedFeed]:
    return await feeds.listed(service_of(interaction).store, server_of(interaction))


def _chosen(followed: Sequence[FollowedFeed], typed: str) -> FollowedFeed:
    """Find the feed that was chosen, or whose name or address was typed out."""
    typed = typed.strip().casefold()
    for feed in followed:
        names = (str(feed.number), feed_name(feed).casefold(), feed.wishes.address.casefold())
        if typed in names:
            return feed
    raise DeclinedError(gettext(NO_SUCH_FEED))
