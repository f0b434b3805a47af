"""Web pages that a browser saved with all their files as one (.mhtml): RFC 2557."""

from __future__ import annotations

import re

from corpus.reading.format import Format
from corpus.reading.mime import HEADERS

MHTML = Format(
    label=".mhtml",
    endings=(".mhtml", ".mht"),
    media_types=("multipart/related", "application/mimearchive"),
    parser="corpus.reading.formats.mhtml.parser",
    markup=re.compile(
        rb"(?=(?s:.{0,2000})(?:Snapshot-Content-Location:|From:\s*<?Saved by))" + HEADERS.pattern,
        HEADERS.flags,
    ),
)
