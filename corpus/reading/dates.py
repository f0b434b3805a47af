"""Dates and times as they stand in an article's byline."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?P<{name}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)

_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"

_TIME = (
    r"(?:,?\s*(?:(?:at|um|à|a las|às|\u043e|в|في)\s+|-\s*|T)?"
    r"\d{1,2}[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?(?!\w)|uhr\b|h\b)?"
    r"\s*(?:Z|[+-]\d{2}:?\d{2}|\(?(?:[A-Z]{2,5}|[A-Z][a-z]+ time)(?:[+-]\d{1,2})?\)?)?)?"
)

_STAMP = re.compile(
    rf"{_WEEKDAY}(?:"
    rf"{_MONTH.format(name='month_first')}\s+(?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?,?"
    rf"\s+(?P<year_last>\d{{4}})"
    rf"|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH.format(name='month_second')},?"
    rf"\s+(?P<year_third>\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})"
    rf"){_TIME}",
    re.IGNORECASE,
)
"""A date with its year, and a time of day if one follows: "Thu, Oct. 24, 2024 at 10:31 am ET"."""

_LETTERS = r"[^\W\d_]"

_ELSEWHERE = re.compile(
    rf"(?:(?P<weekday>{_LETTERS}+(?:-feira)?)\.?,?\s+)?\b(?P<day>\d{{1,2}})(?:\.|er|º)?\s+(?:de\s+)?"
    rf"(?P<month>{_LETTERS}{{3,}})\.?,?\s+(?:de\s+)?(?P<year>\d{{4}})\b(?:\s*[\u0440\u0433]\.)?{_TIME}",
    re.IGNORECASE,
)
"""What may be a date in another language, if its words are a month's and a day's there."""

_IN_FIGURES = re.compile(
    rf"\b(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}})\b(?:\s*[\u0440\u0433]\.)?{_TIME}",
    re.IGNORECASE,
)
"""With full stops the day stands first wherever dates are written so; with strokes that differs."""

_LANGUAGES = ("de", "fr", "es", "pt", "uk", "ru", "ar")


class Stamp(NamedTuple):
    """A date at `text[start:end]`; `day` is None where no calendar has it."""

    start: int
    end: int
    day: date | None


def find_stamps(text: str) -> list[Stamp]:
    """Find the dates with a year in a text, in order, each with the time of day that follows it.

    In English, German, French, Spanish, Portuguese, Ukrainian, Russian and Arabic.
    """
    found = [Stamp(*match.span(), _english_day(match)) for match in _STAMP.finditer(text)]
    found += [
        Stamp(*match.span(), _day(match["year"], int(match["month"]), match["day"]))
        for match in _IN_FIGURES.finditer(text)
    ]
    if not found:
        for match in _ELSEWHERE.finditer(text):
            month = _months().get(match["month"].lower())
            if month is None:
                continue
            weekday = match["weekday"]
            is_day = weekday is None or weekday.lower() in _weekdays()
            start = match.start() if is_day else match.start("day")
            found.append(Stamp(start, match.end(), _day(match["year"], month, match["day"])))
    return sorted(found)


def without_stamps(text: str, mark: str) -> str:
    """Put a mark in the place of each date of a text."""
    for stamp in reversed(find_stamps(text)):
        text = text[: stamp.start] + mark + text[stamp.end :]
    return text


@cache
def _months() -> Mapping[str, int]:
    """Give the numbers of months' names, from the Unicode consortium's tables.

    They take a quarter of a second to load, so only where something may be such a date.
    """
    return _names("months")


@cache
def _weekdays() -> Mapping[str, int]:
    return _names("days")


def _names(kind: str) -> dict[str, int]:
    from babel import Locale  # noqa: PLC0415

    names: dict[str, int] = {}
    for language in _LANGUAGES:
        for width in ("wide", "abbreviated"):
            table = getattr(Locale(language), kind)["format"][width]
            names |= {name.lower().rstrip("."): number for number, name in table.items()}
    return names


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _english_day(stamp: re.Match[str]) -> date | None:
    parts = stamp.groupdict()
    try:
        if parts["iso"]:
            return date.fromisoformat(parts["iso"])
        month = parts["month_first"] or parts["month_second"]
        return date(
            int(parts["year_last"] or parts["year_third"]),
            _MONTHS.index(month[:3].lower()) + 1,
            int(parts["day_second"] or parts["day_first"]),
        )
    except ValueError:
        return None
