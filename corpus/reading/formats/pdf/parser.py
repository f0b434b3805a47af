"""PDFs: pypdf finds the text, its place on the page tells lines, headings and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from pypdf import PdfReader

from corpus.errors import ReadingError
from corpus.reading.draft import (
    BlockKind,
    Draft,
    Hints,
    TextBlock,
    first_blocks,
    heading,
    paragraph,
)
from corpus.reading.formats.pdf.direction import letters_in_order
from corpus.reading.formats.pdf.footnotes import part_footnotes
from corpus.reading.formats.pdf.hyphens import join, whole_words
from corpus.reading.formats.pdf.lines import TextLine, page_lines, without_running_lines
from corpus.reading.formats.pdf.paragraphs import to_blocks
from corpus.reading.legibility import is_legible
from corpus.reading.limits import MAX_DRAFT_CHARACTERS
from corpus.reading.sentence_or_headline import is_headline

MAX_PAGES = 200
"""A long report has as many pages; an article never."""

_ENCRYPTED = "This PDF is locked with a password: save it without one, or paste the text."
_SCANNED = (
    "This PDF holds pictures of pages and no text: run text recognition on it, or paste the text."
)

_ILLEGIBLE = (
    "This PDF does not say which letters its signs are, so its text cannot be read: run text "
    "recognition on it, or paste the text."
)

_SHOWN = 60
"""Characters of what was left out that are shown."""


def parse(body: bytes, _hints: Hints) -> Draft:
    """Read a PDF; its title is the largest text of the first page that has any."""
    reader = PdfReader(BytesIO(body))
    if reader.is_encrypted and not reader.decrypt(""):  # many are locked only against changes
        raise ReadingError(_ENCRYPTED)
    if len(reader.pages) > MAX_PAGES:
        raise ReadingError(
            f"This PDF has {len(reader.pages):,} pages: hand over one of at most {MAX_PAGES}."
        )
    pages, turned = _pages(reader)
    lines, footnotes = part_footnotes(without_running_lines(pages))
    if not lines:
        raise ReadingError(_SCANNED)
    if not is_legible(" ".join(line.text for line in lines)):
        raise ReadingError(_ILLEGIBLE)
    blocks = to_blocks(lines)
    title = _title(blocks)
    words = whole_words(lines)
    notes = [paragraph(join(note, words)) for note in footnotes]
    metadata = reader.metadata
    author = metadata.author if metadata else None
    return Draft(
        first_blocks(
            [
                *(block for block, _ in blocks if block is not title),
                *([heading("Notes"), *notes] if notes else []),
            ]
        ),
        title=title.text if title else None,
        author=author if author and " " in author.strip() else None,  # else a user name
        notes=_left_out(turned),
    )


def _pages(reader: PdfReader) -> tuple[list[list[TextLine]], list[str]]:
    """Return the pages' lines, and what is set at an angle to them.

    They end where the text is longer than any article.
    """
    pages: list[list[TextLine]] = []
    turned: list[str] = []
    characters = 0
    for number, page in enumerate(reader.pages):
        lines, at_an_angle = page_lines(page, number)
        pages.append(lines)
        turned.extend(at_an_angle)
        characters += sum(len(line.text) for line in lines)
        if characters > MAX_DRAFT_CHARACTERS:
            break
    ordered = letters_in_order(line.text for lines in pages for line in lines)
    for line, text in zip((line for lines in pages for line in lines), ordered, strict=True):
        line.text = text
    return pages, turned


def _left_out(turned: Iterable[str]) -> tuple[str, ...]:
    """Return the sentence that says what was left out for standing at an angle, or nothing."""
    different = list(dict.fromkeys(filter(None, turned)))
    if not different:
        return ()
    first, left = different[0][:_SHOWN], len(different) - 1
    if left:
        return (f"Text set at an angle was left out: “{first}” and {left} more.",)
    return (f"Text set at an angle was left out: “{first}”.",)


def _title(blocks: list[tuple[TextBlock, TextLine]]) -> TextBlock | None:
    """Return the heading with the largest letters, or else a first block that reads as one."""
    first_page = min(line.page for _, line in blocks)
    headings = [
        (line.size, -position, block)
        for position, (block, line) in enumerate(blocks)
        if block.kind is BlockKind.HEADING and line.page == first_page
    ]
    if headings:
        return max(headings, key=lambda found: found[:2])[2]
    first = blocks[0][0]
    return first if len(blocks) > 1 and is_headline(first.text) else None
