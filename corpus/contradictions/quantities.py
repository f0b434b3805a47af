"""Numbers in a text with what they count: "at least 1,500 North Korean troops"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from corpus.languages.english import Word, words
from corpus.languages.english.forms import term_of
from corpus.languages.english.lexicon import LEXICON
from corpus.languages.english.numbers import CURRENCY_SIGNS, WRITTEN

ROUNDED = 0.05
"""A plain number may be rounded by this share of itself; "1,500" and "1,512" agree."""

ABOUT = 0.15
"""So much is meant by "about", "some", "nearly"."""

_MOST_COUNTED = 4
"""Words after a number that are looked at for what it counts."""

_LOOKED_AHEAD = 8
"""Words after what is counted among which the next telling one is sought."""

_NUMBER = re.compile(WRITTEN)
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_CLOCK = re.compile(r"\d{1,2}(?::\d\d|\s*[ap]\.?m\b)")
"""A time of day, or its hour."""

_AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|above|no fewer than|no less than|upwards of|exceed\w*|minimum of)\s+\W?$"
)
_AT_MOST = re.compile(
    r"\b(?:at most|up to|(?<!no )(?:less|fewer) than|under|below|no more than|not more than|maximum of)\s+\W?$"
)
_ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|close to|an estimated)\s+\W?$"
)
_RANGE = re.compile(r"^\s*(?:to|and|or|[-–—])\s*$")
"""Between the two numbers of a range."""

_LOOKED_BACK = 20
"""Characters before a number that may say "at least" or "about"."""

_CURRENCY_TERMS = frozenset(map(term_of, LEXICON.currencies))
_ENDS = re.compile(r"[.;:!?](?:\s|$)|[,()]")
"""Between two words: the second is not counted any more."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number from `least` to `most`, and what it counts.

    `counted` are the terms of the thing counted, its noun last; `predicate` is the first term after
    them, "" where there is none. A sum of money counts its currency, a share of 100 "percent".
    """

    least: float
    most: float
    counted: tuple[str, ...]
    predicate: str

    @property
    def is_money(self) -> bool:
        """Tell whether it is a sum of money, which counts nothing."""
        return self.counted[-1] in CURRENCY_SIGNS | _CURRENCY_TERMS

    def agrees_with(self, other: Quantity) -> bool:
        """Tell whether both can be true of the same thing."""
        return self.least <= other.most and other.least <= self.most


def quantities(text: str) -> Iterator[Quantity]:
    """Return the quantities of a text in reading order; years, dates and ordinals are none."""
    text_words = words(text)
    number = 0
    while number < len(text_words):
        last = _end_of_range(text, text_words, number)
        quantity = (
            _quantity(text, text_words, number, last)
            if _is_number(text, text_words[number])
            else None
        )
        if quantity:
            yield quantity
        number = last + 1


def _is_number(text: str, word: Word) -> bool:
    written = text[word.start : word.end]
    if not _NUMBER.fullmatch(written) or _YEAR.fullmatch(written):
        return False
    if _CLOCK.match(text, word.start) or text.endswith(":", 0, word.start):
        return False
    return not written.lower().endswith(("st", "nd", "rd", "th")) and _is_plain(word.term)


def _is_plain(term: str) -> bool:
    return term.replace(".", "", 1).isdecimal() and term.isascii()


def _end_of_range(text: str, text_words: Sequence[Word], first: int) -> int:
    """Return the last number of "8,000 to 12,000", or the one number itself."""
    if not _is_number(text, text_words[first]):
        return first
    for last in range(first + 1, min(first + 3, len(text_words))):
        between = text[text_words[first].end : text_words[last].start]
        if _is_number(text, text_words[last]) and _RANGE.match(between):
            return last
    return first


def _quantity(text: str, text_words: Sequence[Word], first: int, last: int) -> Quantity | None:
    counted, predicate = _counted(text, text_words, last)
    if (
        text[text_words[first].start - 1 : text_words[first].start] in CURRENCY_SIGNS
        and text_words[first].start
    ):
        counted = (text[text_words[first].start - 1],)
    if not counted:
        return None
    low, high = float(text_words[first].term), float(text_words[last].term)
    before = text[max(0, text_words[first].start - _LOOKED_BACK) : text_words[first].start].lower()
    least, most = _bounds(min(low, high), max(low, high), before)
    return Quantity(least, most, counted, predicate)


def _bounds(low: float, high: float, before: str) -> tuple[float, float]:
    if _AT_MOST.search(before):  # first, for "no more than" holds "more than"
        return 0, high
    if _AT_LEAST.search(before):
        return low, inf
    slack = ABOUT if _ABOUT.search(before) else ROUNDED
    return low * (1 - slack), high * (1 + slack)


def _is_verb(form: str) -> bool:
    return form.endswith("ed") or form in LEXICON.verbs_after_counted


def _counted(text: str, text_words: Sequence[Word], last: int) -> tuple[tuple[str, ...], str]:
    """Return the terms of what the number counts, and the first term after them."""
    counted: list[str] = []
    at = last + 1
    while at < len(text_words) and len(counted) < _MOST_COUNTED:
        if _ENDS.search(text[text_words[at - 1].end : text_words[at].start]) or _is_number(
            text, text_words[at]
        ):
            break
        if counted and _is_verb(text[text_words[at].start : text_words[at].end]):
            break
        if text_words[at].term in LEXICON.stop_words:
            if counted or text_words[at].term != "of":
                break
        else:
            counted.append(text_words[at].term)
            if counted == ["percent"]:
                at += 1
                break
        at += 1
    ahead = text_words[at : at + _LOOKED_AHEAD]
    rest = (w.term for w in ahead if w.term not in LEXICON.stop_words and not _is_plain(w.term))
    return tuple(counted), next(rest, "")
