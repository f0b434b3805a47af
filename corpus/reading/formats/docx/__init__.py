"""Word documents (.docx): a zip archive of XML files (ISO/IEC 29500)."""

from __future__ import annotations

import re

from corpus.reading.format import Format

DOCX = Format(
    label="Word document (.docx)",
    endings=(".docx",),
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    parser="corpus.reading.formats.docx.parser",
    magic=re.compile(rb"PK\x03\x04.*?word/document\.xml", re.DOTALL),
    trusts_name=False,
)
