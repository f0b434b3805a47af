"""The formats that can be read: one record for each, and its parser.

To add a format, add a file with its record, and the record to FORMATS. Recognising it, fetching
it, importing it and naming it in refusals follow. A parser that needs no library stands beside its
record, as in `plain.py`. Otherwise the format is a folder: the record in `__init__.py`, which
every process loads, and `parser.py`, which only the process that parses loads.
"""

from __future__ import annotations

from corpus.reading.format import Format
from corpus.reading.formats.captions import CAPTIONS
from corpus.reading.formats.docx import DOCX
from corpus.reading.formats.epub import EPUB
from corpus.reading.formats.feed import FEED
from corpus.reading.formats.html import HTML
from corpus.reading.formats.mail import MAIL
from corpus.reading.formats.markdown import MARKDOWN
from corpus.reading.formats.mhtml import MHTML
from corpus.reading.formats.odt import ODT
from corpus.reading.formats.pdf import PDF
from corpus.reading.formats.plain import PLAIN
from corpus.reading.formats.pptx import PPTX
from corpus.reading.formats.rtf import RTF

FORMATS: tuple[Format, ...] = (
    HTML,
    PLAIN,
    MARKDOWN,
    PDF,
    DOCX,
    ODT,
    RTF,
    PPTX,
    MAIL,
    MHTML,
    EPUB,
    CAPTIONS,
    FEED,
)
"""In the order in which refusals name them. They are tried from the last to the first, since what
shows a web page may stand anywhere in a text, also in an e-mail."""

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
    """Name all formats of articles, for a sentence with "no" or "any" before: "web page, PDF or …"."""
    *first, last = (known.label for known in FORMATS if known.holds_article)
    return f"{', '.join(first)} or {last}"
