"""Dates and times as they stand in an article's byline."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?P<{name}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)

_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"

_TIME = (
    r"(?:,?\s*(?:at\s+|-\s*|T)?\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?(?!\w))?"
    r"\s*(?:Z|[+-]\d{2}:?\d{2}|\(?(?:[A-Z]{2,5}|[A-Z][a-z]+ time)(?:[+-]\d{1,2})?\)?)?)?"
)

STAMP = re.compile(
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


def stamp_date(stamp: re.Match[str]) -> date | None:
    """Return the date of a STAMP, or None for one that no calendar has."""
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
