"""Which format some bytes are in: a magic mark decides, else their name, else how the text looks."""

from __future__ import annotations

from pathlib import PurePath

from corpus.errors import ReadingError
from corpus.reading import formats
from corpus.reading.decoding import known_charset
from corpus.reading.format import Format

_OTHER_BINARIES = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"\xd0\xcf\x11\xe0", "an old Office file, which Word can save as .docx"),
    (b"{\\rtf", "a rich text file, which Word can save as .docx"),
    (b"PK\x03\x04", "a zip archive or another kind of Office file"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)

_DATA_ENDINGS = frozenset(
    {".csv", ".tsv", ".json", ".xml", ".rss", ".js", ".css", ".svg", ".yaml", ".yml", ".srt"}
)
"""Text that is no prose: as paragraphs it would only be noise."""

_HEAD_BYTES = 2048
"""How far into a text its format shows."""


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
    for mark, what in _OTHER_BINARIES:
        if body.startswith(mark):
            raise ReadingError(f"This is {what}, not an article: {_what_to_do()}.")
    return _detect_text(body, PurePath(name or "").suffix.lower(), media_type or "", charset)


def _detect_text(body: bytes, ending: str, media_type: str, charset: str | None) -> Format:
    head = body[:_HEAD_BYTES]
    if _is_wide(head, charset):
        head = head.replace(b"\x00", b"")
    elif b"\x00" in head:
        raise ReadingError(f"This file is not text that can be read: {_what_to_do()}.")
    for named in (formats.by_ending(ending), formats.by_media_type(media_type)):
        if named and named.trusts_name:
            return named
    for known in formats.FORMATS:
        if known.markup and known.markup.match(head):
            return known
    if ending in _DATA_ENDINGS:
        raise ReadingError(f"A {ending} file is data, not an article: {_what_to_do()}.")
    for known in formats.FORMATS:
        if known.opening and known.opening.match(head):
            return known
    return formats.FALLBACK


def _what_to_do() -> str:
    return f"hand over any {formats.labels()}, or paste the article's text"


def _is_wide(head: bytes, charset: str | None) -> bool:
    """Tell UTF-16 and UTF-32, in which NUL bytes are part of plain text."""
    declared = known_charset(charset) or ""
    return head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or (
        declared.startswith(("utf-16", "utf-32"))
    )
