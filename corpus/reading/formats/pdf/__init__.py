"""PDFs (ISO 32000-1)."""

from __future__ import annotations

from corpus.reading.format import Format

_MARK_BYTES = 1024
"""How far into a file readers look for the mark (Adobe's implementation note to ISO 32000-1)."""


def _has_mark(body: bytes) -> bool:
    return b"%PDF-" in body[:_MARK_BYTES]


PDF = Format(
    label="PDF",
    endings=(".pdf",),
    media_types=("application/pdf",),
    parser="corpus.reading.formats.pdf.parser",
    has_magic_mark=_has_mark,
    trusts_name=False,  # some sites show a web page at an address that ends in .pdf
)
