"""Word documents (.docx): a zip archive of XML files (ISO/IEC 29500)."""

from __future__ import annotations

from corpus.reading.format import Format


def _has_mark(body: bytes) -> bool:
    """Tell a Word document from other zip archives by the name of a file in it."""
    return body.startswith(b"PK\x03\x04") and b"word/document.xml" in body


DOCX = Format(
    label=".docx",
    endings=(".docx",),
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    parser="corpus.reading.formats.docx.parser",
    has_magic_mark=_has_mark,
    trusts_name=False,
)
