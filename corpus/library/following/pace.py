"""When a feed is checked next: as often as it asks for, within bounds, and less often while it fails."""

from __future__ import annotations

from datetime import timedelta

from corpus.reading.feeds import FeedError

USUAL_PAUSE = timedelta(minutes=30)
SHORTEST_PAUSE = timedelta(minutes=15)
LONGEST_PAUSE = timedelta(days=1)
"""Between two checks of a feed: where it does not say, and whatever it says."""

LONGEST_WAIT = timedelta(days=7)
"""For how long a feed is left alone at most where its site asks for that (Retry-After)."""

MOST_DOUBLINGS = 10
"""So that no number of failures makes a pause that cannot be computed."""


def pause_after(asked: int | None) -> timedelta:
    """Return how long to wait after a check; `asked` is what the feed asks for, in seconds."""
    pause = timedelta(seconds=asked) if asked else USUAL_PAUSE
    return min(max(pause, SHORTEST_PAUSE), LONGEST_PAUSE)


def pause_after_failure(failures_before: int, error: FeedError | None) -> timedelta:
    """Return how long to wait after a check failed: twice as long each time, in a row.

    `error` is what its site said, where it was the site that failed.
    """
    pause = min(USUAL_PAUSE * (1 << min(failures_before, MOST_DOUBLINGS)), LONGEST_PAUSE)
    if error and error.retry_after:
        pause = max(pause, min(timedelta(seconds=error.retry_after), LONGEST_WAIT))
    return pause
