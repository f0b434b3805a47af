"""Word documents (.docx): every word that is seen, and the facts that the document states.

The parts are read here, because python-docx leaves out words inside a sentence: tracked
insertions, content controls, smart tags and simple fields.
"""

from __future__ import annotations

from lxml import etree

from corpus.errors import ReadingError
from corpus.reading.draft import BlockKind, Draft, Hints, first_blocks
from corpus.reading.formats.docx.blocks import BlockReader
from corpus.reading.formats.docx.styles import read_styles
from corpus.reading.office import NO_DOCUMENT, Package, attribute, child
from corpus.reading.unreadable import not_read
from corpus.reading.zipped import local_name


def parse(body: bytes, _hints: Hints) -> Draft:
    """Read a Word document; its title is the Title style's text, or else its first heading."""
    package = Package(body)
    styles = {
        identifier: style
        for part in package.related(package.main, "styles")
        for identifier, style in read_styles(package.xml(part)).items()
    }
    reader = BlockReader(styles)
    content = child(package.xml(package.main), "body")
    if content is None:
        raise ReadingError(NO_DOCUMENT)
    blocks = first_blocks(reader.document(content, _notes(package)))
    title = reader.title
    if not title and blocks and blocks[0].kind is BlockKind.HEADING:
        title, blocks = blocks[0].text, blocks[1:]
    return Draft(
        blocks,
        title=title or None,
        author=package.author(),
        language=package.property("language"),
        notes=not_read(reader.inline.unreadable),
    )


def _notes(package: Package) -> dict[tuple[str, str], etree._Element]:
    """Return the footnotes and endnotes by their kind and id, without the lines that part them."""
    return {
        (local_name(note), attribute(note, "id") or ""): note
        for kind in ("footnotes", "endnotes")
        for part in package.related(package.main, kind)
        for note in package.xml(part)
        if attribute(note, "type") in {None, "normal"}
    }
