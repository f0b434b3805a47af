"""Presentations (.pptx): a zip archive of XML files (ISO/IEC 29500)."""

from __future__ import annotations

from corpus.reading.format import Format

_MAIN = "application/vnd.openxmlformats-officedocument.presentationml"

PPTX = Format(
    label=".pptx",
    endings=(".pptx", ".pptm", ".ppsx"),
    media_types=(f"{_MAIN}.presentation", f"{_MAIN}.slideshow"),
    parser="corpus.reading.formats.pptx.parser",
    has_magic_mark=lambda body: body.startswith(b"PK\x03\x04") and b"ppt/presentation.xml" in body,
    trusts_name=False,
)
