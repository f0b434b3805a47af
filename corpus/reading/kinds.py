"""What kind of document some bytes are: their content decides, then their name."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from corpus.errors import ReadingError
from corpus.reading import page
from corpus.reading.decoding import known_charset


class Kind(StrEnum):
    """A kind of document that can be read; each has a parser of its name in `formats`."""

    HTML = "html"
    MARKDOWN = "markdown"
    PLAIN = "plain"
    PDF = "pdf"
    DOCX = "docx"


MEDIA_TYPES = {
    Kind.HTML: page.HTML,
    Kind.MARKDOWN: page.MARKDOWN,
    Kind.PLAIN: page.PLAIN,
    Kind.PDF: page.PDF,
    Kind.DOCX: page.DOCX,
}

ACCEPTED = (
    "hand over a web page (HTML), Markdown, plain text, a PDF, a Word document (.docx), or paste "
    "the article's text"
)

_KIND_OF_ENDING = {
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
}

_KIND_OF_MEDIA_TYPE = {
    page.HTML: Kind.HTML,
    page.XHTML: Kind.HTML,
    page.MARKDOWN: Kind.MARKDOWN,
}

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

_OTHER_TEXT_ENDINGS = frozenset(
    {".csv", ".tsv", ".json", ".xml", ".rss", ".js", ".css", ".svg", ".yaml", ".yml", ".srt"}
)
"""Text that is no prose: as paragraphs it would only be noise."""

_HEAD_BYTES = 2048
"""How far into a document its kind shows."""

_PDF_MARK_BYTES = 1024
"""How far into the file readers look for %PDF- (Adobe's implementation note to ISO 32000-1)."""

_PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)

_FRAGMENT = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*)?"
    rb"<(?:article|main|section|div|p|h[1-6]|meta|title|table|ul|blockquote)[\s>]",
    re.IGNORECASE | re.DOTALL,
)

_MARKDOWN_TITLE = re.compile(rb"\s*(?:---\r?\n[A-Za-z_-]+:|#{1,2} +\S)")


def detect(body: bytes, *, name: str | None, media_type: str | None, charset: str | None) -> Kind:
    """Tell a document's kind; raise ReadingError for one that is empty or cannot be read."""
    if not body.strip(b"\x00\t\n\r\f\v "):
        raise ReadingError("There is nothing in it: hand over an article with some text.")
    if b"%PDF-" in body[:_PDF_MARK_BYTES]:
        return Kind.PDF
    if body.startswith(b"PK\x03\x04") and b"word/document.xml" in body:
        return Kind.DOCX
    for mark, what in _OTHER_BINARIES:
        if body.startswith(mark):
            raise ReadingError(f"This is {what}, not an article: {ACCEPTED}.")
    return _detect_text(body, PurePath(name or "").suffix.lower(), media_type or "", charset)


def _detect_text(body: bytes, ending: str, media_type: str, charset: str | None) -> Kind:
    head = body[:_HEAD_BYTES]
    if _is_wide(head, charset):
        head = head.replace(b"\x00", b"")
    elif b"\x00" in head:
        raise ReadingError(f"This file is not text that can be read: {ACCEPTED}.")
    named = _KIND_OF_ENDING.get(ending) or _KIND_OF_MEDIA_TYPE.get(media_type)
    if named is Kind.HTML or (_PAGE.search(head) and named is None):
        return Kind.HTML
    if named:
        return named
    if ending in _OTHER_TEXT_ENDINGS:
        raise ReadingError(f"A {ending} file is data, not an article: {ACCEPTED}.")
    if _FRAGMENT.match(head):
        return Kind.HTML
    return Kind.MARKDOWN if _MARKDOWN_TITLE.match(head) else Kind.PLAIN


def _is_wide(head: bytes, charset: str | None) -> bool:
    """Tell UTF-16 and UTF-32, in which NUL bytes are part of plain text."""
    declared = known_charset(charset) or ""
    return head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or (
        declared.startswith(("utf-16", "utf-32"))
    )
