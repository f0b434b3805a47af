"""Whether what was read is language at all, and not the numbers of a font's glyphs."""

from __future__ import annotations

import re
import unicodedata

from corpus.languages.identification import is_language

_ENOUGH = 200
"""Letters below which the language model is not asked: names and figures may look like codes."""

_LEADERS = re.compile(r"(?:[.·…_=*–—-]\s?){4,}")
"""Rows of dots and lines, which lead to the page numbers of a table of contents."""

_SAMPLE = 20_000
"""Characters that are enough to tell."""

_UNREADABLE_SHARE = 0.1
"""The share of signs that stand for no character from which nobody could read the text."""

_LETTER_SHARE = 0.5
"""The share of letters and figures below which a text is no language; in prose it is over 0.9."""


def is_legible(text: str) -> bool:
    """Tell whether a text can be read: it holds characters, and if it is long enough, a language.

    A text is legible where its beginning or its middle is: either may be a list or a table.
    """
    text = _LEADERS.sub(" ", text)
    middle = max(0, len(text) - _SAMPLE) // 2
    return _is_language(text[:_SAMPLE]) or (
        middle > 0 and _is_language(text[middle : middle + _SAMPLE])
    )


def _is_language(text: str) -> bool:
    shown = [character for character in text if not character.isspace()]
    unreadable = sum(map(_is_no_character, shown))
    if unreadable > _UNREADABLE_SHARE * len(shown):
        return False
    if sum(map(_is_in_words, shown)) < _LETTER_SHARE * len(shown):
        return False
    letters = sum(map(str.isalpha, shown))
    return letters < _ENOUGH or is_language(text)


def _is_no_character(character: str) -> bool:
    """Tell a sign of private use, an unassigned one, a control and the mark of what is missing."""
    return character == "\ufffd" or unicodedata.category(character) in {"Co", "Cn", "Cc", "Cs"}


def _is_in_words(character: str) -> bool:
    """Tell a letter, a figure, and a mark on a letter, which Indian and Thai words are full of."""
    return unicodedata.category(character)[0] in "LNM"
