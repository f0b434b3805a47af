"""What is said where a news feed was handed over: it is no article, but offers some."""

from __future__ import annotations

from itertools import accumulate

from corpus.errors import ReadingError
from corpus.reading.draft import Draft, Offer

_MOST_NAMED = 10
"""Articles that are named; a feed lists the newest ones first."""

_LONGEST_TITLE = 100
"""Characters of a title in that list."""

_LONGEST_LIST = 2_500
"""Characters of the list, so that it fits into one message; addresses may be long."""


class FeedOfferedError(ReadingError):
    """A news feed instead of an article; `offers` is all that it offers, `title` what it is called.

    Its text names the first ones with their addresses, so that a moderator can add them.
    """

    def __init__(self, feed: Draft) -> None:
        self.title = feed.title
        self.offers: tuple[Offer, ...] = feed.offers
        named = [f"{_short(offer.title)}: {offer.url}" for offer in feed.offers[:_MOST_NAMED]]
        lengths = accumulate(map(len, named))
        lines = [
            line for line, length in zip(named, lengths, strict=True) if length <= _LONGEST_LIST
        ]
        more = len(feed.offers) - len(lines)
        beginning = "This is a news feed, not an article. Add what you want of it by its address:"
        super().__init__("\n".join([beginning, *lines, *([f"and {more} more."] if more else [])]))


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
