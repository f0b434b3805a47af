"""What was last asked where: so that "and who denies it?" can go on from it. Never stored."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass

SECONDS_REMEMBERED = 5 * 60.0
"""How long a person's next question in a channel may go on from their last one."""

MOST_REMEMBERED = 2_000
"""Talks remembered at most, in all channels together."""


@dataclass(frozen=True, slots=True)
class Talk:
    """Where somebody talks with the bot: a person in a channel; or a thread, which is one talk of all."""

    channel: int
    person: int | None


class Conversations:
    """Remember what each talk was about last, in memory alone."""

    def __init__(self) -> None:
        self._topics: OrderedDict[Talk, tuple[str, float]] = OrderedDict()

    def remember(self, talk: Talk, topic: str) -> None:
        """Keep what a talk is about now."""
        self._topics[talk] = topic, time.monotonic()
        self._topics.move_to_end(talk)
        if len(self._topics) > MOST_REMEMBERED:
            self._topics.popitem(last=False)

    def topic(self, talk: Talk) -> str | None:
        """Return what a talk is about; None where that is unknown, or too long ago in a channel."""
        topic, at = self._topics.get(talk, (None, 0.0))
        if talk.person is not None and time.monotonic() - at > SECONDS_REMEMBERED:
            return None
        return topic

    def latest_in(self, channel: int, most: int) -> list[str]:
        """List what was asked last in a channel by anybody, the newest first, each once."""
        found = (
            topic for talk, (topic, _) in reversed(self._topics.items()) if talk.channel == channel
        )
        return list(dict.fromkeys(found))[:most]
