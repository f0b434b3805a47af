# ruff: noqa: SIM905 - long lists of words read better as text
"""Numbers in a text with what they count: "at least 1,500 North Korean troops", "two thirds"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from corpus.languages.english import Word, words
from corpus.languages.english.forms import term_of
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.meanings import meaning
from corpus.languages.english.numbers import CURRENCY_SIGNS, WRITTEN

ROUNDED = 0.05
"""A plain number may be rounded by this share of itself; "1,500" and "1,512" agree."""

ABOUT = 0.15
"""So much is meant by "about", "some", "nearly"."""

ABOUT_A_YEAR = 0.005
"""And so much of a year: "about 1890"."""

MOST_TIMES = 10
"""How many times the other's a figure may be, if two sources give it for one thing."""

SHARE = "percent"
"""What a share counts, however it is written."""

YEAR = "year of a date"
"""What a year counts: "built in 1641"."""

_MEASURES = frozenset(
    map(
        term_of,
        "metre meter kilometre kilometer mile foot feet inch centimetre hectare acre tonne ton kilogram "
        "kilo pound gram litre liter gallon barrel second minute hour day week month year decade "
        "degree watt megawatt volt mph point seat goal time".split(),
    )
)
"""Units of measure: what is given in one of them counts nothing else."""

_FRACTIONS = {
    "half": 50.0,
    "third": 100 / 3,
    "quarter": 25.0,
    "fifth": 20.0,
    "tenth": 10.0,
}
"""Percents of a whole."""

_MOST_COUNTED = 4
"""Words after a number that are looked at for what it counts."""

_NUMBER = re.compile(WRITTEN)
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_CLOCK = re.compile(r"\d{1,2}(?::\d\d|\s*[ap]\.?m\b)")
"""A time of day, or its hour."""

_months = "|".join(sorted(LEXICON.months))
_AGE = re.compile(r", \d{1,2}(?=[,.;)])")
"""An age in an apposition: "a postman, 29, was last seen"."""

_DAY = re.compile(rf"\d{{1,2}}(?:(?:, \d{{1,2}})* and \d{{1,2}})?\s(?:{_months})\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{_months})\.?,?\s$", re.IGNORECASE)
"""The day of a date, after and before its month."""

_AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|above|no fewer than|no less than|not less than|upwards of|"
    r"exceed\w*|minimum of|older than|longer than)\s+\W?$"
)
_AT_MOST = re.compile(
    r"\b(?:at most|up to|(?<!no )(?<!not )(?:less|fewer) than|under|below|not over|barely|hardly|"
    r"no more than|not more than|maximum of|within)\s+\W?$"
)
_ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|closer? to|an estimated)\s+\W?$"
)
_RANGE = re.compile(r"^\s*(?:to|and|or|[-–—])\s*$")
"""Between the two numbers of a range."""

_OF = re.compile(r"^\s+(?:of|in|out of)\s+(?:every\s+)?$")
"""Between the two numbers of a share: "61 of 100", "nine in ten"."""

_FRACTION = re.compile(
    rf"\b(?:(?P<times>a|an|one|two|three|four)[\s-]+)?(?P<part>{'|'.join(_FRACTIONS)})s?\s+of\b",
    re.IGNORECASE,
)
_TIMES = {"two": 2, "three": 3, "four": 4}

_LOOKED_BACK = 20
"""Characters before a number that may say "at least" or "about"."""

_CURRENCY_TERMS = frozenset(map(term_of, LEXICON.currencies))
_WRITTEN_OUT = re.compile(r"\S+(?:\s(?:of|in|out of)\s\S+)?(?:\s[\w%’'-]+)?")
"""A number and a word after it."""

_OF_A_WHOLE = frozenset({"of", "the", "its", "their", "our", "some", "about"})
"""Words before the number of a whole."""

_UNITS = frozenset({SHARE, YEAR}) | _CURRENCY_TERMS

_ENDS = re.compile(r"[.;:!?](?:\s|$)|[,()]")
"""Between two words: the second is not counted any more."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number from `least` to `most`, and what it counts.

    `counted` are the meanings of the thing counted, its noun last; () where none is named. A sum of
    money counts its currency, a share SHARE, a year YEAR. `start` is where it is written, `end` where
    the number ends, and `counted_end` where the words for what it counts do, in characters of the
    text. `numbers` are the ones written: two for a range, and for a share its percents.
    """

    least: float
    most: float
    counted: tuple[str, ...]
    start: int = 0
    end: int = 0
    counted_end: int = 0
    numbers: tuple[float, ...] = ()

    @property
    def unit(self) -> str:
        """The unit of measure, share or currency, or YEAR; "" for things that are counted."""
        units = (t for t in self.counted if t in _MEASURES or t in _UNITS or t in CURRENCY_SIGNS)
        return next(units, "")

    def written_in(self, text: str) -> str:
        """Return the number as a text has it, with the word or sign after it: "15 percent"."""
        return _WRITTEN_OUT.match(text, self.start)[0].strip()  # type: ignore[index]

    def bounded_start(self, text: str) -> int:
        """Return where what bounds the number begins: the "at" of "at least 1,500", or its sign."""
        before = text[max(0, self.start - _LOOKED_BACK) : self.start].lower()
        bound = next(filter(None, (b.search(before) for b in (_AT_MOST, _AT_LEAST, _ABOUT))), None)
        if bound:
            return self.start - len(before) + bound.start()
        return self.start - (before[-1:] in CURRENCY_SIGNS)

    def is_like(self, other: Quantity) -> bool:
        """Tell whether one is at most MOST_TIMES the other: figures of one thing seldom are more."""
        mine, others = (q.most if q.most < inf else q.least for q in (self, other))
        return max(mine, others) <= MOST_TIMES * min(mine, others)

    def agrees_with(self, other: Quantity) -> bool:
        """Tell whether both can be true of the same thing."""
        return self.least <= other.most and other.least <= self.most


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of a text in reading order; times of day and ordinals are none."""
    shares = list(_fractions(text))
    taken = {quantity.start for quantity in shares}
    text_words = words(text)
    number = 0
    found = shares
    while number < len(text_words):
        last = _end_of_range(text, text_words, number)
        if _is_number(text, text_words[number]) and text_words[number].start not in taken:
            found.append(_quantity(text, text_words, number, last))
        number = last + 1
    return sorted(found, key=lambda quantity: quantity.start)


def _fractions(text: str) -> Iterator[Quantity]:
    for match in _FRACTION.finditer(text):
        share = _FRACTIONS[match["part"].lower()] * _TIMES.get((match["times"] or "").lower(), 1)
        least, most = _bounds(share, share, text[: match.start()][-_LOOKED_BACK:].lower())
        end = match.end("part") + (text[match.end("part")] == "s")
        yield Quantity(least, most, (SHARE,), match.start(), end, end, (share,))


def _is_number(text: str, word: Word) -> bool:
    written = text[word.start : word.end]
    if not _NUMBER.fullmatch(written):
        return False
    if _CLOCK.match(text, word.start) or text.endswith(":", 0, word.start):
        return False
    if _AGE.match(text, word.start - 2) or _DAY.match(text, word.start) or written.lower() == "one":
        return False
    if _MONTH.search(text, max(0, word.start - _LOOKED_BACK), word.start):
        return bool(_YEAR.fullmatch(written))
    return not _ORDINAL.search(written) and _is_plain(word.term)


def _is_plain(term: str) -> bool:
    return term.replace(".", "", 1).isdecimal() and term.isascii()


def _end_of_range(text: str, text_words: Sequence[Word], first: int) -> int:
    """Return the last number of "8,000 to 12,000" or "61 of 100", or the one number itself."""
    if not _is_number(text, text_words[first]):
        return first
    for last in range(first + 1, min(first + 3, len(text_words))):
        between = text[text_words[first].end : text_words[last].start]
        if _is_number(text, text_words[last]) and (_RANGE.match(between) or _OF.match(between)):
            return last
    return first


def _quantity(text: str, text_words: Sequence[Word], first: int, last: int) -> Quantity:
    start = text_words[first].start
    before = text[max(0, start - _LOOKED_BACK) : start].lower()
    low, high = float(text_words[first].term), float(text_words[last].term)
    between = text[text_words[first].end : text_words[last].start]
    end = text_words[last].end
    if first != last and _OF.match(between) and 0 < low <= high:
        share = 100 * low / high
        return Quantity(*_bounds(share, share, before), (SHARE,), start, end, end, (share,))
    if first == last and _YEAR.fullmatch(text[start:end]):
        bounds = _bounds(low, low, before, rounded=0, about=ABOUT_A_YEAR)
        return Quantity(*bounds, (YEAR,), start, end, end, (low,))
    sign = text[start - 1 : start] if start else ""
    counted, counted_end = (
        ((sign,), end) if sign in CURRENCY_SIGNS else _counted(text, text_words, last)
    )
    low, high = sorted((low, high))
    numbers = (low,) if first == last else (low, high)
    return Quantity(*_bounds(low, high, before), counted, start, end, counted_end, numbers)


def _bounds(
    low: float, high: float, before: str, *, rounded: float = ROUNDED, about: float = ABOUT
) -> tuple[float, float]:
    if _AT_MOST.search(before):  # first, for "no more than" holds "more than"
        return 0, high
    if _AT_LEAST.search(before):
        return low, inf
    slack = about if _ABOUT.search(before) else rounded
    return low * (1 - slack), high * (1 + slack)


def _is_verb(form: str) -> bool:
    return form.endswith("ed") or form in LEXICON.verbs_after_counted


def _counted(text: str, text_words: Sequence[Word], last: int) -> tuple[tuple[str, ...], int]:
    """Return the meanings of what the number counts, and where its words end."""
    counted: list[str] = []
    end = text_words[last].end
    for at in range(last + 1, len(text_words)):
        word = text_words[at]
        if not counted and _is_number(text, word) and text_words[at - 1].term in _OF_A_WHOLE:
            continue  # "412 of the 430 workers"
        if len(counted) == _MOST_COUNTED or _ENDS.search(text[text_words[at - 1].end : word.start]):
            break
        if _is_number(text, word) or (counted and _is_verb(text[word.start : word.end])):
            break
        if word.term in LEXICON.stop_words:
            if counted or word.term not in _OF_A_WHOLE:
                break
        else:
            counted.append(meaning(word.term))
            end = word.end
            if word.term == SHARE or word.term in _CURRENCY_TERMS:
                return (word.term,), end
    return tuple(counted), end
