from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from corpus.errors import ReadingError
from corpus.reading import load_bytes

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def make_docx() -> bytes:
    document = Document()
    document.core_properties.author = "Jane Doe"
    document.add_heading("Harbour strike enters third week", 0)
    document.add_paragraph("By Jane Doe")
    document.add_paragraph("24 October 2024")
    document.add_paragraph("Dockers voted on Thursday to extend their strike, union leaders said.")
    document.add_paragraph("Dockers at the gate.", style="Caption")
    document.add_heading("Demands", 1)
    document.add_paragraph("A fair rota, said the union.", style="List Bullet")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "2022", "300,000"
    document.add_paragraph("Post a Comment")
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def with_members(change: Callable[[str, bytes], bytes], extra: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(make_docx())) as source, ZipFile(target, "w", ZIP_DEFLATED) as changed:
        for name in source.namelist():
            changed.writestr(name, change(name, source.read(name)))
        for name, content in extra.items():
            changed.writestr(name, content)
    return target.getvalue()


def with_document(xml: str) -> bytes:
    return with_members(lambda name, old: xml.encode() if name == "word/document.xml" else old, {})


def with_extra(extra: dict[str, bytes]) -> bytes:
    return with_members(lambda _, old: old, extra)


def test_styles_tell_title_headings_captions_and_lists() -> None:
    article = load_bytes(make_docx(), name="strike.docx").article
    assert [(p.heading, p.text) for p in article.paragraphs] == [
        (None, "Dockers voted on Thursday to extend their strike, union leaders said."),
        ("Demands", "A fair rota, said the union."),
        ("Demands", "2022 | 300,000"),
    ]
    assert article.captions == ("Dockers at the gate.",)
    assert (article.title, article.author) == ("Harbour strike enters third week", "Jane Doe")
    assert str(article.published) == "2024-10-24"


def test_an_external_entity_is_not_opened() -> None:
    doctype = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    words = "<w:p><w:r><w:t>He said: &x;</w:t></w:r></w:p>"
    document = f"{doctype}<w:document {NAMESPACE}><w:body>{words}</w:body></w:document>"
    assert load_bytes(with_document(document)).article.text == "He said:"


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(10))


@pytest.mark.parametrize(
    ("body", "word"),
    [
        (with_extra({"word/media/x.bin": bytes(50_000_000)}), "unpacks"),
        (with_extra({f"x{n}": b"" for n in range(3000)}), "unpacks"),
        (
            with_document(f"<!DOCTYPE d [{ENTITIES}]><w:document {NAMESPACE}>&a9;</w:document>"),
            "damaged",
        ),
        (with_document(f"<w:document {NAMESPACE}>" + "<w:p>" * 100_000), "damaged"),
        (make_docx()[:-500], "damaged"),
        (b"PK\x03\x04 word/document.xml and nothing else", "damaged"),
    ],
    ids=["bomb", "too many members", "billion laughs", "deep", "cut off", "no zip"],
)
def test_a_hostile_document_is_refused(body: bytes, word: str) -> None:
    with pytest.raises(ReadingError, match=word):
        load_bytes(body, name="x.docx")
