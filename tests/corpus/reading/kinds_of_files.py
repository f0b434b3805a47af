"""Files of every kind that people hand over, made here: what `FILES.md` shows and fuzzing changes.

python -m tests.corpus.reading.kinds_of_files   # writes FILES.md anew
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from fpdf import FPDF
from pypdf import PdfWriter

from corpus.errors import ReadingError
from corpus.reading import load_bytes
from tests.corpus.reading.formats.fonts import make_font
from tests.corpus.reading.formats.test_captions import SBV, SRT, VTT
from tests.corpus.reading.formats.test_docx import NAMESPACE, para, run, with_document, with_extra
from tests.corpus.reading.formats.test_epub import chapter, epub
from tests.corpus.reading.formats.test_feed import ATOM, RSS
from tests.corpus.reading.formats.test_mail import mail
from tests.corpus.reading.formats.test_mhtml import HEAD, saved_page
from tests.corpus.reading.formats.test_odt import odt
from tests.corpus.reading.formats.test_pptx import pptx, shape, slide
from tests.corpus.reading.formats.test_pptx import run as slide_run
from tests.corpus.reading.formats.test_rtf import rtf
from tests.corpus.reading.formats.zipped import zipped

TABLE = Path(__file__).with_name("FILES.md")

TITLE = "Harbour stays closed"

STORY = [
    "The harbour in Velmouth stays closed until Monday, said Ada Brenk, who speaks for the dockers.",
    "The port authority said that it was losing two million crowns a day because of the strike.",
    "“We will not go back until the rota is fair,” she told reporters at the gate on Thursday.",
    "The transport minister, Ivo Lund, said that the dispute was no matter of the government’s.",
    "About 1,400 dockers voted to go on; talks are due to resume on Friday in the capital.",
]

FRENCH = "Le ministre a déclaré lundi que la grève était terminée et que les salaires augmenteront."
JAPANESE = "大臣は月曜日に港のストライキが終わったと述べた。組合は賃金について合意した。"

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def files() -> Iterator[tuple[str, bytes]]:
    """Yield the files, each with its name."""
    text = "\n\n".join([TITLE, *STORY])
    yield from _pages(text)
    yield from _texts(text)
    yield from _pdfs()
    yield from _office()
    yield from _books_and_letters()
    yield from _no_articles()


def _page() -> str:
    inside = "".join(f"<p>{sentence}</p>" for sentence in STORY * 2)
    return f"<!doctype html><html><head><title>{TITLE}</title></head><body>{inside}</body></html>"


def _pages(text: str) -> Iterator[tuple[str, bytes]]:
    yield "story.html", _page().encode()
    yield "story with NUL bytes.html", _page().replace("harbour", "har\x00bour").encode()
    yield "saved page.mhtml", saved_page(_page())
    yield (
        "saved page without a page.mhtml",
        f"{HEAD}--=_b\nContent-Type: text/css\n\n{text}\n".encode(),
    )


def _texts(text: str) -> Iterator[tuple[str, bytes]]:
    yield "story.txt", text.encode()
    yield "story.md", f"# {text}".encode()
    yield "Mac.txt", f"{FRENCH}\n\n{FRENCH}".encode("mac_roman")
    yield "DOS.txt", f"{FRENCH}\n\n{FRENCH}".encode("cp850")
    yield "Japanese.txt", JAPANESE.encode("iso2022_jp")
    yield "UTF-16 without a mark.txt", text.replace("“", '"').replace("”", '"').encode("utf-16-le")
    yield "cipher.txt", "".join(chr(ord(c) + 3) if c.isalpha() else c for c in text).encode()
    yield "empty.txt", b"\n\n"


def pdf(font: Path | None = None, texts: list[str] | None = None) -> bytes:
    """Make a PDF of paragraphs, in a font of its own where one is given."""
    made = FPDF()
    made.add_page()
    if font:
        made.add_font("boxes", fname=font)
    made.set_font("boxes" if font else "Helvetica", size=11)
    for sentence in texts or STORY:
        shown = sentence if font else sentence.translate({8220: '"', 8221: '"', 8217: "'"})
        made.multi_cell(0, 6, shown, new_x="LMARGIN", new_y="NEXT")
        made.ln(4)
    return bytes(made.output())


def locked_pdf(password: str) -> bytes:
    """Make a PDF that is encrypted, with or without a password for opening it."""
    writer = PdfWriter(clone_from=BytesIO(pdf()))
    writer.encrypt(password, "owner", algorithm="AES-256")
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def _pdfs() -> Iterator[tuple[str, bytes]]:
    yield "story.pdf", pdf()
    yield "locked against changes.pdf", locked_pdf("")
    yield "locked.pdf", locked_pdf("secret")
    empty = FPDF()
    empty.add_page()
    yield "scan.pdf", bytes(empty.output())
    garbled = ["".join(c if c == " " else chr(0xEF00 + ord(c)) for c in text) for text in STORY]
    with TemporaryDirectory() as folder:
        font = make_font(Path(folder) / "boxes.ttf", "".join(garbled))
        yield "letters without a map.pdf", pdf(font, garbled)


def _office() -> Iterator[tuple[str, bytes]]:
    document = Document()
    document.add_heading(TITLE, 0)
    for sentence in STORY:
        document.add_paragraph(sentence)
    target = BytesIO()
    document.save(target)
    yield "story.docx", target.getvalue()
    tracked = para(run("All "), f"<w:ins>{run('nine ')}</w:ins>", run("boats left."))
    body = f"<w:document {NAMESPACE}><w:body>{para(run(TITLE))}{tracked}</w:body></w:document>"
    yield "tracked changes.docx", with_document(body)
    yield "bomb.docx", with_extra({"word/media/x.bin": bytes(30_000_000)})
    yield "cut off.docx", target.getvalue()[:-300]
    yield "old.doc", _OLD_OFFICE + "WordDocument".encode("utf-16-le")
    yield "locked.docx", _OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")
    yield "old.xls", _OLD_OFFICE + "Workbook".encode("utf-16-le")
    yield "table.xlsx", zipped({"xl/workbook.xml": "<workbook/>"})
    words = "".join(f"<text:p>{sentence}</text:p>" for sentence in STORY)
    yield "story.odt", odt(f"<text:h>{TITLE}</text:h>{words}")
    yield "locked.odt", odt(words, manifest="<m><encryption-data/></m>")
    yield "story.rtf", rtf("".join(rf"\pard {sentence}\par" for sentence in STORY[:2]))
    points = (slide_run(sentence) for sentence in STORY)
    yield "slides.pptx", pptx(slide(shape(slide_run(TITLE), placeholder="title"), shape(*points)))
    yield "story.pages", zipped({"Index/Document.iwa": b"\x00\x01"})


def _books_and_letters() -> Iterator[tuple[str, bytes]]:
    words = "".join(f"<p>{sentence}</p>" for sentence in STORY)
    chapters = {"one": chapter(f"<h1>The strike</h1>{words}"), "two": chapter(words)}
    yield "book.epub", epub(chapters)
    lock = '<e><EncryptionMethod Algorithm="aes"/></e>'
    yield "locked book.epub", epub(chapters, **{"META-INF/encryption.xml": lock})
    yield "letter.eml", mail("\n\n".join(STORY)).as_bytes()
    yield "letter.txt", mail("\n\n".join(STORY), _page()).as_bytes()
    empty = mail("")
    empty.add_attachment(b"%PDF-", "application", "pdf", filename="report.pdf")
    yield "nothing but a report attached.eml", empty.as_bytes()
    yield "Outlook.msg", _OLD_OFFICE + "__substg1.0_001A001E".encode("utf-16-le")
    yield "talk.srt", SRT.encode()
    yield "talk.vtt", VTT.encode()
    yield "talk.sbv", SBV.encode()
    yield "music.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\n[music]\n"
    yield "feed.xml", RSS.encode()
    yield "feed.atom", ATOM.replace('"/a"', '"https://gull.example/a"').encode()


def _no_articles() -> Iterator[tuple[str, bytes]]:
    yield "table.csv", b"port,year,tons\nVelmouth,2022,300\nOslo,2022,400\nBergen,2023,500\n"
    yield "table.txt", b"port;year;tons\nVelmouth;2022;300\nOslo;2022;400\nBergen;2023;500\n"
    yield "data.json", b'{"title": "Harbour", "text": "The harbour stays closed."}'
    yield "settings.xml", b'<?xml version="1.0"?><settings><port>8080</port></settings>'
    yield "program.txt", b"#!/bin/sh\necho The harbour stays closed.\n"
    yield "key.txt", b"-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n"
    yield "picture.png", b"\x89PNG\r\n\x1a\n" + bytes(50)
    yield "sound.mp3", b"ID3\x04" + bytes(50)
    yield "film.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(50)
    yield "archive.zip", zipped({"a.txt": "The harbour stays closed."})
    yield "archive.tar.gz", b"\x1f\x8b\x08" + bytes(50)
    yield "noise.bin", bytes(range(256)) * 4


def outcome(name: str, body: bytes) -> tuple[str, str]:
    """Return whether a file is read or refused, and what is read or why not."""
    try:
        article = load_bytes(body, name=name).article
    except ReadingError as refusal:
        return "refused", re.split(r"[:.]\s", str(refusal))[0].removesuffix(".")
    number = len(article.paragraphs)
    return "read", f"{number} paragraph{'s' * (number > 1)}: “{article.paragraphs[-1].text[:60]}”"


def table() -> str:
    """Return the table that shows what comes of each file."""
    rows = [(name, *outcome(name, body)) for name, body in files()]
    lines = [f"| {name} | {what} | {why.replace('|', '/')} |" for name, what, why in rows]
    return "\n".join(
        [
            "# What comes of each kind of file",
            "",
            "Made by `python -m tests.corpus.reading.kinds_of_files`, and tested to be so. A refusal",
            "is shown up to where it goes on with what to do.",
            "",
            "| File | | What was read, or why not |",
            "|---|---|---|",
            *lines,
            "",
        ]
    )


if __name__ == "__main__":
    TABLE.write_text(table(), "utf-8")
