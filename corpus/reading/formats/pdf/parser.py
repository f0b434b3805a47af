"""PDFs: pypdf finds the text, its place on the page tells lines, headings and paragraphs."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from corpus.errors import ReadingError
from corpus.reading.draft import BlockKind, Draft, Hints, TextBlock, first_blocks
from corpus.reading.formats.pdf.lines import TextLine, page_lines, without_running_lines
from corpus.reading.formats.pdf.paragraphs import to_blocks
from corpus.reading.limits import MAX_DRAFT_CHARACTERS
from corpus.reading.sentence_or_headline import is_headline

MAX_PAGES = 200
"""A long report has as many pages; an article never."""

_ENCRYPTED = "This PDF is locked with a password: save it without one, or paste the text."
_SCANNED = (
    "This PDF holds pictures of pages and no text: run text recognition on it, or paste the text."
)


def parse(body: bytes, _hints: Hints) -> Draft:
    """Read a PDF; its title is the largest text of the first page that has any."""
    reader = PdfReader(BytesIO(body))
    if reader.is_encrypted and not reader.decrypt(""):  # many are locked only against changes
        raise ReadingError(_ENCRYPTED)
    if len(reader.pages) > MAX_PAGES:
        raise ReadingError(
            f"This PDF has {len(reader.pages):,} pages: hand over one of at most {MAX_PAGES}."
        )
    lines = without_running_lines(_pages(reader))
    if not lines:
        raise ReadingError(_SCANNED)
    blocks = to_blocks(lines)
    title = _title(blocks)
    metadata = reader.metadata
    author = metadata.author if metadata else None
    return Draft(
        first_blocks(block for block, _ in blocks if block is not title),
        title=title.text if title else None,
        author=author if author and " " in author.strip() else None,  # else a user name
    )


def _pages(reader: PdfReader) -> list[list[TextLine]]:
    """Return the pages' lines, up to where the text is longer than any article."""
    pages: list[list[TextLine]] = []
    characters = 0
    for number, page in enumerate(reader.pages):
        pages.append(page_lines(page, number))
        characters += sum(len(line.text) for line in pages[-1])
        if characters > MAX_DRAFT_CHARACTERS:
            break
    return pages


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
