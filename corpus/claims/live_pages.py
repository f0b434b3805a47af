"""Read the entries of a live page without the times before them: "13:47 The airport says …"."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.article import Span
from corpus.languages.english.document import Document

TIME = re.compile(
    r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\b\.?)?(?:\s[A-Z]{2,4}(?=\s?[:–—|-]))?\s*[:–—|-]?\s+(?=\S)",
    re.IGNORECASE,
)
"""A time of day, with the zone or the mark after it."""

FEWEST_ENTRIES = 2
"""Paragraphs with a time before them that make a live page."""


def without_times(document: Document) -> Document:
    """Return the document with the entries of a live page beginning after their times."""
    paragraphs = [_after_time(document.text, span) for span in document.paragraphs]
    entries = sum(
        after != span for after, span in zip(paragraphs, document.paragraphs, strict=True)
    )
    return (
        replace(document, paragraphs=tuple(paragraphs)) if entries >= FEWEST_ENTRIES else document
    )


def _after_time(text: str, paragraph: Span) -> Span:
    start, end = paragraph
    time = TIME.match(text, start, end)
    return (time.end() if time else start), end
