"""PDFs (ISO 32000-1)."""

from __future__ import annotations

import re

from corpus.reading.format import Format

PDF = Format(
    label="PDF",
    endings=(".pdf",),
    media_types=("application/pdf",),
    parser="corpus.reading.formats.pdf.parser",
    # Readers look for the mark in the first 1,024 bytes (Adobe's implementation note to the norm).
    magic=re.compile(rb".{0,1019}%PDF-", re.DOTALL),
    trusts_name=False,
)
