"""Bylines: the short lines that say who wrote an article and when it came out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from corpus.reading.dates import find_stamps, without_stamps

_LONGEST = 160
"""Characters: two authors with their offices and two dates fit; a longer line is a paragraph."""

_LABEL = re.compile(
    r"\b(?P<later>(?:last\s+)?(?:updated|modified)|edited|(?:zuletzt\s+)?aktualisiert|mis\s+à\s+jour"
    r"|modifié|(?:actu|atu)alizado|оновлено|обновлено|تحديث)\b(?:\s+(?:on|am|le|el|em))?\s*:?"
    r"|\b(?:(?:first\s+)?published|posted|issued|date|publication\s+date|veröffentlicht|publié"
    r"|publicado|опубліковано|опубликовано|نشر(?:\s+في)?)\b(?:\s+(?:on|at|am|le|el|em))?\s*:?",
    re.IGNORECASE,
)

_AGO = re.compile(r"\b(?:\d+|an?)\s+(?:min(?:ute)?|hour|day|week)s?\s+ago\b", re.IGNORECASE)

_READING_TIME = re.compile(r"\b\d+[\s-]*min(?:ute)?s?(?:\s+read)?\b", re.IGNORECASE)

_BY = re.compile(
    r"(?:(?:(?:additional|with)\s+)?(?:written|words|story|reported|reporting|writing|editing)"
    r"(?:\s+and\s+(?:writing|editing))?\s+)?by\b\s*:?\s*|author:\s*"
    r"|(?:von|par|por|propos recueillis par|текст|автор|від|от|بقلم|كتب|كتبت)\b\s*:?\s*",
    re.IGNORECASE,
)
"""How a byline begins, or a credit below an article: "Reporting by Jane Doe; editing by …".
In German, French, Spanish and Portuguese, Ukrainian, Russian and Arabic as well as in English."""

_BETWEEN_NAMES = re.compile(r"\s*[,;|•·/–—]\s*|\s+(?:&|and|und|et|y|e|та|и|\u0456)\s+|\s+-\s+")

_SEPARATORS = "|•·—–-,/ \t\u00a0"

_NAME_WORD = re.compile(r"(?:[^\W\d_]|['’&-])+|(?:[A-Z]\.-?)+|[JSDM]r\.|St\.")
"""A word of a name or an office; a full stop only after initials and "Jr.", never a sentence's."""

_PARTICLES = "and & de da di del della van von der den la le el al bin ibn of y"
_JOINING = frozenset(_PARTICLES.split())

_MOST_NAMES = 5
"""Words of the longest name of a person."""

_ASIDE = re.compile(r"\s*\([^()]*\)")
"""A short form or a place within a name: "Richard (R.J.) Brenk"."""

_ADDRESS = re.compile(r"\S*@\S*|\S+://\S*|\bwww\.\S+")

_OFFICE = re.compile(
    r"in|at|for|the|with|staff|(?:writer|reporter|correspondent|editor|contributor)s?|contributing"
    r"|chief|senior|associate|freelance|special|agency|agencies|news|service|bureau|desk"
    r"|admin|administrator|anonymous|author|guest|team|user|username|webmaster|redaktion|press",
    re.IGNORECASE,
)
"""The words of an office, and those that join it to a place."""


_AGENCY = re.compile(
    r"(?:the\s+)?associated\s+press|ap|reuters|agence\s+france-presse|afp|dpa|ansa|efe|upi|xinhua",
    re.IGNORECASE,
)
"""A news agency's name, which stands alone on the line below an author's."""


_PLACE_WORD = r"[^\W\d_a-z][\w.'’-]*"
_DATELINE = re.compile(rf"{_PLACE_WORD}(?: {_PLACE_WORD}){{0,3}},\s*\|\.?")
"""A place and the date, where they are the whole line: "Port Ellery, |"."""


@dataclass(frozen=True, slots=True)
class Byline:
    """What one line says about an article's making; `updated` only where it says so."""

    author: str | None = None
    published: date | None = None
    updated: date | None = None


def read_byline(text: str) -> Byline | None:
    """Read a line that holds nothing but authors, dates and reading times, or return None."""
    if len(text) > _LONGEST:
        return None
    if _AGENCY.fullmatch(text):
        return Byline()
    published, updated = _dates(text)
    rest = without_stamps(text, "|")
    if stripped := _AGO.sub("|", _READING_TIME.sub("|", _LABEL.sub("|", rest))).strip(_SEPARATORS):
        author = _author(stripped)
        return Byline(author, published, updated) if author or _DATELINE.fullmatch(rest) else None
    return Byline(None, published, updated) if rest != text or _AGO.search(text) else None


def _dates(text: str) -> tuple[date | None, date | None]:
    """Return the first date that is not an update's, and the first that is."""
    published = updated = None
    for stamp in find_stamps(text):
        labels = list(_LABEL.finditer(text, 0, stamp.start))
        if labels and labels[-1]["later"]:
            updated = updated or stamp.day
        else:
            published = published or stamp.day
    return published, updated


def is_name(text: str) -> bool:
    """Tell whether a line is a person's name and no more: two to four capitalised words."""
    words = text.split()
    return len(words) in range(2, 5) and all(
        _NAME_WORD.fullmatch(word) and (word[0].isupper() or word in _JOINING) for word in words
    )


def names_in(text: str) -> list[str]:
    """Return the people that a byline or a field for authors names; offices and handles are none."""
    text = _ASIDE.sub("", without_stamps(_ADDRESS.sub("|", text), "|"))
    text = _BY.sub("", text.strip("()[] "), count=1) if _BY.match(text.strip("()[] ")) else text
    parts = takewhile(_is_no_office, filter(None, _BETWEEN_NAMES.split(text)))
    people = (_name(part) for part in parts)
    return [name for name in people if name and _is_personal(name)]


def _is_no_office(part: str) -> bool:
    """Tell whether a part of a byline holds no word of an office: what follows belongs to one."""
    words = re.split(r"\s+(?:in|at|for|with)\s+", part, maxsplit=1)[0].split()
    return not any(map(_OFFICE.fullmatch, words))


def _is_personal(name: str) -> bool:
    """Tell whether a name may be a person's: several capitalised words, or a few of other scripts."""
    words = name.split()
    if not name.isascii() and not any(map(str.isupper, name)) and not any(map(str.islower, name)):
        return len(words) <= _MOST_NAMES and not any(map(str.isdigit, name))
    return len(words) in range(2, _MOST_NAMES + 1) and _is_names_and_offices(name)


def _author(text: str) -> str | None:
    """Return who wrote it from "By Jane Doe, Staff Writer", or None where more is said."""
    first, *others = re.split(r"\s*[|•·;]\s*", text.strip("()[] "))
    by = _BY.match(first)
    if not by:
        return None
    first = first[by.end() :]
    if not all(_is_names_and_offices(_BY.sub("", part, count=1)) for part in (first, *others)):
        return None
    names = [name for part in re.split(r",\s*", first) if (name := _name(part))]
    return ", ".join(names) or None


def _is_names_and_offices(text: str) -> bool:
    words = re.split(r"[\s,]+", text.strip(_SEPARATORS))
    return all(
        _NAME_WORD.fullmatch(word)
        and (word[0].isupper() or word.lower() in _JOINING or _OFFICE.fullmatch(word))
        for word in words
    )


def _name(part: str) -> str | None:
    """Return the people in one part of a byline, without where they are; None for an office."""
    people = re.split(r"\s+(?:in|at|for|with)\s+", part.strip(_SEPARATORS), maxsplit=1)[0]
    words = people.split()
    if not words or any(map(_OFFICE.fullmatch, words)):
        return None
    return people
