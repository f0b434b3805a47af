"""News feeds: RSS and Atom (RFC 4287). They hold no article, but offer some."""

from __future__ import annotations

import re

from corpus.reading.format import Format
from corpus.reading.limits import MAX_TEXT_BYTES

FEED = Format(
    label="news feed",
    endings=(".rss", ".atom"),
    media_types=(
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
    ),
    parser="corpus.reading.formats.feed.parser",
    markup=re.compile(
        rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)*"
        rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]",
        re.IGNORECASE | re.DOTALL,
    ),
    trusts_name=False,  # other XML has the same media types
    holds_article=False,
    max_bytes=MAX_TEXT_BYTES,
)
