"""OpenDocument texts (.odt): a zip archive of XML files (ISO/IEC 26300)."""

from __future__ import annotations

from corpus.reading.format import Format

_MARK = b"mimetypeapplication/vnd.oasis.opendocument.text"
"""The name and the whole content of the archive's first file, which is not compressed."""

ODT = Format(
    label=".odt",
    endings=(".odt", ".ott"),
    media_types=(
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.text-template",
    ),
    parser="corpus.reading.formats.odt.parser",
    has_magic_mark=lambda body: body.startswith(b"PK\x03\x04") and _MARK in body[:200],
    trusts_name=False,
)
