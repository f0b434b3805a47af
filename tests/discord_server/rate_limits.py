"""Rate limits: Discord's documentation, "Rate Limits".

They run in real time, because discord.py sleeps them out in real time.
"""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass

from aiohttp import web

from tests.discord_server.payload import Json

USUAL = (1000, 1.0)
"""Requests and seconds of a bucket that no test has set: wide, so that stories are not slowed."""


@dataclass(slots=True)
class Bucket:
    """Requests of one kind to one channel, guild or webhook."""

    name: str
    limit: int
    seconds: float
    started: float = 0.0
    used: int = 0

    def take(self) -> float:
        """Count a request. Return 0, or the seconds after which it may come again."""
        now = time.monotonic()
        if now - self.started >= self.seconds:
            self.started, self.used = now, 0
        if self.used >= self.limit:
            return self.resets_after
        self.used += 1
        return 0.0

    @property
    def resets_after(self) -> float:
        return max(self.started + self.seconds - time.monotonic(), 0.001)

    def headers(self) -> dict[str, str]:
        return {
            "X-RateLimit-Limit": str(self.limit),
            "X-RateLimit-Remaining": str(self.limit - self.used),
            "X-RateLimit-Reset": f"{time.time() + self.resets_after:.3f}",
            "X-RateLimit-Reset-After": f"{self.resets_after:.3f}",
            "X-RateLimit-Bucket": self.name,
        }


class RateLimits:
    """Count requests, and answer 429 to those that come too fast.

    `hits` lists the requests that were answered so.
    """

    def __init__(self) -> None:
        self.hits: list[str] = []
        self._set: dict[str, tuple[int, float]] = {}
        self._buckets: dict[tuple[str, str], Bucket] = {}
        self._everything: Bucket | None = None

    def set(self, route: str, requests: int, seconds: float) -> None:
        """Limit a route, for example `"POST /channels/{channel}/messages"`, per channel."""
        self._set[route] = requests, seconds
        self._buckets.clear()

    def set_globally(self, requests: int, seconds: float) -> None:
        """Limit all requests together."""
        self._everything = Bucket("global", requests, seconds)

    def bucket(self, route: str, major: str) -> Bucket:
        """Return the bucket of a request; `major` is the channel, guild or webhook in its path."""
        key = route, major
        if key not in self._buckets:
            name = hashlib.blake2b(route.encode(), digest_size=8).hexdigest()
            self._buckets[key] = Bucket(name, *self._set.get(route, USUAL))
        return self._buckets[key]

    def check(self, route: str, major: str) -> tuple[Json, dict[str, str]] | None:
        """Count a request; return the body and headers of a 429 where it came too fast."""
        bucket = self.bucket(route, major)
        if self._everything and (wait := self._everything.take()):
            return self._too_fast(route, wait, {"X-RateLimit-Global": "true"}, scope="global")
        if wait := bucket.take():
            return self._too_fast(route, wait, bucket.headers(), scope="user")
        return None

    def _too_fast(
        self, route: str, wait: float, headers: dict[str, str], *, scope: str
    ) -> tuple[Json, dict[str, str]]:
        self.hits.append(route)
        body = {
            "message": "You are being rate limited.",
            "retry_after": round(wait, 3),
            "global": scope == "global",
        }
        # discord.py takes a 429 without Via for a ban by Cloudflare.
        extra = {"Via": "1.1 google", "Retry-After": str(int(wait) + 1), "X-RateLimit-Scope": scope}
        return body, {**headers, **extra}


def major_of(request: web.Request) -> str:
    """Return what a route's limit is counted by."""
    names = ("channel", "guild", "interaction", "token")
    return "+".join(request.match_info[name] for name in names if name in request.match_info)
