"""Markdown, by CommonMark's rules."""

from __future__ import annotations

import re

from corpus.reading.format import Format
from corpus.reading.limits import MAX_TEXT_BYTES

# It is parsed apart: a million opening brackets take any CommonMark parser hours.
MARKDOWN = Format(
    label="Markdown",
    endings=(".md", ".markdown"),
    media_types=("text/markdown",),
    parser="corpus.reading.formats.markdown.parser",
    opening=re.compile(rb"\s*(?:---\r?\n[A-Za-z_-]+:|#{1,2} +\S)"),
    max_bytes=MAX_TEXT_BYTES,
)
