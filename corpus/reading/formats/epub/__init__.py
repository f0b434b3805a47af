"""E-books (.epub): a zip archive of web pages, one or more for each chapter (ISO/IEC 23736)."""

from __future__ import annotations

from corpus.reading.format import Format

_MARK = b"mimetypeapplication/epub+zip"
"""The name and the whole content of the archive's first file, which is not compressed."""

EPUB = Format(
    label=".epub",
    endings=(".epub",),
    media_types=("application/epub+zip",),
    parser="corpus.reading.formats.epub.parser",
    has_magic_mark=lambda body: body.startswith(b"PK\x03\x04") and _MARK in body[:200],
    trusts_name=False,
)
