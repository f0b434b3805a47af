"""Which format some bytes are in: a magic mark decides, else their name, else how the text looks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from corpus.errors import ReadingError
from corpus.reading import formats
from corpus.reading.decoding import wide_encoding
from corpus.reading.format import Format
from corpus.reading.other_kinds import DATA_ENDINGS, name_binary, name_data

_HEAD_BYTES = 2048
"""How far into a text its format shows."""

_CONTROL_SHARE = 0.02
"""The share of control characters, NUL among them, up to which bytes are taken for text."""


def detect(body: bytes, *, name: str | None, media_type: str | None, charset: str | None) -> Format:
    """Tell a document's format; raise ReadingError for one that is empty or cannot be read.

    `name` is a file's name or an address's last part, `media_type` comes without parameters and in
    lower case. Both, and the `charset`, may be missing or wrong.
    """
    if not body.strip(b"\x00\t\n\r\f\v "):
        raise ReadingError("There is nothing in it: hand over an article with some text.")
    for known in formats.FORMATS:
        if known.has_magic_mark(body):
            return known
    if what := name_binary(body):
        raise ReadingError(_no_article(what))
    return _detect_text(body, PurePath(name or "").suffix.lower(), media_type or "", charset)


def _detect_text(body: bytes, ending: str, media_type: str, charset: str | None) -> Format:
    head = body[:_HEAD_BYTES]
    if wide_encoding(head, charset):
        head = head.replace(b"\x00", b"")
    elif _is_binary(head):
        raise ReadingError(f"This file is not text that can be read: {_what_to_do()}.")
    for named in (formats.by_ending(ending), formats.by_media_type(media_type)):
        if named and named.trusts_name:
            return named
    if by_markup := _matching(head, [(known, known.markup) for known in reversed(formats.FORMATS)]):
        return by_markup
    if ending in DATA_ENDINGS:
        raise ReadingError(f"A {ending} file is data, not an article: {_what_to_do()}.")
    if what := name_data(head):
        raise ReadingError(_no_article(what))
    by_opening = _matching(head, [(known, known.opening) for known in reversed(formats.FORMATS)])
    return by_opening or formats.FALLBACK


def _matching(
    head: bytes, patterns: Iterable[tuple[Format, re.Pattern[bytes] | None]]
) -> Format | None:
    return next((known for known, pattern in patterns if pattern and pattern.match(head)), None)


def _what_to_do() -> str:
    return f"hand over any {formats.labels()}, or paste the article's text"


def _no_article(what: str) -> str:
    """Refuse what has been named; what to do may stand in the name, after a colon."""
    name, _, advice = what.partition(": ")
    if advice:
        return f"This is {name}, not an article: {advice}, or paste the article's text."
    return f"This is {name}, not an article: {_what_to_do()}."


def _is_binary(head: bytes) -> bool:
    """Tell bytes that are no text: as browsers do, a few control characters are passed over."""
    controls = sum(byte < 0x20 and byte not in b"\t\n\v\f\r\x1b" for byte in head)  # noqa: PLR2004
    return controls > _CONTROL_SHARE * len(head)
