"""Word documents (.docx), read with python-docx, which expands no XML entities."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

from corpus.errors import ReadingError
from corpus.reading.draft import (
    BlockKind,
    Draft,
    Hints,
    TextBlock,
    caption,
    first_blocks,
    heading,
    item,
    paragraph,
)

MAX_UNPACKED_BYTES = 100 * 1024 * 1024
"""Bytes of all files inside, once unpacked, pictures among them."""

MAX_MEMBERS = 2_000
"""Files inside; a document with a picture on each of its hundred pages has a few hundred."""

MAX_RATIO = 200
"""How many times its packed size a large file inside may be; real text stays under 50."""

_BOMB = "This Word document unpacks to far more than an article: paste the text instead."

_LARGE_MEMBER = 1024 * 1024
"""Bytes below which a part's packing ratio does not matter."""

_TEMPLATE_AUTHORS = frozenset({"python-docx", "author", "user", "admin", "microsoft office user"})
"""What programs write where nobody has given a name."""


def parse(body: bytes, _hints: Hints) -> Draft:
    """Read a Word document; its title is the Title style's text, or else its first heading."""
    _check_size(body)
    document = Document(BytesIO(body))
    titles: list[str] = []
    blocks = first_blocks(_blocks(document, titles))
    if not titles and blocks and blocks[0].kind is BlockKind.HEADING:
        titles, blocks = [blocks[0].text], blocks[1:]
    author = document.core_properties.author
    return Draft(
        blocks,
        title=titles[0] if titles else None,
        author=None if author.lower() in _TEMPLATE_AUTHORS else author,
        language=document.core_properties.language or None,
    )


def _check_size(body: bytes) -> None:
    """Refuse a bomb by what its directory declares: zipfile never unpacks more than that."""
    with ZipFile(BytesIO(body)) as archive:
        members = archive.infolist()
    too_tight = any(
        member.file_size > max(_LARGE_MEMBER, MAX_RATIO * member.compress_size)
        for member in members
    )
    total = sum(member.file_size for member in members)
    if too_tight or total > MAX_UNPACKED_BYTES or len(members) > MAX_MEMBERS:
        raise ReadingError(_BOMB)


def _blocks(document: WordDocument, titles: list[str]) -> Iterator[TextBlock]:
    """Yield blocks in reading order, setting aside what is in the style for titles."""
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from map(item, _rows(part))
        elif _style(part) == "title":
            titles.append(part.text)
        else:
            yield from _paragraph_blocks(part)


def _paragraph_blocks(part: Paragraph) -> Iterator[TextBlock]:
    style = _style(part)
    if style.startswith("heading"):
        yield heading(part.text)
    elif style.startswith("caption"):
        yield caption(part.text)
    elif style.startswith("list"):
        yield item(part.text)
    else:
        yield paragraph(part.text)


def _style(part: Paragraph) -> str:
    return ((part.style.name if part.style else None) or "").lower()


def _rows(table: Table) -> Iterator[str]:
    """Yield each row's cells with bars between; a cell that spans several counts once."""
    for row in table.rows:
        cells = {id(cell._tc): cell.text for cell in row.cells}  # noqa: SLF001 - tells merged cells
        yield " | ".join(filter(str.strip, cells.values()))
