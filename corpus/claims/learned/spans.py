"""From pieces to characters: whole words, no loose punctuation, quotation marks in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.article import Span
from corpus.claims.learned.windows import Window

LOOSE = " \t\r\n,;:\u2013\u2014-"
"""What a span neither begins nor ends with."""

OPENING, CLOSING = '"\u201c\u201e\u00ab', '"\u201d\u201c\u00bb'
"""Double quotation marks; the straight one opens and closes."""

BEFORE_CLOSING = ".,?!"
"""What may stand between the last quoted word and the closing mark."""

LETTERS = 60
"""Letters by which a span grows at most to take in a whole word; longer ones are no words."""

BEFORE_HYPHEN = re.compile(r"(?:\w+-)+\Z")
AFTER_HYPHEN = re.compile(r"(?:-\w+)+")


def characters(window: Window, pieces: Span, text: str) -> Span:
    """Return the place in `text` of some pieces of `window`, ends exclusive."""
    start, end = int(window.starts[pieces[0]]), int(window.ends[pieces[1] - 1])
    low, high = int(window.starts[1]), int(window.ends[-2])
    return trimmed(text, whole_words(text, (start, end), (low, high)))


def whole_words(text: str, span: Span, bounds: Span) -> Span:
    """Widen a span that begins or ends inside a word to the whole word, within `bounds`."""
    start, end = span
    low, high = max(bounds[0], start - LETTERS), min(bounds[1], end + LETTERS)
    while start > low and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < high and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def hyphenated(text: str, span: Span) -> Span:
    """Widen a span that begins or ends inside a word with hyphens: "poohed" to "pooh-poohed"."""
    before = BEFORE_HYPHEN.search(text, max(0, span[0] - LETTERS), span[0])
    after = AFTER_HYPHEN.match(text, span[1], span[1] + LETTERS)
    return before.start() if before else span[0], after.end() if after else span[1]


def trimmed(text: str, span: Span) -> Span:
    """Leave out loose punctuation and space at both ends; a span of nothing else stays."""
    words = text[span[0] : span[1]]
    if not words.strip(LOOSE):
        return span
    start = span[0] + len(words) - len(words.lstrip(LOOSE))
    return start, start + len(words.strip(LOOSE))


def content_spans(text: str, spans: Iterable[Span], bounds: Span) -> tuple[Span, ...]:
    """Complete quotation marks, and join spans with no word between them. `spans` are in order."""
    joined: list[Span] = []
    for span in spans:
        start, end = with_marks(text, span, bounds)
        if joined and not any(letter.isalnum() for letter in text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def with_marks(text: str, span: Span, bounds: Span) -> Span:
    """Take in the quotation mark next to a span that has only the other one of the pair."""
    start, end = span
    words = text[start:end]
    if words[0] in OPENING and not any(mark in words[1:] for mark in CLOSING):
        after = end
        while after < bounds[1] and text[after] in BEFORE_CLOSING:
            after += 1
        if after < bounds[1] and text[after] in CLOSING:
            return start, after + 1
    before = start > bounds[0] and text[start - 1] in OPENING
    if before and words[-1] in CLOSING and not any(mark in words[:-1] for mark in OPENING):
        return start - 1, end
    return span
