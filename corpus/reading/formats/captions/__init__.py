"""Subtitles: SubRip (.srt), WebVTT (.vtt) and SubViewer as YouTube writes it (.sbv)."""

from __future__ import annotations

import re

from corpus.reading.format import Format
from corpus.reading.limits import MAX_TEXT_BYTES

CAPTIONS = Format(
    label="subtitles",
    endings=(".srt", ".vtt", ".sbv"),
    media_types=("text/vtt", "application/subrip", "text/srt"),
    parser="corpus.reading.formats.captions.parser",
    markup=re.compile(
        rb"(?:\xef\xbb\xbf)?\s*(?:WEBVTT[ \t\r\n]"
        rb"|(?:\d+\s+)?\d{1,2}:\d\d:\d\d[,.]\d{1,3}(?: *--> *|,)\d{1,2}:\d\d:\d\d[,.]\d{1,3})"
    ),
    max_bytes=MAX_TEXT_BYTES,
)
