"""Lines of a PDF joined to one text, and whether a hyphen at a line's end is the word's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.encoder import MODEL, load_tokenizer
from corpus.reading.formats.pdf.lines import TextLine

_SOFT_HYPHEN = "\u00ad"
_BROKEN_WORD = re.compile(rf"(\w+)[-\u2010{_SOFT_HYPHEN}]$")
_AFTER_A_SUSPENDED_HYPHEN = frozenset({"and", "or", "to"})
"""As in "pre- and post-war", where the hyphen ends a word."""

_FIRST_WORD = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")

_SYLLABLE = 3
"""Letters up to which the first half of a word is rather a syllable (sub-, mis-) than a word."""

_FREQUENT = 3_000
"""The rank in the encoder's vocabulary, most frequent first, up to which even that is a word: ten,
six, air."""


def whole_words(lines: Sequence[TextLine]) -> frozenset[str]:
    """Return the document's words in lower case, without the halves of broken ones."""
    words: set[str] = set()
    continues = False
    for line in lines:
        text = line.text.strip()
        found = _WORD.findall(text.lower())
        breaks = _BROKEN_WORD.search(text) is not None
        words.update(found[continues : len(found) - breaks])
        continues = breaks
    return frozenset(words)


def join(lines: Sequence[TextLine], words: frozenset[str]) -> str:
    """Join lines with spaces, and the halves of words that were broken at a line's end."""
    joined: list[str] = []
    for line in lines:
        text = line.text.strip()
        broken = _BROKEN_WORD.search(joined[-1]) if joined else None
        second = _FIRST_WORD.match(text)
        if not broken or not second or second[0] in _AFTER_A_SUSPENDED_HYPHEN:
            joined.extend([" ", text] if joined else [text])
            continue
        if not _keeps_hyphen(broken, second[0], words):
            joined[-1] = joined[-1][:-1]
        joined.append(text)
    return "".join(joined)


def _keeps_hyphen(broken: re.Match[str], second: str, words: frozenset[str]) -> bool:
    """Tell a compound (third-party) from a word broken at the line's end (cor-poration).

    Figures and capitals show a compound. Else the rest of the document decides: the word whole,
    the word with its hyphen, or both of its halves as words of their own. Where it is silent, the
    frequent words of English do.
    """
    first = broken[1].lower()
    if broken[0].endswith(_SOFT_HYPHEN) or first + second in words:
        return False
    if not second[0].islower() or first[-1].isdigit() or f"{first}-{second}" in words:
        return True
    ranks = _ranks()
    if first + second in ranks:
        return False
    if first in words and second in words:
        return True
    is_word = len(first) > _SYLLABLE or ranks.get(first, _FREQUENT) < _FREQUENT
    return is_word and first in ranks and len(second) > _SYLLABLE and second in ranks


@cache
def _ranks() -> dict[str, int]:
    """Return the words that the encoder knows whole, with their ranks by frequency."""
    return dict(load_tokenizer(MODEL).numbers)
