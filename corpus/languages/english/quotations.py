"""Find what stands in quotation marks, whatever marks the text uses and however it mixes them.

A mark's shape and its neighbours say whether it can open or close a quotation: `"` after a space and
before a letter opens, `"` after a letter or a full stop closes. The marks fall into families;
inside a quotation only marks of its own family count, so `“She said ‘no’ twice”` is one quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from corpus.article import Span

MARK = re.compile(r"``|''|[\"“”„‟＂«»'‘’‚‛]")

ANGLES = frozenset("«»")
SINGLES = frozenset("'‘’‚‛")
NEUTRAL = frozenset("\"＂'")
"""Marks that look the same at both ends."""

OPENING = frozenset({"“", "„", "‟", "«", "‘", "‚", "‛", "``"})
"""Marks that open by their shape; the context may overrule it: „so“ and »so« close with them."""

ELIDED = re.compile(
    r"(?:\d|(?:em|til|tis|twas|twere|cause|cos|bout|round|n|nuff|un)\b)", re.IGNORECASE
)
"""What begins with an apostrophe that opens no quotation: ’90s, ’em, ’til."""

ENDS_SPEECH = frozenset(".,!?;:…)]—–-")
"""A single mark beside one of these closes a quotation; after a bare "s" it may be a possessive."""


class Quotation(NamedTuple):
    """One quotation, its marks included, within one paragraph.

    `continues` is true where it goes on from the quotation that the paragraph before left open.
    """

    start: int
    end: int
    continues: bool


class _Mark(NamedTuple):
    start: int
    end: int
    family: str
    opens: bool
    closes: bool


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Return the quotations of `text`, outermost only, in order, none overlapping another.

    A quotation that is never closed ends with its paragraph; it goes on in the next if that begins
    with an opening mark. A single quotation mark that is never closed is an apostrophe.
    """
    found: list[Quotation] = []
    left_open: str | None = None
    for start, end in paragraphs:
        pairs, still_open = _pairs(text, start, end)
        goes_on = bool(pairs) and left_open == pairs[0][1] and pairs[0][0][0] == start
        found.extend(Quotation(s, e, goes_on and n == 0) for n, ((s, e), _) in enumerate(pairs))
        left_open = still_open
    return found


def inside(spans: Sequence[Span] | Sequence[Quotation], position: int) -> bool:
    """Tell whether one of `spans`, in order and not overlapping, holds the character there."""
    before = bisect_right(spans, position, key=lambda span: span[0])
    return before > 0 and position < spans[before - 1][1]


def touches(quoted: Sequence[Quotation], span: Span) -> bool:
    """Tell whether `span` shares a character with one of `quoted`, in order and not overlapping."""
    before = bisect_left(quoted, span[1], key=lambda quotation: quotation.start)
    return before > 0 and quoted[before - 1].end > span[0]


def _pairs(text: str, start: int, end: int) -> tuple[list[tuple[Span, str]], str | None]:
    """Pair the marks of one paragraph; give also the family of the quotation left open, if any."""
    marks = [_read(text, match, start, end) for match in MARK.finditer(text, start, end)]
    last_closing_single = max(
        (m.start for m in marks if m.family == "single" and m.closes), default=-1
    )
    pairs: list[tuple[Span, str]] = []
    opened: _Mark | None = None
    for number, mark in enumerate(marks):
        if opened is None:
            can_open = mark.family != "single" or mark.start < last_closing_single
            opened = mark if mark.opens and can_open else None
        elif mark.family != opened.family:
            continue
        elif mark.closes and not _is_possessive(text, mark, marks, number):
            pairs.append(((opened.start, mark.end), mark.family))
            opened = None
        elif mark.opens and mark.family != "single":
            opened = mark
    if opened is None or opened.family == "single":
        return pairs, None
    if opened.end < end:
        pairs.append(((opened.start, end), opened.family))
    return pairs, opened.family


def _read(text: str, match: re.Match[str], start: int, end: int) -> _Mark:
    """Tell what the mark can do, from its shape and the characters beside it."""
    mark = match.group()
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    family = "single" if mark in SINGLES else "angle" if mark in ANGLES else "double"
    free_before = not before.isalnum() and before not in ".,!?;:…%)]"
    free_after = not after.isalnum() and after not in "($£€#@["
    if family == "single":
        elided = mark != "‘" and ELIDED.match(text, match.end())
        opens = free_before and not after.isspace() and not elided
        return _Mark(
            *match.span(), family, opens, mark != "‘" and free_after and not before.isspace()
        )
    if mark in NEUTRAL or free_before != free_after:
        return _Mark(*match.span(), family, free_before, free_after)
    return _Mark(*match.span(), family, mark in OPENING, mark not in OPENING)


def _is_possessive(text: str, mark: _Mark, marks: Sequence[_Mark], number: int) -> bool:
    """Tell whether a single mark that could close is the apostrophe of "the workers' strike".

    It is one if it follows an "s" with no punctuation beside it, and a later mark closes better.
    """
    if mark.family != "single" or text[mark.start - 1] not in "sS":
        return False
    if mark.end < len(text) and text[mark.end] in ENDS_SPEECH:
        return False
    following = marks[number + 1] if number + 1 < len(marks) else None
    return following is not None and following.family == "single" and following.closes
