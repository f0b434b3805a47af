"""Feeds that servers follow, as plain frozen data and as rows of their table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from corpus.reading.feeds import UNKNOWN, Validators


@dataclass(frozen=True, slots=True)
class FeedWishes:
    """What a moderator decided about a feed.

    Only items with one of the `words` are loaded, or all where there are none. `channel` is where
    new articles are announced, None for nowhere. `added_in` is the channel, and `added_by` the
    user, that it was added in and by; None in the terminal.
    """

    address: str
    words: tuple[str, ...] = ()
    channel: int | None = None
    added_in: int | None = None
    added_by: int | None = None


@dataclass(frozen=True, slots=True)
class FollowedFeed:
    """A feed as it stands in the database; `number` counts a server's feeds from 1.

    `pause` is how long it asks its readers to wait between two visits, in seconds. `checked_at` and
    `due_at` are when it was checked last and is to be next; the site has taken it down where there
    is no `due_at`. `failures` counts the checks in a row that failed, the last one
    by `failure`. `loaded` articles came through it, and `refused` could not be read, the last one
    because of `refusal`. `holder` is who may check it now, if anybody.
    """

    server: int
    number: int
    wishes: FeedWishes
    title: str
    validators: Validators = UNKNOWN
    pause: int | None = None
    checked_at: datetime | None = None
    due_at: datetime | None = None
    failures: int = 0
    failure: str | None = None
    loaded: int = 0
    refused: int = 0
    refusal: str | None = None
    holder: str | None = None


def to_feed(row: Row[Any]) -> FollowedFeed:
    """Make a feed of its row."""
    wishes = FeedWishes(row.address, tuple(row.words), row.channel, row.added_in, row.added_by)
    return FollowedFeed(
        row.server,
        row.number,
        wishes,
        row.title,
        Validators(row.etag, row.last_modified),
        row.pause,
        row.checked_at,
        row.due_at,
        row.failures,
        row.failure,
        row.loaded,
        row.refused,
        row.refusal,
        row.holder,
    )


def feed_values(feed: FollowedFeed, held_until: datetime) -> dict[str, Any]:
    """Return a new feed's row, without its key."""
    wishes = {
        "address": feed.wishes.address,
        "words": list(feed.wishes.words),
        "channel": feed.wishes.channel,
        "added_in": feed.wishes.added_in,
        "added_by": feed.wishes.added_by,
    }
    return {**wishes, **outcome_values(feed), "holder": feed.holder, "held_until": held_until}


def outcome_values(feed: FollowedFeed) -> dict[str, Any]:
    """Return what a check changes in a feed's row; nobody holds it afterwards."""
    return {
        "title": feed.title,
        "etag": feed.validators.etag,
        "last_modified": feed.validators.last_modified,
        "pause": feed.pause,
        "checked_at": feed.checked_at,
        "due_at": feed.due_at,
        "failures": feed.failures,
        "failure": feed.failure,
        "loaded": feed.loaded,
        "refused": feed.refused,
        "refusal": feed.refusal,
        "holder": None,
        "held_until": None,
    }
