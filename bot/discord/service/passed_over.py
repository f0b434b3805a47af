"""Which messages were heard and not meant for the bot: a mention may be added to them later."""

from __future__ import annotations

from collections import OrderedDict

MOST_REMEMBERED = 10_000
"""Messages of all servers together: minutes of talk on many of them, and a megabyte."""


class PassedOver:
    """The newest messages that were let be, by their ids."""

    def __init__(self) -> None:
        self._ids: OrderedDict[int, None] = OrderedDict()

    def note(self, message_id: int) -> None:
        """Remember a message that was not meant for the bot."""
        self._ids[message_id] = None
        if len(self._ids) > MOST_REMEMBERED:
            self._ids.popitem(last=False)

    def take(self, message_id: int) -> bool:
        """Tell whether a message was let be, and forget it: it is meant for the bot by now."""
        was_let_be = message_id in self._ids
        self._ids.pop(message_id, None)
        return was_let_be
