import pytest

from corpus.errors import ReadingError
from corpus.reading.detection import detect
from corpus.reading.format import Format
from corpus.reading.formats.captions import CAPTIONS
from corpus.reading.formats.docx import DOCX
from corpus.reading.formats.feed import FEED
from corpus.reading.formats.html import HTML
from corpus.reading.formats.mail import MAIL
from corpus.reading.formats.markdown import MARKDOWN
from corpus.reading.formats.pdf import PDF
from corpus.reading.formats.plain import PLAIN
from corpus.reading.formats.rtf import RTF


@pytest.mark.parametrize(
    ("body", "name", "media_type", "expected"),
    [
        (b"%PDF-1.7 ...", "x.txt", None, PDF),
        (b"PK\x03\x04...word/document.xml", "x.zip", None, DOCX),
        (b"\xef\xbb\xbf <!DOCTYPE html><p>Hi", None, None, HTML),
        (b"<!-- hi --><article><p>Hi", None, None, HTML),
        ("<html><p>Hi".encode("utf-16"), None, None, HTML),
        (b"Anything", None, "text/html", HTML),
        (b"Anything", "page.HTM", None, HTML),
        (b"<p align=center>Hi\n\n# Title", "README.md", None, MARKDOWN),
        (b"# Title\n\nText", None, None, MARKDOWN),
        (b"---\ntitle: x\n---\nText", None, None, MARKDOWN),
        (b"Text", "x.md", None, MARKDOWN),
        (b"Text", None, "text/markdown", MARKDOWN),
        (b"Text", "story.final", None, PLAIN),
        (b"From: a@b.c\nSubject: x\n\n<html>", "x.txt", None, MAIL),
        (b"Received: by x;\r\n\tMonday\r\nDKIM-Signature: v=1\r\n\r\nx", None, None, MAIL),
        (b"From jane Thu Oct 24 2024\nReturn-Path: <>\nDate: x\n\nHi", None, None, MAIL),
        (b"From: the harbour\n\nThe minister said so.", None, None, PLAIN),
        (b"Date: nobody knows. It was late.\nThe minister left.", None, None, PLAIN),
        (b"1\n00:00:01,000 --> 00:00:02,000\nHi", "x.txt", None, CAPTIONS),
        (b"0:00:01.000,0:00:02.000\nHi", None, None, CAPTIONS),
        (b"At 10:00:00 the minister left.", None, None, PLAIN),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<rss version='2.0'>", "x.xml", "text/xml", FEED),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", None, None, FEED),
        (b"<?xml version='1.0'?><!DOCTYPE html><html><p>Hi", None, "text/xml", HTML),
        (b"{\\rtf1 Hi}", "x.doc", None, RTF),
        (
            b"It cost 1,200, not 900.\nHe paid 300, in cash, twice.\nThen, late, he left.",
            None,
            None,
            PLAIN,
        ),
        (b"[1] The minister said so.", None, None, PLAIN),
        (b"import taxes rise\nfrom Monday on, the minister said.", None, None, PLAIN),
        (b"Text about <p> tags", None, "text/plain", PLAIN),
        (b"#hashtag first", None, None, PLAIN),
    ],
)
def test_content_decides_and_then_the_name(
    body: bytes, name: str | None, media_type: str | None, expected: Format
) -> None:
    assert detect(body, name=name, media_type=media_type, charset=None) is expected


@pytest.mark.parametrize(
    ("body", "name", "word"),
    [
        (b"", None, "nothing"),
        (b" \n\x00\n", None, "nothing"),
        (b"\x89PNG\r\n\x1a\n", "x.png", "picture"),
        (b"\xff\xd8\xff\xe0", "x.txt", "picture"),
        (b"MZ\x90\x00\x03", "x.exe", "program"),
        (b"PK\x03\x04...xl/workbook.xml", "x.xlsx", "Office"),
        (b"\xd0\xcf\x11\xe0\xa1", "x.doc", "docx"),
        (b"\x1f\x8b\x08", "x.gz", "archive"),
        (b"binary\x00data", "x", "not text"),
        (b"a,b\n1,2", "x.csv", ".csv"),
        (b'{"a": 1}', "x.json", ".json"),
    ],
)
def test_what_is_no_article_is_refused_by_name(body: bytes, name: str | None, word: str) -> None:
    with pytest.raises(ReadingError, match=word) as refusal:
        detect(body, name=name, media_type=None, charset=None)
    assert str(refusal.value).endswith(".")
