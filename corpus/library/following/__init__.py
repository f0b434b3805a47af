"""Following feeds: new articles load themselves, each once, and no site is asked too often."""

from corpus.library.following.check import Check, Refusal
from corpus.library.following.follower import Follower, Web, utc_now

__all__ = ["Check", "Follower", "Refusal", "Web", "utc_now"]
