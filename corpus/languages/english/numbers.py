"""Read numbers as news writes them: "10,000", "10k", "1.5 million", "fifteen hundred"."""

from __future__ import annotations

import re
from decimal import Decimal


def _numbered(words: str, values: range) -> dict[str, int]:
    return dict(zip(words.split(), values, strict=True))


_UNITS = _numbered("one two three four five six seven eight nine", range(1, 10))
_TEENS = _numbered(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    range(10, 20),
)
_TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", range(20, 100, 10))
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9, "tn": 10**12}
_SMALL = {**_UNITS, **_TEENS, **_TENS}
_POWERS = {"hundred": 100, **_SCALES, **_SUFFIXES}

_unit, _teen, _ten, _scale, _suffix = map("|".join, (_UNITS, _TEENS, _TENS, _SCALES, _SUFFIXES))
_below_hundred = rf"(?:(?:{_ten})(?:[\s-](?:{_unit}))?|{_teen}|{_unit})"
_hundreds = rf"{_below_hundred}(?:[\s-]hundred(?:\s(?:and\s)?{_below_hundred})?)?"
_in_words = rf"{_hundreds}(?:[\s-](?:{_scale})(?:,?\s(?:and\s)?{_hundreds})?){{0,4}}"
_digits = r"\d{1,20}(?:[.,．，٫٬]\d{1,20}|[\u00a0\u2009\u202f'’]\d{3}(?!\d)){0,8}"
_in_digits = rf"{_digits}(?:{_suffix}|st|nd|rd|th|s|['’]s|[\s-](?:hundred|{_scale})s?)?"

WRITTEN = rf"(?=[\defnostEFNOST])(?i:{_in_digits}|{_in_words})(?![^\W_])"
"""A regular expression, without groups, for a whole number in digits or in words."""

_going_on = ("and", *_UNITS, *_TEENS, *_TENS, "hundred", *_SCALES)
_firsts, _seconds = ("".join({word[at] for word in _going_on}) for at in (0, 1))
GOES_ON = rf"(?i:(?=[{_firsts}][{_seconds}])(?:and\s)?(?:{'|'.join(_going_on[1:])}))"
"""A regular expression for what begins the rest of a number after a space in it, and more besides.

Two letters are looked at first, which rules most words out."""

_DIGITS = re.compile(_digits)
CURRENCY_SIGNS = frozenset("$€£¥₴₽₹")

_LETTERS = re.compile(r"[^\W\d_]+")
_GROUPED_BY_COMMA = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GROUPED_BY_POINT = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
_PUNCTUATION = str.maketrans("٫٬．，", ".,.,", "\u00a0\u2009\u202f'’")


def canonical(written: str) -> str:
    """Return one spelling for every way to write a number: "1.5m" and "1,500,000" are "1500000".

    `written` is what `WRITTEN` matches. A comma before exactly three digits groups them; a single
    point is a decimal one. Digits that are no single number ("1.2.3") stay as they are.
    """
    amount = _DIGITS.match(written)
    following = _LETTERS.findall(written.lower(), amount.end() if amount else 0)
    if not amount:
        return _plain(_value_in_words(following))
    value = _value_in_digits(amount.group())
    if value is None:
        return written
    power = following[0].removesuffix("s") if following else ""
    return _plain(value * _POWERS.get(power, 1))


def _value_in_words(written: list[str]) -> Decimal:
    """Add up a number in words: "two", "thousand", "five", "hundred" is 2500."""
    total = current = 0
    for word in written:
        if word in _SCALES:
            total, current = total + current * _SCALES[word], 0
        elif word == "hundred":
            current *= 100
        else:
            current += _SMALL.get(word, 0)  # "and" adds nothing
    return Decimal(total + current)


def _value_in_digits(digits: str) -> Decimal | None:
    """Read digits with their separators, in any script; None where they are no single number."""
    plain = digits.translate(_PUNCTUATION)
    if _GROUPED_BY_COMMA.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    if _GROUPED_BY_POINT.fullmatch(plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    if _DECIMAL.fullmatch(plain):
        return Decimal(plain.replace(",", "."))
    return None


def _plain(value: Decimal) -> str:
    """Write a number without grouping, exponent or needless zeros."""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
