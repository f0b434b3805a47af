"""Web pages (HTML and XHTML)."""

from __future__ import annotations

import re

from corpus.reading.format import Format

HTML = Format(
    label="web page",
    endings=(".html", ".htm", ".xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
    parser="corpus.reading.formats.html.parser",
    markup=re.compile(
        rb".*?(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])", re.IGNORECASE | re.DOTALL
    ),
    opening=re.compile(
        rb"\s*(?:<!--.{0,500}?-->\s*)?"
        rb"<(?:article|main|section|div|p|h[1-6]|meta|title|table|ul|blockquote)[\s>]",
        re.IGNORECASE | re.DOTALL,
    ),
)
