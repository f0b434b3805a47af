"""Documents that are zip archives of XML files: Word, OpenDocument, presentations, e-books."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from corpus.errors import ReadingError

MAX_UNPACKED_BYTES = 100 * 1024 * 1024
"""Bytes of all files inside, once unpacked, pictures among them."""

MAX_MEMBERS = 2_000
"""Files inside; a document with a picture on each of its hundred pages has a few hundred."""

MAX_RATIO = 200
"""How many times its packed size a large file inside may be; real text stays under 50."""

_LARGE_MEMBER = 1024 * 1024
"""Bytes below which a part's packing ratio does not matter."""

_BOMB = "This document unpacks to far more than an article: paste the text instead."

LOCKED = "This document is locked with a password: save it without one, or paste the text."


def open_zip(body: bytes) -> ZipFile:
    """Open a document's archive; raise ReadingError for a bomb, and for one that is locked.

    A bomb shows in what the archive's directory declares: zipfile never unpacks more than that.
    """
    archive = ZipFile(BytesIO(body))
    members = archive.infolist()
    too_tight = any(
        member.file_size > max(_LARGE_MEMBER, MAX_RATIO * member.compress_size)
        for member in members
    )
    total = sum(member.file_size for member in members)
    if too_tight or total > MAX_UNPACKED_BYTES or len(members) > MAX_MEMBERS:
        raise ReadingError(_BOMB)
    if any(member.flag_bits & 1 for member in members):
        raise ReadingError(LOCKED)
    return archive


def parse_xml(markup: bytes) -> etree._Element:
    """Parse XML that may be hostile: no entity is expanded and no file or address is opened.

    Raise lxml's XMLSyntaxError for what is no XML, or is nested more than 256 deep.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    return etree.fromstring(markup, parser)


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace; "" for an entity that was not expanded."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
