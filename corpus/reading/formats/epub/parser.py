"""E-books: chapter by chapter, each under its title."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from corpus.errors import ReadingError
from corpus.reading.dates import find_stamps
from corpus.reading.decoding import decode
from corpus.reading.draft import BlockKind, Draft, Hints, TextBlock, first_blocks, heading
from corpus.reading.markup import markup_blocks, parse_markup
from corpus.reading.office import attribute
from corpus.reading.zipped import local_name, open_zip, parse_xml

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"

_FONT_SCRAMBLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Algorithms that lock an e-book's fonts and none of its words."""

_LOCKED = "This e-book is locked by its seller: paste the passage that you need."

_PAGES = frozenset({"application/xhtml+xml", "text/html"})
_CONTENTS = frozenset({"application/x-dtbncx+xml"})


def parse(body: bytes, _hints: Hints) -> Draft:
    """Read an e-book; raise ReadingError for one that is locked."""
    with open_zip(body) as archive:
        book = _Book(archive)
        if book.is_locked():
            raise ReadingError(_LOCKED)
        blocks = first_blocks(book.blocks())
        stamps = find_stamps(book.fact("date") or "")
        return Draft(
            blocks,
            title=book.fact("title"),
            author=book.fact("creator"),
            publisher=book.fact("publisher"),
            published=stamps[0].day if stamps else None,
            language=book.fact("language"),
        )


@dataclass(frozen=True)
class _Book:
    """An opened e-book. Names are those of its files in the archive."""

    archive: ZipFile

    @cached_property
    def package_name(self) -> str:
        """The file that lists all others."""
        root = parse_xml(self.archive.read(_CONTAINER))
        return next(
            attribute(element, "full-path") or ""
            for element in root.iter()
            if local_name(element) == "rootfile"
        )

    @cached_property
    def package(self) -> etree._Element:
        """What that file says."""
        return parse_xml(self.archive.read(self.package_name))

    def is_locked(self) -> bool:
        """Tell whether more than fonts is encrypted."""
        if _ENCRYPTION not in self.archive.namelist():
            return False
        root = parse_xml(self.archive.read(_ENCRYPTION))
        methods = (e for e in root.iter() if local_name(e) == "EncryptionMethod")
        return any(method.get("Algorithm") not in _FONT_SCRAMBLING for method in methods)

    def fact(self, name: str) -> str | None:
        """Return what the package says of the book, several joined by commas, or None."""
        metadata = (part for part in self.package if local_name(part) == "metadata")
        found = [
            text
            for part in metadata
            for element in part
            if local_name(element) == name and (text := (element.text or "").strip())
        ]
        return (", ".join(found) if name == "creator" else found[0]) if found else None

    def blocks(self) -> Iterator[TextBlock]:
        """Yield the blocks of all chapters; one without a heading has the title in the contents."""
        labels = self._labels()
        for name in self._chapters():
            root = self._page(name)
            blocks = list(markup_blocks(root)) if root is not None else []
            if name in labels and not any(b.kind is BlockKind.HEADING for b in blocks[:3]):
                yield heading(labels[name])
            yield from blocks

    def _items(self) -> Iterator[etree._Element]:
        return (element for element in self.package.iter() if local_name(element) == "item")

    def _name(self, folder_of: str, link: str) -> str:
        """Return the file that a link in another file leads to."""
        path = unquote(link.partition("#")[0])
        return posixpath.normpath(posixpath.join(posixpath.dirname(folder_of), path))

    def _chapters(self) -> Iterator[str]:
        """Yield the chapters' files in reading order, those that no page leads to at the end."""
        files = {
            item.get("id"): self._name(self.package_name, item.get("href", ""))
            for item in self._items()
            if item.get("media-type") in _PAGES and "nav" not in item.get("properties", "").split()
        }
        known = set(self.archive.namelist())
        spine = [element for element in self.package.iter() if local_name(element) == "itemref"]
        for element in sorted(spine, key=lambda element: element.get("linear") == "no"):
            name = files.get(element.get("idref"))
            if name in known:
                yield str(name)

    def _page(self, name: str) -> etree._Element | None:
        """Parse a chapter: as XML, which it should be, or else as a browser would."""
        markup = self.archive.read(name)
        try:
            return parse_xml(markup)
        except etree.XMLSyntaxError:
            return parse_markup(decode(markup, None))

    def _labels(self) -> Mapping[str, str]:
        """Return the titles that the table of contents gives to files."""
        labels: dict[str, str] = {}
        for item in self._items():
            is_contents = item.get("media-type") in _CONTENTS or (
                "nav" in item.get("properties", "").split()
            )
            name = self._name(self.package_name, item.get("href", ""))
            if not is_contents or name not in self.archive.namelist():
                continue
            root = self._page(name)
            for target, label in _links(root) if root is not None else ():
                labels.setdefault(self._name(name, target), label)
        return labels


def _links(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield where the entries of a table of contents lead, and what they say."""
    for element in root.iter():
        if local_name(element) == "a" and element.get("href"):
            yield element.get("href", ""), " ".join("".join(element.itertext()).split())
        elif local_name(element) == "navPoint":
            target = next((e.get("src") for e in element if local_name(e) == "content"), None)
            text = next((e for e in element if local_name(e) == "navLabel"), None)
            if target and text is not None:
                yield target, " ".join("".join(text.itertext()).split())
