"""Word documents (.docx): a zip archive of XML files (ISO/IEC 29500)."""

from __future__ import annotations

import re

from corpus.reading.format import Format

_DOCUMENT = re.compile(rb"word/document\d*\.xml")


def _has_mark(body: bytes) -> bool:
    """Tell a Word document from other zip archives by the name of a file in it."""
    return body.startswith(b"PK\x03\x04") and _DOCUMENT.search(body) is not None


DOCX = Format(
    label=".docx",
    endings=(".docx", ".docm", ".dotx"),
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    parser="corpus.reading.formats.docx.parser",
    has_magic_mark=_has_mark,
    trusts_name=False,
)
