"""What people hand over that is no article: named, so that the refusal says what it is."""

from __future__ import annotations

import re

_BINARIES = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"BM", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\xff\xfb", "a sound"),
    (b"fLaC", "a sound"),
    (b"\x1aE\xdf\xa3", "a film"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\x00asm", "a program"),
    (b"SQLite format 3", "a database"),
    (b"bplist", "an Apple property list"),
    (b"AT&TFORM", "a DjVu scan"),
    (b"\x00\x01\x00\x00", "a font"),
    (b"OTTO", "a font"),
    (b"wOF", "a font"),
)
"""Magic marks at a file's beginning."""

_LEAST_MARK = 3
"""Bytes of a mark that no text begins with by chance; a shorter one stands before binary bytes."""

_LATER = (
    (4, b"ftyp", "a film, sound or picture"),
    (60, b"BOOKMOBI", "a Kindle book, which Calibre can save as .epub"),
    (257, b"ustar", "a tar archive"),
)
"""Marks further inside: where they stand, in bytes from 0."""

_OFFICE_MARK = b"\xd0\xcf\x11\xe0"
_OFFICE = (
    ("WordDocument", "an old Word document (.doc): open it in Word and save it as .docx"),
    ("EncryptedPackage", "an Office document locked with a password: save it without one"),
    ("Workbook", "an old Excel table (.xls)"),
    ("PowerPoint Document", "an old presentation (.ppt): save it as .pptx"),
    ("__substg1.0_", "an Outlook message (.msg): save it as .eml"),
)
"""Names in the directory of Microsoft's compound files, where they stand in UTF-16."""

_ZIP_MARK = b"PK\x03\x04"
_ZIPS = (
    (b"xl/workbook", "an Office table (.xlsx)"),
    (b"opendocument.spreadsheet", "an OpenDocument table (.ods)"),
    (b"opendocument.presentation", "an OpenDocument presentation (.odp): save it as .pptx"),
    (b"opendocument.", "an OpenDocument file without text"),
    (b"Index/Document.iwa", "an Apple Pages, Numbers or Keynote file: save it as .docx or PDF"),
    (b"META-INF/MANIFEST.MF", "a program"),
)
"""Names of files in zip archives."""

_TEXTS = (
    (rb"<\?xml|<!DOCTYPE|<!ENTITY", "an XML file"),
    (rb"<svg[\s>]", "a drawing"),
    (
        rb"\{\s*\"[^\"\n]{0,200}\"\s*:|\[\s*(?:[\[{]\s*[\"\[{]|\"[^\"\n]{0,200}\"\s*[,\]])",
        "JSON data",
    ),
    (rb"-----BEGIN [A-Z0-9 ]+-----", "a key or certificate"),
    (rb"BEGIN:(?:VCALENDAR|VCARD|VEVENT)", "a calendar or an address card"),
    (rb"HTTP/\d|WARC/\d", "a raw answer of a web server"),
    (rb"--\S{1,100}\r?\nContent-[A-Za-z-]+:", "a part of an e-mail"),
    (rb"%!PS", "a PostScript file, which can be saved as PDF"),
    (rb"\\documentclass|\\documentstyle", "a TeX file: load the PDF made of it"),
    (
        (
            rb"#!\s?/|<\?php|#include\s*[<\"]|diff --git |(?:import|from|package|using) [\w.]+;?\r?\n"
            rb"(?:[^\n]*\n){0,5}?(?:import|from|package|using|class|def|func) "
        ),
        "a program's text",
    ),
    (rb"(?:[A-Za-z0-9+/]{60,}={0,2}\r?\n){3}", "data in base64"),
    (rb"begin [0-7]{3} \S+\r?\nM", "data in uuencode"),
)
_DATA = tuple(
    (re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:" + mark + rb")"), name) for mark, name in _TEXTS
)
"""How texts begin that are no prose, whatever their files are called."""

_ENDINGS_OF_DATA = (
    ".csv .tsv .json .jsonl .xml .rss .atom .rdf .opml .fodt .js .css .svg .yaml .yml .toml "
    ".ini .cfg .log .py .java .c .h .cpp .cs .go .rs .ts .sh .bat .sql .php .rb .pl .r .ipynb "
    ".ics .vcf .bib .tex .ps .diff .patch .ass .ssa .sub .lrc .xsl .xsd .dtd .wsdl .plist"
)
DATA_ENDINGS = frozenset(_ENDINGS_OF_DATA.split())
"""Endings of texts that are no prose: as paragraphs they would only be noise."""

_TABLE_LINES = 3
"""Lines that must be alike for a text to be a table of values, the head of its columns among them."""

_LOOKED_AT = 10
"""Lines that are looked at."""

_WORDS_IN_A_CELL = 8
"""Words: cells are shorter than the parts of sentences."""


def name_binary(body: bytes) -> str | None:
    """Say what a binary file is by its magic mark, or return None for one that is not known.

    The name may go on with what to do, after a colon.
    """
    if body.startswith(_OFFICE_MARK):
        named = (name for entry, name in _OFFICE if entry.encode("utf-16-le") in body)
        return next(named, "an old Office file")
    if body.startswith(_ZIP_MARK):
        named = (name for entry, name in _ZIPS if entry in body)
        return next(named, "a zip archive or another kind of Office file")
    for mark, name in _BINARIES:
        is_mark = len(mark) >= _LEAST_MARK or not mark.isalpha() or b"\x00" in body[:100]
        if is_mark and body.startswith(mark):
            return name
    return next((name for at, mark, name in _LATER if body[at : at + len(mark)] == mark), None)


def name_data(head: bytes) -> str | None:
    """Say what data a text holds by how it begins, or return None for what may be prose."""
    for pattern, name in _DATA:
        if pattern.match(head):
            return name
    return "a table of values" if _is_table(head) else None


def _is_table(head: bytes) -> bool:
    """Tell comma-separated values and their kind: as many short cells on every line."""
    lines = head.decode("latin-1").splitlines()[:-1][:_LOOKED_AT]
    ends = sum(line.endswith((".", "!", "?")) for line in lines)
    if len(lines) < _TABLE_LINES or not all(map(str.strip, lines)) or ends * 2 > len(lines):
        return False
    for mark, fewest in (("\t", 1), (";", 2), (",", 2), ("|", 2)):
        counts = {line.count(mark) for line in lines}
        cells = [cell for line in lines for cell in line.split(mark)]
        is_short = max(len(cell.split()) for cell in cells) <= _WORDS_IN_A_CELL
        if len(counts) == 1 and counts.pop() >= fewest and is_short:
            return True
    return False
