"""Feeds: the lists, in RSS or Atom, of what a site has published last."""

from corpus.reading.feeds.feed import Feed, FeedItem, read_feed
from corpus.reading.feeds.fetching import UNKNOWN, FeedError, FetchedFeed, Validators, fetch_feed

__all__ = [
    "UNKNOWN",
    "Feed",
    "FeedError",
    "FeedItem",
    "FetchedFeed",
    "Validators",
    "fetch_feed",
    "read_feed",
]
