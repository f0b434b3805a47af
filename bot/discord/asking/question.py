"""A question as somebody wrote it, made ready to be asked."""

from __future__ import annotations

from bot.discord.errors import DeclinedError
from bot.language import N_, gettext
from corpus.reading.visible import one_line

LONGEST_QUESTION = 300
"""Characters of a question; a card shows it whole, and *More* reads it there again."""

NO_QUESTION = N_("Write a question in your own words, for example: How many troops are in Kursk?")


def as_question(text: str) -> str:
    """Write a text on one line without invisible characters, cut at a word where it is too long.

    Raises DeclinedError where nothing is left.
    """
    line = one_line(text)
    if not line:
        raise DeclinedError(gettext(NO_QUESTION))
    if len(line) <= LONGEST_QUESTION:
        return line
    return line[:LONGEST_QUESTION].rpartition(" ")[0] or line[:LONGEST_QUESTION]
