"""How often people may ask: a pause for each person, and a limit for each server."""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil

from bot.discord.errors import DeclinedError
from bot.discord.service.server_settings import LONGEST_COOLDOWN
from bot.language import N_, gettext, ngettext

MOST_AT_ONCE = 1_000
"""Questions of one server that are answered or wait for their turn. They are answered one after
another, a tenth of a second each, and Discord waits for minutes once it is told so. More than this
is no crowd but a fault, or an attack."""

BUSY = N_("Many people are asking here right now. Please try again in a few seconds.")


class TooSoonError(DeclinedError):
    """Somebody asks again within the pause; `is_repeated` where they were told so already."""

    def __init__(self, seconds: int, *, is_repeated: bool) -> None:
        sentence = ngettext(
            "One moment, please: you can ask again in a second.",
            "One moment, please: you can ask again in {} seconds.",
            seconds,
        )
        super().__init__(sentence.format(seconds))
        self.is_repeated = is_repeated


class Pace:
    """Remember who asked when, and how many questions of each server are being answered."""

    def __init__(self) -> None:
        self._asked: OrderedDict[tuple[int, int], float] = OrderedDict()
        self._refused: set[tuple[int, int]] = set()
        self._in_hand: Counter[int] = Counter()

    def check(self, server: int, person: int, cooldown: int) -> None:
        """Count a question of a person.

        Raises TooSoonError where their last one was less than `cooldown` seconds ago.
        """
        now, asking = time.monotonic(), (server, person)
        self._forget_before(now - LONGEST_COOLDOWN)
        asked_at = self._asked.get(asking)
        if asked_at is not None and (wait := ceil(asked_at + cooldown - now)) > 0:
            is_repeated = asking in self._refused
            self._refused.add(asking)
            raise TooSoonError(wait, is_repeated=is_repeated)
        self._refused.discard(asking)
        self._asked[asking] = now
        self._asked.move_to_end(asking)

    @contextmanager
    def turn(self, server: int) -> Iterator[None]:
        """Count a question as being answered; raises DeclinedError where too many of the server's are."""
        if self._in_hand[server] >= MOST_AT_ONCE:
            raise DeclinedError(gettext(BUSY))
        self._in_hand[server] += 1
        try:
            yield
        finally:
            self._in_hand[server] -= 1
            if not self._in_hand[server]:
                del self._in_hand[server]

    def _forget_before(self, moment: float) -> None:
        while self._asked and next(iter(self._asked.values())) <= moment:
            forgotten, _ = self._asked.popitem(last=False)
            self._refused.discard(forgotten)
