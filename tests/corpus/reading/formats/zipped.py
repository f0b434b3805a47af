"""Zip archives of XML files, as the formats of documents are made."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Pack files; one called "mimetype" is not compressed, as OpenDocument and EPUB ask for."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return target.getvalue()


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """Write what a part of an Office document refers to: by id, its kind and its name."""
    inside = "".join(
        f'<Relationship Id="{identifier}" Type="{RELATIONS}/{kind}" Target="{name}"/>'
        for identifier, (kind, name) in targets.items()
    )
    return f'<Relationships xmlns="urn:relations">{inside}</Relationships>'
