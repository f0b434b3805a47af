"""What came of checking a feed, and what of it moderators are to be told."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.article import Article
from corpus.library.store.feed_records import FollowedFeed

TOLD_AFTER = 3
"""Checks that fail in a row before moderators are told: a site may be down for an hour."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """An item that was given up: its title and, in a sentence, why its page could not be read."""

    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Check:
    """What came of checking a feed: `feed` is as it stands afterwards.

    `loaded` are the articles that were not there before, and `waiting` counts the items that are
    left for later checks.
    """

    feed: FollowedFeed
    loaded: tuple[Article, ...] = ()
    refused: tuple[Refusal, ...] = ()
    waiting: int = 0

    @property
    def failed(self) -> bool:
        """Whether the feed itself could not be read."""
        return self.feed.failure is not None

    @property
    def is_failure_to_tell(self) -> bool:
        """Whether moderators are to be told of a failure: once for each time that it lasts."""
        return self.failed and (self.feed.due_at is None or self.feed.failures == TOLD_AFTER)

    @property
    def is_refusal_to_tell(self) -> bool:
        """Whether moderators are to be told of pages that cannot be read: the first time only."""
        return 0 < self.feed.refused == len(self.refused)
