"""Office Open XML packages (ISO/IEC 29500-2): which parts a document is made of.

Names are read without their namespace, so the transitional and the strict form are both read.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from zipfile import ZipFile

from lxml import etree

from corpus.errors import ReadingError
from corpus.reading.zipped import local_name, open_zip, parse_xml

NO_DOCUMENT = "This Office file holds no document: save it again, or paste the text."

_TEMPLATE_AUTHORS = frozenset(
    {"python-docx", "author", "user", "admin", "administrator", "microsoft office user"}
)
"""What programs write where nobody has given a name."""


class Package:
    """An opened package; `main` is the name of the part that holds the document itself."""

    def __init__(self, body: bytes) -> None:
        self._archive: ZipFile = open_zip(body)
        self._names = frozenset(self._archive.namelist())
        found = self.related("", "officeDocument")
        if not found:
            raise ReadingError(NO_DOCUMENT)
        self.main = found[0]

    def xml(self, part: str) -> etree._Element:
        """Parse a part that is there."""
        return parse_xml(self._archive.read(part))

    def targets(self, part: str, kind: str) -> Mapping[str, str]:
        """Return the parts that a part names as being of a kind ("slide"), by their ids there.

        Links that lead out of the package are left out; the package itself is the part "".
        """
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._names:
            return {}
        found = {
            relation.get("Id", ""): posixpath.normpath(
                posixpath.join("/", folder, relation.get("Target", ""))
            ).lstrip("/")
            for relation in self.xml(relations)
            if relation.get("Type", "").endswith(f"/{kind}")
            and relation.get("TargetMode") != "External"
        }
        return {identifier: name for identifier, name in found.items() if name in self._names}

    def related(self, part: str, kind: str) -> list[str]:
        """Return the parts that a part names as being of a kind."""
        return list(self.targets(part, kind).values())

    def property(self, name: str) -> str | None:
        """Return one of the core properties ("creator", "title", "language"), or None."""
        for part in self.related("", "core-properties"):
            for element in self.xml(part):
                if local_name(element) == name and (element.text or "").strip():
                    return str(element.text).strip()
        return None

    def author(self) -> str | None:
        """Return who is named as the document's author, where it is somebody's name."""
        author = self.property("creator")
        return None if author and author.lower() in _TEMPLATE_AUTHORS else author


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Return an attribute's value, whatever its namespace; None where it or the element is not."""
    if element is None:
        return None
    return next(
        (str(value) for key, value in element.items() if etree.QName(key).localname == name), None
    )


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of a name, or the first descendant along several names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((part for part in element if local_name(part) == name), None)
    return element


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a property that is on or off is on: being there is enough."""
    return element is not None and attribute(element, "val") not in {"0", "false", "off"}
