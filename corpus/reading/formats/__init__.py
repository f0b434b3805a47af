"""The formats that can be read: one record for each, and its parser.

To add a format, add a file with its record, and the record to FORMATS. Recognising it, fetching
it, importing it and naming it in refusals follow. A parser that needs no library stands beside its
record, as in `plain.py`. Otherwise the format is a folder: the record in `__init__.py`, which
every process loads, and `parser.py`, which only the process that parses loads.
"""

from __future__ import annotations

from corpus.reading.format import Format
from corpus.reading.formats.docx import DOCX
from corpus.reading.formats.html import HTML
from corpus.reading.formats.markdown import MARKDOWN
from corpus.reading.formats.pdf import PDF
from corpus.reading.formats.plain import PLAIN

FORMATS: tuple[Format, ...] = (HTML, PLAIN, MARKDOWN, PDF, DOCX)
"""In the order in which refusals name them, and in which they are tried."""

FALLBACK = PLAIN
"""What a text is that no other format claims."""


def by_ending(ending: str) -> Format | None:
    """Return the format whose files end so, in any case (".PDF"), or None."""
    ending = ending.lower()
    return next((known for known in FORMATS if ending in known.endings), None)


def by_media_type(media_type: str) -> Format | None:
    """Return the format of a media type, given without parameters and in lower case, or None."""
    return next((known for known in FORMATS if media_type in known.media_types), None)


def labels() -> str:
    """Name all formats, for a sentence with "no" or "any" before them: "web page, PDF or …"."""
    *first, last = (known.label for known in FORMATS)
    return f"{', '.join(first)} or {last}"
