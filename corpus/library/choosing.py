"""Choosing articles of a library by topic and by the days on which they were published."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple, Self

from corpus.errors import CorpusError
from corpus.library.library import Library
from corpus.library.store import Entry

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?", re.ASCII)

NO_DAY = "“{written}” is no day: write 2024-05-03, or 2024-05 for a month, or 2024 for a year."
NO_DAYS_BETWEEN = "No day is both since {first} and until {last}: exchange the two."
LONGEST_SHOWN = 30


class ChosenArticles(NamedTuple):
    """Articles in the order they were loaded; `undated` is how many were left out without a date."""

    entries: list[Entry]
    undated: int


class Choice(NamedTuple):
    """Which articles: about some words, published from `since` to `until`, both days included.

    "" and None leave it open.
    """

    about: str = ""
    since: date | None = None
    until: date | None = None

    @classmethod
    def read(cls, about: str | None, since: str | None, until: str | None) -> Self:
        """Read what somebody wrote; raises CorpusError, with what to write, for what is no day."""
        first = _first_day(since) if since else None
        last = _last_day(until) if until else None
        if first and last and first > last:
            raise CorpusError(
                NO_DAYS_BETWEEN.format(first=first.isoformat(), last=last.isoformat())
            )
        return cls(about or "", first, last)

    @property
    def is_for_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Choice()

    async def of(self, library: Library, server: int) -> ChosenArticles:
        """Choose among a server's articles as they are now."""
        entries = await library.articles(server)
        if self.about:
            about = set(await library.articles_about(server, self.about))
            entries = [entry for entry in entries if entry.id in about]
        if not (self.since or self.until):
            return ChosenArticles(entries, 0)
        first, last = self.since or date.min, self.until or date.max
        dated = [entry for entry in entries if entry.published]
        chosen = [entry for entry in dated if entry.published and first <= entry.published <= last]
        return ChosenArticles(chosen, len(entries) - len(dated))


def _first_day(written: str) -> date:
    return _day(written, is_last=False)


def _last_day(written: str) -> date:
    return _day(written, is_last=True)


def _day(written: str, *, is_last: bool) -> date:
    """Read a day, or the first or last of a month or year."""
    no_day = CorpusError(NO_DAY.format(written=written[:LONGEST_SHOWN]))
    match = _DAY.fullmatch(written.strip())
    if match is None:
        raise no_day
    try:
        year = int(match["year"])
        month = int(match["month"] or (12 if is_last else 1))
        day = match["day"] or (monthrange(year, month)[1] if is_last else 1)
        return date(year, month, int(day))
    except ValueError as error:  # of `monthrange` too: a thirteenth month, the year 0
        raise no_day from error
